import { splitSentences } from '@copydesk/text';
import { LanguageError } from '../errors.ts';
import type { LanguageModel } from '../language-model.ts';
import type { ParsedSentence } from '../parsed-sentence.ts';
import { resolveReferences } from '../entities/antecedents.ts';
import type { Entity } from '../entities/entity.ts';
import { linkNames } from '../entities/link-names.ts';
import { agreeOnTypes } from './agree-on-types.ts';

/** Most code units and tokens that are read as one text: what is larger is refused, so that any answer comes within a second. */
const maxText = 1_000_000;
const maxDocumentTokens = 40_000;

/** A text read sentence by sentence, its names agreed over the whole text. */
export interface ReadDocument {
  sentences: ParsedSentence[];
  /** What the text names, in order of first mention, with pronouns and descriptions that clearly mean it. */
  entities: Entity[];
}

/**
 * Reads a whole text: sentences, their analysis, and one type for each name throughout.
 * @throws LanguageError text-too-long over 1,000,000 code units or 40,000 tokens
 */
export function readDocument(model: LanguageModel, text: string): ReadDocument {
  if (text.length > maxText) throw new LanguageError('text-too-long', `${text.length} code units; at most ${maxText} are read`);
  const sentences: ParsedSentence[] = [];
  let tokens = 0;
  for (const span of splitSentences(text)) {
    const sentence = model.parse(text, span);
    tokens += sentence.tokens.length;
    if (tokens > maxDocumentTokens) throw new LanguageError('text-too-long', `more than ${maxDocumentTokens} tokens`);
    sentences.push(sentence);
  }
  agreeOnTypes(text, sentences);
  const entities = linkNames(text, sentences, model.lexicon);
  resolveReferences(sentences, entities, model.lexicon);
  return { sentences, entities };
}
