import { splitSentences, tokenize, type Span } from '@copydesk/text';
import { LanguageError } from '../errors.ts';
import type { LanguageModel } from '../language-model.ts';
import type { ParsedSentence } from '../parsed-sentence.ts';
import { resolveReferences } from '../entities/antecedents.ts';
import type { Entity } from '../entities/entity.ts';
import { linkNames } from '../entities/link-names.ts';
import { nameDefinedAcronyms } from './defined-acronyms.ts';
import { agreeOnTypes } from './agree-on-types.ts';

/** Most code units and tokens that are read as one text: what is larger is refused, so that any answer comes within a second. */
const maxText = 1_000_000;
const maxDocumentTokens = 30_000;

/** A text read sentence by sentence, its names agreed over the whole text. */
export interface ReadDocument {
  sentences: ParsedSentence[];
  /** What the text names, in order of first mention, with pronouns and descriptions that clearly mean it. */
  entities: Entity[];
}

/**
 * Reads a whole text: sentences, their analysis, and one type for each name throughout.
 * @throws LanguageError text-too-long over 1,000,000 code units or 30,000 tokens
 */
export function readDocument(model: LanguageModel, text: string): ReadDocument {
  if (text.length > maxText) throw new LanguageError('text-too-long', `${text.length} code units; at most ${maxText} are read`);
  if (hasMoreWords(text, maxDocumentTokens)) throw tooManyTokens();
  const spans = splitSentences(text);
  // A text may have too many tokens without having too many words, if it is long enough.
  if (text.length > maxDocumentTokens) refuseManyTokens(text, spans);
  const sentences = model.parseAll(text, spans);
  for (const sentence of sentences) nameDefinedAcronyms(sentence);
  agreeOnTypes(text, sentences);
  const entities = linkNames(text, sentences, model.lexicon);
  resolveReferences(sentences, entities, model.lexicon);
  return { sentences, entities };
}

const tooManyTokens = (): LanguageError => new LanguageError('text-too-long', `more than ${maxDocumentTokens} tokens`);

/** True when a text has more words between blanks than `most`: it has at least as many tokens, so that it is refused before any work. */
function hasMoreWords(text: string, most: number): boolean {
  if (text.length <= most) return false;
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length && words <= most; i++) {
    const code = text.charCodeAt(i);
    const blank = code === 32 || (code >= 9 && code <= 13);
    if (!blank && !inside) words++;
    inside = !blank;
  }
  return words > most;
}

/** Counts a long text's tokens before they are analysed, which costs twenty times as much. */
function refuseManyTokens(text: string, spans: readonly Span[]): void {
  let tokens = 0;
  for (const { start, end } of spans) {
    tokens += tokenize(text, start, end).length;
    if (tokens > maxDocumentTokens) throw tooManyTokens();
  }
}
