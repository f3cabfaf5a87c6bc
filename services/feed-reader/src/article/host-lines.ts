import { HostMemory, withoutRepeats } from '@copydesk/article';
import type { ArticleReading } from '@copydesk/article';
import { holdHostMemory, saveHostMemory } from '@copydesk/storage';
import type { Queryable } from '@copydesk/storage';

/** When a host is so well known only every fourth article is learnt: what the site repeats is seen all the same. */
const WELL_KNOWN_PAGES = 100;
const LEARN_EVERY = 4;
/** The longest name DNS has. */
const LONGEST_HOST = 253;

/** The host whose memory an article belongs to; undefined where its address is not known. */
function hostOf(address: string | null): string | undefined {
  if (address === null || !URL.canParse(address)) return undefined;
  const host = new URL(address).hostname.toLowerCase().replace(/^www\./, '');
  return host === '' || host.length > LONGEST_HOST ? undefined : host;
}

/**
 * Takes the lines out of a reading that its host repeats, and learns from it when it is an article's first revision. Runs in the transaction that records the article: what was learnt and what
 * was recorded are kept together, so that a process that is killed leaves neither, and one that reads the same again learns nothing twice.
 * @param article id (its last digits decide what is learnt of a well-known host, whoever reads it), and whether this is its first revision.
 */
export async function applyHostLines(
  db: Queryable,
  reading: ArticleReading,
  article: { id: string; address: string | null; first: boolean },
): Promise<ArticleReading> {
  const host = hostOf(article.address);
  if (host === undefined) return reading;
  const stored = await holdHostMemory(db, host);
  const memory = new HostMemory(stored);
  const result = withoutRepeats(reading, memory);
  const learns =
    article.first && (memory.state().pages < WELL_KNOWN_PAGES || Number.parseInt(article.id.slice(-4), 16) % LEARN_EVERY === 0);
  if (learns) {
    memory.learn(reading.text);
    await saveHostMemory(db, host, memory.state(), stored === undefined);
  }
  return result;
}
