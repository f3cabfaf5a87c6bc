import type { HashMap } from '../lexicon/hash-map.ts';
import { markPhrases, phraseWordKey } from '../lexicon/phrases.ts';
import { partsOfSpeech } from '../lexicon/word-class.ts';
import { hashString } from '../linear/hash.ts';
import type { Words } from '../lexicon/words.ts';
import { CompiledRows } from '../linear/compiled-rows.ts';
import type { LaidOutRows } from '../linear/row-table.ts';
import { pad, maxTokens, type SentenceBuffer } from '../syntax/sentence-buffer.ts';
import { isBody, typeByHead } from './head-words.ts';
import { allowed, isOpen, nameClasses, nameTypes, place, positionOf, typeOf } from './name-classes.ts';
import type { FoundName } from './name-line.ts';
import { nameTemplates, setNameValues, type NameContext } from './name-features.ts';

/** Second halves of East Asian given names that are also words or word parts. */
const shortHalves = new Set(
  'in un il hye te mo young moon hun jun won ho soo jin chul bin hee ok jung seok tae yan tai kin keung kit wing man sun ping wei'
    .split(' ')
    .map(hashString),
);
/** Short forms that the countries' table lacks, as phrase keys. */
const shortCountries = new Set('us uk uae usa drc ussr britain'.split(' ').map(phraseWordKey));
const hyphenForm = hashString('-');
const articleForm = hashString('the');
/** Margin given to a body found by its word. */
const bodyMargin = 500;

/** Finds names from left to right, one class a token; tokens that cannot begin or continue a name are not scored. */
export class NameRecogniser {
  readonly context: NameContext = {
    marks: new Int32Array(maxTokens + 2 * pad + 2),
    chosen: new Int32Array(maxTokens + 2 * pad + 2),
    shouting: 0,
  };
  private readonly words: Words;
  private readonly classifier: CompiledRows;
  private readonly phrases: HashMap;
  private readonly keys = new Int32Array(maxTokens);
  private readonly starts = new Uint8Array(maxTokens);
  private readonly marks = new Int32Array(maxTokens);

  private readonly outsideBias: number;
  /** What the gazetteers say of the tokens of the sentence last read. */
  readonly nationality = {
    isCountry: (token: number): boolean => ((this.marks[token] as number) & 0xc0) !== 0 || shortCountries.has(this.keys[token] as number),
    isPeople: (token: number): boolean => ((this.marks[token] as number) & 0x300) !== 0,
  };

  /** @param outsideBias taken off the score of "no name": more of it finds more names, fewer of them right */
  constructor(words: Words, table: LaidOutRows, phrases: HashMap, outsideBias = 0) {
    this.outsideBias = outsideBias;
    this.words = words;
    this.classifier = new CompiledRows(nameTemplates, table);
    this.phrases = phrases;
  }

  /** Looks the sentence up in the gazetteer and clears the choices; the first step of `find`, apart for the trainer. */
  prepare(buffer: SentenceBuffer): void {
    const { words, context, keys, starts, marks } = this;
    const { count } = buffer;
    let capitals = 0;
    let letters = 0;
    for (let i = 0; i < count; i++) {
      const w = buffer.words[i + pad] as number;
      const c = words.capital[w] as number;
      keys[i] = words.phraseKey[w] as number;
      starts[i] = this.mayBegin(buffer, i) ? 1 : 0;
      if (c < 3) letters++;
      if (c === 1 || c === 2) capitals++;
    }
    context.shouting = letters > 3 && capitals > letters * 0.7 ? 1 : 0;
    markPhrases(this.phrases, keys, starts, count, marks);
    context.marks.fill(0, 0, pad);
    context.chosen.fill(0, 0, pad);
    for (let i = 0; i < count; i++) context.marks[i + pad] = marks[i] as number;
    context.marks.fill(0, count + pad, count + 2 * pad);
  }

  /** True when a name may begin at the token: it has a capital, or is a lower-case particle with a capital soon after. */
  mayBegin(buffer: SentenceBuffer, i: number): boolean {
    const { capital, upper } = this.words;
    const w = buffer.words[i + pad] as number;
    if ((upper[w] as number) === 1) return true;
    return (
      (upper[w] as number) === 2 &&
      ((capital[buffer.words[i + 1 + pad] as number] as number) === 1 || (capital[buffer.words[i + 2 + pad] as number] as number) === 1)
    );
  }

