import type { HashMap } from '../lexicon/hash-map.ts';
import type { Words } from '../lexicon/words.ts';
import type { RowTable } from '../linear/row-table.ts';
import { PlacedSums } from './placed-sums.ts';
import { maxTokens, pad, type SentenceBuffer } from './sentence-buffer.ts';
import type { Recall, TraceRecorder } from './trace.ts';
import { joinedFeatures, tagContextFeatures, tagFeatureRoom, tagHistoryFeatures } from './tag-features.ts';

/** Lead of a tag that came from the dictionary. */
const sure = 1 << 16;

/**
 * Tags a sentence with joint UPOS + XPOS tags: from left to right, then a second look, with tags on both sides, at the tokens whose
 * first decision was close. Tag 0 is the edge, so class c is written as tag c + 1.
 */
export class Tagger {
  private readonly words: Words;
  private readonly first: RowTable;
  private readonly firstSums: PlacedSums;
  private readonly second: RowTable | undefined;
  private readonly secondSums: PlacedSums | undefined;
  private readonly doubtful: number;
  private readonly dictionary: HashMap | undefined;
  private readonly features = new Int32Array(tagFeatureRoom);
  private readonly scores: Int32Array;
  private readonly revised = new Int32Array(maxTokens);

  /**
   * @param second classifier of the second look; without it the first decision stands
   * @param doubtful first decisions with a lead below this are looked at again
   * @param dictionary tag + 1 of words that have one tag only, by the hash of their form: these are not scored
   */
  constructor(words: Words, first: RowTable, second?: RowTable, doubtful = 0, dictionary?: HashMap) {
    this.dictionary = dictionary;
    this.words = words;
    this.first = first;
    this.firstSums = new PlacedSums(words, first);
    this.second = second;
    this.secondSums = second === undefined ? undefined : new PlacedSums(words, second);
    this.doubtful = doubtful;
    // One more than classes: sums come in pairs.
    this.scores = new Int32Array(first.classes + 1);
  }

  /** @param recorder is told of what was decided; @param recall tells what was decided about the whole of which this is a part */
  tag(buffer: SentenceBuffer, recorder?: TraceRecorder, recall?: Recall): void {
    this.firstPass(buffer, recall);
    recorder?.firstTags(buffer);
    if (this.second !== undefined && this.secondSums !== undefined) this.secondPass(buffer, this.second, this.secondSums, recall);
    recorder?.tags(buffer);
  }

  private firstPass(buffer: SentenceBuffer, recall: Recall | undefined): void {
    const { words, features, scores, first } = this;
    this.firstSums.follow();
    for (let i = 0; i < buffer.count; i++) {
      const known = this.dictionary === undefined ? 0 : this.dictionary.get(words.form[buffer.words[i + pad] as number] as number);
      if (known !== 0) {
        buffer.tags[i + pad] = known;
        buffer.tagMargins[i] = sure;
        continue;
      }
      const before = recall === undefined ? 0 : recall.firstTag(buffer, i);
      if (before !== 0) {
        buffer.tags[i + pad] = before;
        continue;
      }
      this.firstSums.load(buffer.words, i + pad, scores);
      const n = tagHistoryFeatures(words, buffer, i, features, joinedFeatures(words, buffer, i, features, 0));
      first.add(features, 0, n, scores);
      buffer.tags[i + pad] = this.choose(buffer, i) + 1;
    }
  }

  private secondPass(buffer: SentenceBuffer, second: RowTable, sums: PlacedSums, recall: Recall | undefined): void {
    const { words, features, scores, revised } = this;
    sums.follow();
    for (let i = 0; i < buffer.count; i++) {
      revised[i] = 0;
      if ((buffer.tagMargins[i] as number) >= this.doubtful) continue;
      const before = recall === undefined ? 0 : recall.secondTag(buffer, i, this.doubtful);
      if (before !== 0) {
        revised[i] = before;
        continue;
      }
      sums.load(buffer.words, i + pad, scores);
      second.add(features, 0, tagContextFeatures(words, buffer, i, features, joinedFeatures(words, buffer, i, features, 0)), scores);
      revised[i] = this.choose(buffer, i) + 1;
    }
    for (let i = 0; i < buffer.count; i++) if (revised[i] !== 0) buffer.tags[i + pad] = revised[i] as number;
  }

  /** The best class; its lead over the next best goes to the buffer. */
  private choose(buffer: SentenceBuffer, i: number): number {
    const { scores } = this;
    const { classes } = this.first;
    let best = 0;
    let top = scores[0] as number;
    let next = -0x7fffffff;
    for (let c = 1; c < classes; c++) {
      const score = scores[c] as number;
      if (score > top) {
        next = top;
        top = score;
        best = c;
      } else if (score > next) next = score;
    }
    buffer.tagMargins[i] = top - next;
    return best;
  }
}
