import { assembleModel, type ModelMeta } from '../src/model.ts';
import { HashMap } from '../src/lexicon/hash-map.ts';
import { partsOfSpeech } from '../src/lexicon/word-class.ts';
import { classKey, Words } from '../src/lexicon/words.ts';
import { RowTable } from '../src/linear/row-table.ts';
import { NameRecogniser } from '../src/names/recogniser.ts';
import { nameClasses } from '../src/names/name-classes.ts';
import { pad, SentenceBuffer } from '../src/syntax/sentence-buffer.ts';
import { Tagger } from '../src/syntax/tagger.ts';
import type { Section, WeightsFile } from '../src/weights-file.ts';
import type { TreeSentence } from './conllu.ts';
import { namesOfEwt } from './ewt-names.ts';
import { readConllNames, type NamedSentence } from './conll-names.ts';
import { measureNames } from './measure-names.ts';
import { measureSyntax } from './measure-syntax.ts';
import { namesOfGum, readNamedCorpora } from './names-data.ts';
import { packClassifier, packThreeWay } from './pack.ts';
import { buildPhraseTable } from './phrase-table.ts';
import { createStages } from './stages.ts';
import { readInventory, readTreebanks, toExamples } from './syntax-data.ts';
import { trainLemmas } from './train-lemmas.ts';
import { nameClassesOf, trainNames, type NameExample } from './train-names.ts';
import { trainParser } from './train-parser.ts';
import { trainTagger, type Example } from './train-tagger.ts';
import { buildWordClasses } from './word-classes.ts';

export interface TrainingOptions {
  cache: string | undefined;
  again: ReadonlySet<string>;
  show: number;
}

const folds = 5;
const tagBits = 19;

/** Settings found on the held-out sets (docs/quality/language.md says what others gave). */
const tagging = { margin: 10, drop: 0.2 };
const parsing = { margin: 10, drop: 0.1 };
const naming = { margin: 10, drop: 0.15 };

/** Trains all parts in order and prints their figures on what was held out. */
export function trainModel(treebanks: string, options: TrainingOptions): WeightsFile {
  const stage = createStages(options.cache, options.again);
  const banks = readTreebanks(treebanks);
  const corpora = readNamedCorpora(treebanks);
  const { classes } = stage('classes', () => ({
    classes: buildWordClasses(
      [...banks.train, ...corpora].map((s) => s.words),
      256,
    ).cells,
  }));
  const { phrases } = stage('phrases', () => ({ phrases: buildPhraseTable().cells }));
  const words = new Words(new HashMap(classes as Int32Array), 1 << 19);
  const inventory = readInventory(banks.train, 4);
  const examples = toExamples(banks.train, words, inventory);
  const tagWith = (sections: Record<string, Section>): Tagger => new Tagger(words, rowsOf(sections, 'tagger', inventory.tags.length));

  const tagSections = stage('tagger', () =>
    named(
      'tagger',
      packClassifier([trainTagger(words, examples, inventory.tags.length, { epochs: 9, seed: 1, ...tagging })], tagBits, 0.8),
    ),
  );
  const tagger = tagWith(tagSections);
  const { jackknife } = stage('jackknife', () => ({ jackknife: jackknifeTags(words, examples, inventory.tags.length) }));
  let at = 0;
  const retagged = examples.map((e): Example => ({ ...e, tags: (jackknife as Int32Array).slice(at, (at += e.ids.length)) }));

  const root = inventory.labels.indexOf('root');
  const parserSections = stage('parser', () => {
    const model = trainParser(words, retagged, inventory.labels.length, root, { epochs: 10, seed: 3, ...parsing });
    return { transitions: packThreeWay([model.transitions], 19, 0), ...named('labels', packClassifier([model.labels], 18, 0.2)) };
  });

  const frame = new NameRecogniser(words, { classes: nameClasses, score: () => {} }, new HashMap(phrases as Int32Array));
  const nameSections = stage('names', () => {
    const treeExamples = nameExamples(banks.train, retagged);
    const otherExamples = corpora.map((s) => tagSentence(s, words, tagger));
    return named(
      'names',
      packClassifier([trainNames(words, frame, [...treeExamples, ...otherExamples], { epochs: 10, seed: 5, ...naming })], 18, 0.2),
    );
  });

  const partsOf = (word: string): number => partsOfSpeech(new HashMap(classes as Int32Array).get(classKey(word)));
  const meta: ModelMeta = {
    language: 'en',
    version: '1',
    tags: inventory.tags,
    labels: inventory.labels,
    lemmas: trainLemmas(banks.train, partsOf),
    margins: { transition: 300, name: 60 },
  };
  const file = {
    meta,
    sections: new Map(
      Object.entries({ classes: classes as Section, phrases: phrases as Section, ...tagSections, ...parserSections, ...nameSections }),
    ),
  };
  const parts = assembleModel(file);
  for (const [name, bank] of [
    ['EWT dev', banks.ewtDev],
    ['GUM held out', banks.gumHeldOut],
  ] as const)
    measureSyntax(name, bank, parts.words, inventory, parts.tagger, parts.parser);
  measureNames('UNER EWT dev', readConllNames(`${treebanks}/ner/uner-ewt-dev.iob2`), parts.words, parts.tagger, parts.names, options.show);
  measureNames('GUM held out', namesOfGum(banks.gumHeldOut), parts.words, parts.tagger, parts.names, options.show);
  return file;
}

