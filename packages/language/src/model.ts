import { LanguageError } from './errors.ts';
import type { LemmaTable } from './lemma/lemmatiser.ts';
import { Lemmatiser } from './lemma/lemmatiser.ts';
import { HashMap } from './lexicon/hash-map.ts';
import { createLexicon, type Lexicon } from './lexicon/lexicon.ts';
import { Words } from './lexicon/words.ts';
import type { LaidOutRows } from './linear/row-table.ts';
import { nameClasses } from './names/name-classes.ts';
import { NameRecogniser } from './names/recogniser.ts';
import { barrierOf } from './syntax/sentence-buffer.ts';
import { Parser } from './syntax/parser.ts';
import { Tagger } from './syntax/tagger.ts';
import type { Section, WeightsFile } from './weights-file.ts';

/** First decisions of the tagger with a lead below this are looked at again (about one in six). */
export const doubtfulTag = 200;

/** A decision that leads by m is right with probability 1 / (1 + exp(−(offset + slope · min(m, 2000) / 100))). */
export interface Margin {
  offset: number;
  slope: number;
}

/** What a weights file says beside its arrays. */
export interface ModelMeta {
  language: string;
  version: string;
  /** Joint tags, "UPOS|XPOS". */
  tags: string[];
  labels: string[];
  lemmas: LemmaTable;
  /** What the leads of decisions tell, found on sentences that were not trained on. */
  margins: { transition: Margin; name: Margin };
  /** How much "no name" is held back (see NameRecogniser). */
  outsideBias?: number;
}

/** The parts of a loaded model, as `createModel` takes them. */
export interface ModelParts {
  meta: ModelMeta;
  words: Words;
  tagger: Tagger;
  parser: Parser;
  names: NameRecogniser;
  lemmatiser: Lemmatiser;
  lexicon: Lexicon;
}

/** `barrierOf` by tag number (0 is the edge). */
export const barrierKindsOf = (tags: readonly string[]): Int32Array => Int32Array.from(['', ...tags], barrierOf);

/**
 * Builds the parts of a model from its weights.
 * @throws LanguageError weights-invalid when a section is missing or of the wrong kind
 */
export function assembleModel(file: WeightsFile, irregularVerbs?: ReadonlyMap<string, string>): ModelParts {
  const meta = file.meta as ModelMeta;
  const section = <T extends Section>(name: string, kind: new (n: number) => T): T => {
    const array = file.sections.get(name);
    if (!(array instanceof kind)) throw new LanguageError('weights-invalid', `section ${name} is missing`);
    return array;
  };
  // What stays has memory of its own, so that the file's can go.
  const map = (name: string): HashMap =>
    new HashMap(
      section(name, Int32Array).slice(),
      file.sections.has(`${name}.held`) ? section(`${name}.held`, Int32Array).slice() : undefined,
    );
  const optional = (name: string): HashMap | undefined => (file.sections.has(name) ? map(name) : undefined);
  const rows = (name: string, count: number): LaidOutRows => ({
    classes: count,
    fingerprints: section(`${name}.fingerprints`, Uint16Array),
    cells: section(`${name}.cells`, Int32Array),
    long: section(`${name}.long`, Uint8Array),
  });
  const classes = map('classes');
  const phrases = map('phrases');
  const lexicon = createLexicon(classes, phrases);
  const words = new Words(classes);
  return {
    meta,
    words,
    tagger: new Tagger(
      words,
      rows('tagger', meta.tags.length),
      file.sections.has('second.cells') ? rows('second', meta.tags.length) : undefined,
      doubtfulTag,
      optional('dictionary'),
    ),
    parser: new Parser(
      words,
      { fingerprints: section('transitions.fingerprints', Uint8Array), weights: section('transitions.weights', Int32Array) },
      rows('labels', meta.labels.length),
      meta.labels.indexOf('root'),
      barrierKindsOf(meta.tags),
      optional('memo'),
    ),
    names: new NameRecogniser(words, rows('names', nameClasses), phrases, meta.outsideBias ?? 0),
    lemmatiser: new Lemmatiser(meta.lemmas, (word) => lexicon.partsOf(word), irregularVerbs),
    lexicon,
  };
}
