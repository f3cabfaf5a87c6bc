import type { HashMap } from '../lexicon/hash-map.ts';
import { markPhrases } from '../lexicon/phrases.ts';
import type { Words } from '../lexicon/words.ts';
import type { Classifier } from '../linear/classifier.ts';
import { pad, maxTokens, type SentenceBuffer } from '../syntax/sentence-buffer.ts';
import { typeByHead } from './head-words.ts';
import { allowed, isOpen, nameClasses, place, positionOf, typeOf } from './name-classes.ts';
import { nameFeatureRoom, nameFeatures, type NameContext } from './name-features.ts';

/** A name found: token indexes (end exclusive), index of the type, and the smallest margin of its tokens' decisions. */
export interface FoundName {
  start: number;
  end: number;
  type: number;
  margin: number;
}

/** Finds names from left to right, one class a token; tokens that cannot begin or continue a name are not scored. */
export class NameRecogniser {
  readonly context: NameContext = {
    marks: new Int32Array(maxTokens + 2 * pad + 2),
    chosen: new Int32Array(maxTokens + 2 * pad + 2),
    shouting: 0,
  };
  private readonly words: Words;
  private readonly classifier: Classifier;
  private readonly phrases: HashMap;
  private readonly features = new Int32Array(nameFeatureRoom);
  private readonly scores = new Int32Array(nameClasses);
  private readonly keys = new Int32Array(maxTokens);
  private readonly starts = new Uint8Array(maxTokens);
  private readonly marks = new Int32Array(maxTokens);

  private readonly outsideBias: number;

  /** @param outsideBias taken off the score of "no name": more of it finds more names, fewer of them right */
  constructor(words: Words, classifier: Classifier, phrases: HashMap, outsideBias = 0) {
    this.outsideBias = outsideBias;
    this.words = words;
    this.classifier = classifier;
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
    const { words, context, features, scores, classifier } = this;
    const { chosen } = context;
    const names: FoundName[] = [];
    let open: FoundName | undefined;
    for (let i = 0; i < buffer.count; i++) {
      const previous = chosen[i - 1 + pad] as number;
      if (!isOpen(previous) && !this.mayBegin(buffer, i)) {
        chosen[i + pad] = 0;
        continue;
      }
      classifier.score(features, nameFeatures(words, buffer, context, i, features), scores);
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
    for (const name of names) name.type = typeByHead(this.lowerOf(buffer, name)) ?? name.type;
    return names;
  }

  private lowerOf(buffer: SentenceBuffer, { start, end }: FoundName): number[] {
    const lower: number[] = [];
    for (let i = start; i < end; i++) lower.push(this.words.lower[buffer.words[i + pad] as number] as number);
    return lower;
  }

  /** The best class that may follow `previous` (and may stand last), with its lead over the next best. */
  private choose(previous: number, last: boolean): { nameClass: number; margin: number } {
    const { scores } = this;
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
