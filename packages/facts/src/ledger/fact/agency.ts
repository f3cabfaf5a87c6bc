import { agencyCalled, agencyOfSite } from '@copydesk/text';

/** One name for a carrier however it is written ("AP" and "the Associated Press"); names that are no known agency stay as they are. */
export function carrierName(written: string): string {
  return agencyCalled(written) ?? written.trim();
}

/** The agency whose own site or name a publisher is ("apnews.com", "Reuters"), or null. */
export function agencyOfPublisher(publisher: string): string | null {
  return (publisher.includes('.') ? agencyOfSite(publisher) : agencyCalled(publisher)) ?? null;
}
