/** The longest sentence that is analysed, in tokens. */
export const maxTokens = 4096;
/** Places before the first and after the last token that hold the edge (word 0, tag 0). */
export const pad = 4;

/** Working memory of one sentence, reused: token i stands at place i + pad. */
export class SentenceBuffer {
  readonly words = new Int32Array(maxTokens + 2 * pad + 2);
  readonly tags = new Int32Array(maxTokens + 2 * pad + 2);
  readonly heads = new Int32Array(maxTokens + 2);
  readonly labels = new Int32Array(maxTokens + 2);
  /** Margin of the winning over the second choice, by token, of the tagger (as it decided). */
  readonly tagMargins = new Int32Array(maxTokens + 2);
  /** Smallest margin among the transitions that attached the token. */
  readonly headMargins = new Int32Array(maxTokens + 2);
  /** Commas, verbs and conjunctions before each token, counted in 10 bits each; what stands between two tokens is the difference. */
  readonly barriers = new Int32Array(maxTokens + 2);
  count = 0;

  /** Lays the sentence's words between edges. */
  load(ids: ArrayLike<number>, count: number): void {
    this.count = count;
    this.words.fill(0, 0, pad);
    this.tags.fill(0, 0, pad);
    for (let i = 0; i < count; i++) this.words[i + pad] = ids[i] as number;
    this.words.fill(0, count + pad, count + 2 * pad + 2);
    this.tags.fill(0, count + pad, count + 2 * pad + 2);
  }
}

/** What a tag counts as between two tokens: one in the bits of commas (0), verbs (10) or conjunctions (20), or nothing. */
export function barrierOf(tag: string): number {
  if (tag === 'PUNCT|,' || tag === 'PUNCT|:') return 1;
  if (tag.startsWith('VERB|')) return 1 << 10;
  return tag.startsWith('CCONJ|') ? 1 << 20 : 0;
}

/** Fills the buffer's barriers from its tags. `kinds` holds `barrierOf` by tag (tag 0 is the edge). */
export function countBarriers(buffer: SentenceBuffer, kinds: Int32Array): void {
  let sum = 0;
  for (let i = 0; i < buffer.count; i++) {
    buffer.barriers[i] = sum;
    sum += kinds[buffer.tags[i + pad] as number] as number;
  }
  buffer.barriers[buffer.count] = sum;
}

/** What stands between two tokens (first before second): no, one or more commas, verbs, conjunctions, as 0…17. */
export function between(buffer: SentenceBuffer, first: number, second: number): number {
  if (first < 0 || second <= first + 1) return 0;
  const count = (buffer.barriers[second] as number) - (buffer.barriers[first + 1] as number);
  const commas = count & 0x3ff;
  const verbs = (count >> 10) & 0x3ff;
  return (commas > 2 ? 2 : commas) + 3 * (verbs > 2 ? 2 : verbs) + (count >> 20 > 0 ? 9 : 0);
}
