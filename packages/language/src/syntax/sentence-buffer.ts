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
