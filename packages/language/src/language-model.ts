import { readFileSync } from 'node:fs';
import { tokenize, type Span } from '@copydesk/text';
import { Analyser, type TokenisedSentence } from './analyser.ts';
import { LanguageError } from './errors.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { readIrregularVerbs } from './lemma/lemmatiser.ts';
import { assembleModel, type ModelParts } from './model.ts';
import { KnownOrganisations } from './names/known-organisations.ts';
import type { ParsedSentence } from './parsed-sentence.ts';
import { readWeights } from './weights-file.ts';

/** Longest span, in UTF-16 code units, that is read as one sentence. */
const maxSentence = 20_000;
/** Tokens that are analysed side by side, at most, if there are several sentences. */
const maxBatch = 4096;
const folders: Readonly<Record<string, string>> = { en: '../data/en/' };

/** A model of one language: tags, lemmas, dependencies and names of one sentence at a time. */
export interface LanguageModel {
  readonly language: string;
  /** Version of the weights; changes whenever an answer may. */
  readonly version: string;
  /** What the gazetteers and word lists say of words and names. */
  readonly lexicon: Lexicon;
  /**
   * Analyses one sentence of a text.
   * @param sentence offsets of the sentence in `text`
   * @throws LanguageError span-outside-text, or sentence-too-long (over 20,000 code units or 4,096 tokens)
   */
  parse(text: string, sentence: Span): ParsedSentence;
  /** The same for several sentences of a text, which takes less time than one after the other. */
  parseAll(text: string, sentences: readonly Span[]): ParsedSentence[];
  /** The same for words already separated; offsets count the words joined by one blank. */
  parseTokens(words: readonly string[]): ParsedSentence;
  /**
   * Analyses some tokens of a sentence, in order, as if it had no others: the same answer as a parse from scratch, but decisions that the
   * sentence was parsed with are not taken again where nothing differs. Offsets and names are those of the sentence.
   * @param part indexes of tokens, ascending
   */
  parsePart(sentence: ParsedSentence, part: readonly number[]): ParsedSentence;
}

/** Languages with weights. */
export const supportedLanguages: readonly string[] = Object.keys(folders);
const loaded = new Map<string, LanguageModel>();

/**
 * Loads a language's model from the committed weights (once; later calls give the same object).
 * @param language ISO 639-1 code
 * @throws LanguageError language-unsupported when there are no weights for it
 */
export function loadModel(language = 'en'): LanguageModel {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const folder = Object.hasOwn(folders, language) ? folders[language] : undefined;
  if (folder === undefined)
    throw new LanguageError('language-unsupported', `no weights for language ${language}; there are: ${supportedLanguages.join(', ')}`);
  const read = (name: string): Buffer => readFileSync(new URL(`${folder}${name}`, import.meta.url));
  const organisations = new KnownOrganisations(read('organisations.txt').toString('utf8').trimEnd().split('\n'));
  const irregularVerbs = readIrregularVerbs(read('irregular-verbs.txt').toString('utf8'));
  const model = createModel(assembleModel(readWeights(read('weights.bin.gz')), irregularVerbs), organisations);
  loaded.set(language, model);
  return model;
}

/** Makes a model of its parts. */
function createModel(parts: ModelParts, organisations: KnownOrganisations): LanguageModel {
  const { meta } = parts;
  const analyser = new Analyser(parts, organisations);
  const parse = (text: string, sentence: Span): ParsedSentence => analyser.analyse(tokensOf(text, sentence));
  return {
    language: meta.language,
    version: meta.version,
    lexicon: parts.lexicon,
    parse,
    parseAll: (text, sentences) => inBatches(text, sentences, (batch) => analyser.analyseAll(batch)),
    parseTokens(words) {
      let at = 0;
      const tokens = words.map((text) => {
        const start = at;
        at += text.length + 1;
        return { start, end: start + text.length, text };
      });
      return analyser.analyse({ start: 0, end: Math.max(0, at - 1), tokens });
    },
    parsePart(sentence, part) {
      const tokens = part.flatMap((index) => sentence.tokens[index] ?? []);
      if (tokens.length < part.length) throw new LanguageError('span-outside-text', 'not tokens of the sentence');
      return analyser.analysePart({ start: sentence.start, end: sentence.end, tokens }, sentence, part);
    },
  };
}

/** Cuts a sentence into tokens. */
function tokensOf(text: string, { start, end }: Span): TokenisedSentence {
  if (!(start >= 0 && start <= end && end <= text.length))
    throw new LanguageError('span-outside-text', `${start}–${end} is not within a text of ${text.length}`);
  if (end - start > maxSentence)
    throw new LanguageError('sentence-too-long', `${end - start} code units; at most ${maxSentence} are read as one sentence`);
  return { start, end, tokens: tokenize(text, start, end) };
}

/** Analyses sentences in batches of a bounded number of tokens. */
function inBatches(
  text: string,
  sentences: readonly Span[],
  analyse: (batch: readonly TokenisedSentence[]) => ParsedSentence[],
): ParsedSentence[] {
  const parsed: ParsedSentence[] = [];
  let batch: TokenisedSentence[] = [];
  let tokens = 0;
  for (const span of sentences) {
    const sentence = tokensOf(text, span);
    if (tokens + sentence.tokens.length > maxBatch) {
      parsed.push(...analyse(batch));
      batch = [];
      tokens = 0;
    }
    batch.push(sentence);
    tokens += sentence.tokens.length;
  }
  return [...parsed, ...analyse(batch)];
}
