import { readHtml } from '../read-html.ts';
import type { SiteRules } from './site-rules.ts';
import { parseSiteRules } from './site-rules.ts';

/** Rules by host, and the files that cannot be used, with the reason. */
export interface Sites {
  rules: ReadonlyMap<string, SiteRules>;
  files: { file: string; rules: SiteRules }[];
  faults: { file: string; fault: string }[];
}

/** Reads the files of a folder of rules, each the rules of one site. @param sources the files' names and contents, in the order in which they count. */
export function readSites(sources: readonly { file: string; json: string }[]): Sites {
  const loaded = { rules: new Map<string, SiteRules>(), files: [] as Sites['files'], faults: [] as Sites['faults'] };
  for (const { file, json } of sources) {
    const rules = parseSiteRules(json);
    if ('fault' in rules) {
      loaded.faults.push({ file, fault: rules.fault });
      continue;
    }
    const taken = rules.hosts.find((host) => loaded.rules.has(host));
    if (taken !== undefined) {
      loaded.faults.push({ file, fault: `an earlier file has rules for ${taken}` });
      continue;
    }
    for (const host of rules.hosts) loaded.rules.set(host, rules);
    loaded.files.push({ file, rules });
  }
  return loaded;
}

/** Reads the rules' own test page with them. @returns what came out otherwise than the file says; nothing where the rules fit. */
export function checkSite(rules: SiteRules, html: string): string[] {
  const { test } = rules;
  const reading = readHtml(html, { url: test.url, site: rules });
  if (reading.rejected !== undefined) return [`the page is refused: ${reading.rejected.code} (${reading.rejected.detail})`];
  const faults: string[] = [];
  const expect = (what: string, wanted: unknown, found: unknown): void => {
    if (wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(found))
      faults.push(`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  };
  expect('the title', test.title, reading.title);
  expect('authors', test.authors, reading.authors);
  expect('published', test.published, reading.published?.value);
  expect('updated', test.updated, reading.updated?.value);
  expect('publisher', test.publisher, reading.publisher);
  if (!reading.text.startsWith(test.begins)) faults.push(`the body begins “${reading.text.slice(0, 80)}”, not “${test.begins}”`);
  if (!reading.text.endsWith(test.ends)) faults.push(`the body ends “${reading.text.slice(-80)}”, not “${test.ends}”`);
  for (const words of test.lacks ?? []) if (reading.text.includes(words)) faults.push(`the body has “${words}”`);
  return faults;
}