/** Name examples of the treebanks: GUM's own entities, and EWT's proper nouns with the types given by hand. */
function nameExamples(sentences: readonly TreeSentence[], tagged: readonly Example[]): NameExample[] {
  const gum = namesOfGum(sentences);
  const ewt = namesOfEwt(sentences);
  return sentences.map((s, i) => {
    const example = tagged[i] as Example;
    if (s.document.startsWith('GUM')) return { ...example, classes: nameClassesOf(gum[i] as NamedSentence) };
    const { named: names, unknown } = ewt[i] as { named: NamedSentence; unknown: number[] };
    const classes = nameClassesOf(names);
    for (const u of unknown) classes[u] = -1;
    return { ...example, classes };
  });
}

function named(name: string, packed: { slots: Uint32Array; entries: Uint16Array }): Record<string, Section> {
  return { [`${name}.slots`]: packed.slots, [`${name}.entries`]: packed.entries };
}

function rowsOf(sections: Record<string, Section>, name: string, classes: number): RowTable {
  return new RowTable(classes, sections[`${name}.slots`] as Uint32Array, sections[`${name}.entries`] as Uint16Array);
}

/** Tags every fold with a tagger trained on the others, so that the parser learns from tags as wrong as those it will get. */
function jackknifeTags(words: Words, examples: readonly Example[], tags: number): Int32Array {
  const result: Int32Array[] = [];
  const buffer = new SentenceBuffer();
  for (let fold = 0; fold < folds; fold++) {
    const packed = packClassifier(
      [
        trainTagger(
          words,
          examples.filter((_, i) => i % folds !== fold),
          tags,
          { epochs: 5, seed: 10 + fold, ...tagging },
        ),
      ],
      tagBits,
      0.8,
    );
    const tagger = new Tagger(words, rowsOf(named('tagger', packed), 'tagger', tags));
    examples.forEach((e, i) => {
      if (i % folds !== fold) return;
      buffer.load(e.ids, e.ids.length);
      tagger.tag(buffer);
      result[i] = buffer.tags.slice(pad, pad + e.ids.length).map((t) => t - 1);
    });
  }
  return Int32Array.from(result.flatMap((r) => [...r]));
}

function tagSentence(sentence: NamedSentence, words: Words, tagger: Tagger): NameExample {
  const buffer = new SentenceBuffer();
  const ids = Int32Array.from(sentence.words, (w) => words.id(w));
  buffer.load(ids, ids.length);
  tagger.tag(buffer);
  return { ids, tags: buffer.tags.slice(pad, pad + ids.length).map((t) => t - 1), classes: nameClassesOf(sentence) };
}
