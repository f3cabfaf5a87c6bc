import type { HashMap } from '../lexicon/hash-map.ts';
import type { Words } from '../lexicon/words.ts';
import { CompiledRows } from '../linear/compiled-rows.ts';
import type { LaidOutRows } from '../linear/row-table.ts';
import { WordSums } from './word-sums.ts';
import { maxTokens, pad, type SentenceBuffer } from './sentence-buffer.ts';
import type { Templates } from '../linear/templates.ts';
import type { Recall } from './recall.ts';
import type { TraceRecorder } from './trace.ts';
import { firstTemplates, ownTemplates, secondTemplates, setFirstValues, setSecondValues } from './tag-features.ts';

/** Words whose sums are kept for the first pass, and for the second look, which few tokens need. */
const keptFirst = 1 << 14;
const keptSecond = 1 << 12;
/** Lead of a tag that came from the dictionary. */
const sure = 1 << 16;

/**
 * Tags a sentence with joint UPOS + XPOS tags: from left to right, then a second look, with tags on both sides, at the tokens whose
 * first decision was close. Tag 0 is the edge, so class c is written as tag c + 1.
 */
export class Tagger {
  private readonly words: Words;
  private readonly first: Look;
  private readonly second: Look | undefined;
  private readonly doubtful: number;
  private readonly dictionary: HashMap | undefined;
  private readonly revised = new Int32Array(maxTokens);

  /**
   * @param second classifier of the second look; without it the first decision stands
   * @param doubtful first decisions with a lead below this are looked at again
   * @param dictionary tag + 1 of words that have one tag only, by the hash of their form: these are not scored
   */
  constructor(words: Words, first: LaidOutRows, second?: LaidOutRows, doubtful = 0, dictionary?: HashMap) {
    this.dictionary = dictionary;
    this.words = words;
    this.first = lookOf(words, first, firstTemplates, keptFirst);
    this.second = second === undefined ? undefined : lookOf(words, second, secondTemplates, keptSecond);
    this.doubtful = doubtful;
  }

  /** @param recorder is told of what was decided; @param recall tells what was decided about the whole of which this is a part */
  tag(buffer: SentenceBuffer, recorder?: TraceRecorder, recall?: Recall): void {
    this.firstPass(buffer, recall);
    recorder?.firstTags(buffer);
    if (this.second !== undefined) this.secondPass(buffer, this.second, recall);
    recorder?.tags(buffer);
  }

  private firstPass(buffer: SentenceBuffer, recall: Recall | undefined): void {
    const { words } = this;
    const { classifier, sums } = this.first;
    sums.follow();
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
      sums.choose(buffer.words[i + pad] as number);
      setFirstValues(words, buffer, i, classifier.values);
      const best = classifier.score();
      buffer.tags[i + pad] = (best & 0xff) + 1;
      buffer.tagMargins[i] = best >> 8;
    }
  }

  private secondPass(buffer: SentenceBuffer, { classifier, sums }: Look, recall: Recall | undefined): void {
    const { words, revised } = this;
    sums.follow();
    for (let i = 0; i < buffer.count; i++) {
      revised[i] = 0;
      if ((buffer.tagMargins[i] as number) >= this.doubtful) continue;
      const before = recall === undefined ? 0 : recall.secondTag(buffer, i, this.doubtful);
      if (before !== 0) {
        revised[i] = before;
        continue;
      }
      sums.choose(buffer.words[i + pad] as number);
      setSecondValues(words, buffer, i, classifier.values);
      const best = classifier.score();
      revised[i] = (best & 0xff) + 1;
      buffer.tagMargins[i] = best >> 8;
    }
    for (let i = 0; i < buffer.count; i++) if (revised[i] !== 0) buffer.tags[i + pad] = revised[i] as number;
  }
}

/** What one pass decides with. */
interface Look {
  classifier: CompiledRows;
  sums: WordSums;
}

function lookOf(words: Words, table: LaidOutRows, templates: Templates, kept: number): Look {
  // Behind the last row stands that of a word that is not kept.
  const classifier = new CompiledRows(templates, table, { templates: ownTemplates, rows: kept + 1 });
  return { classifier, sums: new WordSums(words, classifier, kept) };
}
