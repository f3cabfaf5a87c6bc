import { decodeDocument } from '@copydesk/feed';
import type { Fetcher } from '@copydesk/fetch';
import { canonicalUrl } from '@copydesk/text';
import type { IntakeItem, PlacedItem, UnreadableItem } from './item.ts';
import { readWarc } from './read-warc.ts';

/** True for what is asked for on the web instead of opened as a file. */
export function isAddress(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

/** Asks for one address and reads what comes: a page, or a small archive. The one client's limits hold (a page of 8 MB). */
export async function* readAddress(fetcher: Fetcher, url: string, signal: AbortSignal): AsyncGenerator<PlacedItem> {
  const address = canonicalUrl(url);
  const at: Pick<IntakeItem, 'intake' | 'identity'> = {
    intake: { kind: 'file', name: url },
    identity: address === null ? { feed: 'file', guid: url } : { url: address },
  };
  const refuse = (detail: string): PlacedItem => ({
    position: 1,
    item: { ...at, unreadable: { code: 'input-unreadable', detail } } satisfies UnreadableItem,
  });
  const result = await fetcher.get(url, { kind: 'page', signal });
  if (signal.aborted) return;
  if (result.kind !== 'ok') return yield refuse(result.kind === 'refused' ? `${result.code}: ${result.detail}` : result.kind);
  if (Buffer.from(result.body.subarray(0, 5)).toString('latin1') === 'WARC/') {
    yield* readWarc(one(result.body), url, 0);
    return;
  }
  const type = result.headers['content-type'] ?? '';
  if (type !== '' && !/^(?:text\/html|text\/plain|application\/xhtml\+xml)/i.test(type))
    return yield refuse(`the address has no page but ${type.slice(0, 80)}`);
  const content = decodeDocument(result.body, type).text;
  const kind = /^text\/plain/i.test(type) ? 'flat' : 'html';
  yield { position: 1, item: { ...at, url: address, title: null, publisher: null, published: null, body: { kind, content } } };
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