  find(buffer: SentenceBuffer): FoundName[] {
    this.prepare(buffer);
    const { words, context, classifier } = this;
    const { chosen } = context;
    const names: FoundName[] = [];
    let open: FoundName | undefined;
    for (let i = 0; i < buffer.count; i++) {
      const previous = chosen[i - 1 + pad] as number;
      if (!isOpen(previous) && !this.mayBegin(buffer, i)) {
        chosen[i + pad] = 0;
        continue;
      }
      setNameValues(words, buffer, context, i, classifier.values);
      classifier.score();
      const best = this.choose(previous, i === buffer.count - 1);
      chosen[i + pad] = best.nameClass;
      if (best.nameClass === 0) continue;
      const position = positionOf(best.nameClass);
      if (position === place.single || position === place.first) {
        open = { start: i, end: i + 1, type: typeOf(best.nameClass), margin: best.margin };
        names.push(open);
      } else if (open !== undefined) {
        open.end = i + 1;
        open.margin = Math.min(open.margin, best.margin);
      }
    }
    this.addBodies(buffer, names);
    for (const [i, name] of names.entries()) {
      if (nameTypes[name.type] === 'PER') this.extendOverHyphen(buffer, name, names[i + 1]?.start ?? buffer.count);
      name.type = typeByHead(this.lowerOf(buffer, name)) ?? name.type;
    }
    return names;
  }

  /** Adds bodies that a word names by itself ("the Senate") where no name was found. */
  private addBodies(buffer: SentenceBuffer, names: FoundName[]): void {
    const { words, context } = this;
    if (context.shouting === 1) return;
    for (let i = 1; i < buffer.count; i++) {
      const w = buffer.words[i + pad] as number;
      if ((context.chosen[i + pad] as number) !== 0 || (words.capital[w] as number) !== 1 || !isBody(words.lower[w] as number)) continue;
      const after = words.capital[buffer.words[i + 1 + pad] as number] as number;
      if (words.lower[buffer.words[i - 1 + pad] as number] !== articleForm || after === 1 || after === 2) continue;
      names.push({ start: i, end: i + 1, type: nameTypes.indexOf('ORG'), margin: bodyMargin });
    }
    names.sort((a, b) => a.start - b.start);
  }

  /** Takes the second half of a given name in ("Ban Ki" + "-moon"): a short or unknown word in lower case after a hyphen. */
  private extendOverHyphen(buffer: SentenceBuffer, name: FoundName, limit: number): void {
    const { words } = this;
    const hyphen = buffer.words[name.end + pad] as number;
    const half = buffer.words[name.end + 1 + pad] as number;
    if (name.end - name.start < 2 || name.end + 2 > limit || words.form[hyphen] !== hyphenForm) return;
    if ((words.upper[half] as number) === 1 || (words.capital[half] as number) !== 0) return;
    const known =
      partsOfSpeech(words.wordClass[half] as number) !== 0 || (words.stem[half] as number) !== 0 || (words.cluster[half] as number) !== 0;
    if (!known || shortHalves.has(words.lower[half] as number)) name.end += 2;
  }

  private lowerOf(buffer: SentenceBuffer, { start, end }: FoundName): number[] {
    const lower: number[] = [];
    for (let i = start; i < end; i++) lower.push(this.words.lower[buffer.words[i + pad] as number] as number);
    return lower;
  }

  /** The best class that may follow `previous` (and may stand last), with its lead over the next best. */
  private choose(previous: number, last: boolean): { nameClass: number; margin: number } {
    const { scores } = this.classifier;
    const follow = allowed[previous] as Uint8Array;
    scores[0] = (scores[0] as number) - this.outsideBias;
    let best = -1;
    let second = -1;
    for (let c = 0; c < nameClasses; c++) {
      if (follow[c] === 0 || (last && isOpen(c))) continue;
      if (best < 0 || (scores[c] as number) > (scores[best] as number)) {
        second = best;
        best = c;
      } else if (second < 0 || (scores[c] as number) > (scores[second] as number)) second = c;
    }
    return { nameClass: best, margin: second < 0 ? 0 : (scores[best] as number) - (scores[second] as number) };
  }
}
