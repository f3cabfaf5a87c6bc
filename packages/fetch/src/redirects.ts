import type { Answer } from './exchange.ts';
import { RefusalError } from './result.ts';
import { webTarget } from './target.ts';

export type Hop = (url: URL) => Promise<Answer>;

export interface Arrival {
  answer: Answer;
  url: URL;
  movedTo: string | undefined;
}

const permanent: ReadonlySet<number> = new Set([301, 308]);
const temporary: ReadonlySet<number> = new Set([302, 303, 307]);

/**
 * Follows redirects. Each target is held to the same rules as the first address, and its connection is vetted anew.
 * `movedTo` is where the row of permanent redirects that begins at the first address ends: a temporary one breaks it.
 * @param before runs for each address ahead of its request; throws to stop.
 */
export async function followHops(start: URL, hop: Hop, limit: number, before: (url: URL) => Promise<void>): Promise<Arrival> {
  const seen = new Set<string>();
  let url = start;
  let movedTo: string | undefined;
  let unbroken = true;
  for (let count = 0; ; count++) {
    if (count > limit) throw new RefusalError('redirect-limit', `more than ${limit}`);
    if (seen.has(url.href)) throw new RefusalError('redirect-loop', url.href);
    seen.add(url.href);
    await before(url);
    const answer = await hop(url);
    if (!permanent.has(answer.status) && !temporary.has(answer.status)) return { answer, url, movedTo };
    const location = answer.headers['location'];
    if (location === undefined) throw new RefusalError('redirect-invalid', 'no Location', answer.status);
    // Servers send Location as raw UTF-8; what arrives as Latin-1 is read back.
    url = webTarget(
      Buffer.from(location, 'latin1').toString('utf8').includes('\uFFFD') ? location : Buffer.from(location, 'latin1').toString('utf8'),
      url.href,
    );
    unbroken = unbroken && permanent.has(answer.status);
    if (unbroken) movedTo = url.href;
  }
}
