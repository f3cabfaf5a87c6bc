import type { ReceivedMessage } from '@copydesk/bus';
import { MAX_MESSAGE_BYTES, sha256 } from '@copydesk/contracts';
import type { ArticleRevision, ErrorCode } from '@copydesk/contracts';

/** A class of malformed messages: how one is made from a good one, and the code it must end with; null for one that ends as the good one did. */
export interface Malformation {
  name: string;
  code: ErrorCode | null;
  make: (good: ReceivedMessage, number: number) => Partial<ReceivedMessage>;
}

type Json = Record<string, unknown>;

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const read = (good: ReceivedMessage) => JSON.parse(good.value?.toString() ?? '') as Json;

/** The article that a message carries, changed, within whatever is around it. */
function withArticle(good: ReceivedMessage, change: (article: ArticleRevision) => Json): Buffer {
  const event = read(good);
  if (event['kind'] === 'assignment') return bytes({ ...event, article: change(event['article'] as ArticleRevision) });
  return bytes(change(event as unknown as ArticleRevision));
}

const huge = 'A long report goes on. '.repeat(MAX_MESSAGE_BYTES / 20);
const hugeHash = sha256(huge);
const deep = Buffer.from(`{"kind":${'['.repeat(20_000)}${']'.repeat(20_000)}}`);

/** Twelve classes. The articles they speak of bear numbers of their own, so that none of them is a good one. */
export const malformations: readonly Malformation[] = [
  {
    name: 'not JSON',
    code: 'message-not-json',
    make: (good, number) => ({ value: Buffer.from(good.value?.toString().slice(0, 40 + number) ?? '') }),
  },
  {
    name: 'not UTF-8',
    code: 'message-not-json',
    make: (good, number) => ({ value: Buffer.concat([good.value ?? Buffer.alloc(0), Buffer.from([0xff, 0xfe, number])]) }),
  },
  { name: 'no headers', code: 'message-not-cloudevent', make: () => ({ headers: {} }) },
  {
    name: 'the type of another topic',
    code: 'message-not-cloudevent',
    make: (good) => ({ headers: { ...good.headers, ce_type: 'copydesk.story.v1' } }),
  },
  {
    name: 'another version of the type',
    code: 'message-not-cloudevent',
    make: (good) => ({ headers: { ...good.headers, ce_type: good.headers['ce_type']?.replace(/1$/, '9') ?? '' } }),
  },
  {
    name: 'not as the schema says',
    code: 'message-schema',
    make: (good, number) => ({ value: withArticle(good, (article) => ({ ...article, articleId: `a_schema${number}`, text: number })) }),
  },
  { name: 'another key', code: 'message-key', make: (_good, number) => ({ key: `other${number}` }) },
  {
    name: 'another text than the hash says',
    code: 'text-hash-mismatch',
    make: (good, number) => ({
      value: withArticle(good, (article) => ({ ...article, articleId: `a_hash${number}`, text: `${article.text} More.` })),
    }),
  },
  { name: 'a tombstone', code: 'message-schema', make: () => ({ value: null }) },
  {
    name: 'a huge text',
    code: 'article-too-large',
    make: (good) => ({ value: withArticle(good, (article) => ({ ...article, articleId: 'a_huge', text: huge, textHash: hugeHash })) }),
  },
  { name: 'deep nesting', code: 'message-schema', make: () => ({ value: deep }) },
  { name: 'the same again', code: null, make: () => ({}) },
];
