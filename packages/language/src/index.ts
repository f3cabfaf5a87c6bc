export { LanguageError, type LanguageErrorCode } from './errors.ts';
export { loadModel, supportedLanguages, type LanguageModel } from './language-model.ts';
export type { NameType } from './names/name-classes.ts';
export type { NameMention, ParsedSentence, ParsedToken } from './parsed-sentence.ts';
export { readDocument, type ReadDocument } from './document/read-document.ts';
