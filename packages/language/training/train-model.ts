import { HashMap } from '../src/lexicon/hash-map.ts';
import { partsOfSpeech } from '../src/lexicon/word-class.ts';
import { classKey, Words } from '../src/lexicon/words.ts';
import { assembleModel, barrierKindsOf, doubtfulTag, type ModelMeta } from '../src/model.ts';
import { nameClasses } from '../src/names/name-classes.ts';
import { NameRecogniser } from '../src/names/recogniser.ts';
import { noRows } from '../src/linear/row-table.ts';
import { Tagger } from '../src/syntax/tagger.ts';
import type { Section, WeightsFile } from '../src/weights-file.ts';
import { calibrate } from './calibrate.ts';
import { readConllNames } from './conll-names.ts';
import { measureNames } from './measure-names.ts';
import { measureSyntax } from './measure-syntax.ts';
import { nameExamples, tagSentence, withOtherNames } from './name-examples.ts';
import { namesOfGum, readNamedCorpora } from './names-data.ts';
import { freeze, packClassifier, packThreeWay } from './pack.ts';
import { buildMemo } from './parse-memo.ts';
import { buildPhraseTable } from './phrase-table.ts';
import { createStages } from './stages.ts';
import { readInventory, readTreebanks, toExamples, type Treebanks } from './syntax-data.ts';
import { mapSections, modelOf, named, retag, rowsOf, sectionsOf, trainPasses } from './tag-stages.ts';
import { buildTagDictionary } from './tag-dictionary.ts';
import { trainLemmas } from './train-lemmas.ts';
import { trainNames } from './train-names.ts';
import { trainParser } from './train-parser.ts';
import { buildWordClasses } from './word-classes.ts';

export interface TrainingOptions {
  cache: string | undefined;
  again: ReadonlySet<string>;
  /** How many wrong sentences of names are printed. */
  show: number;
  /** Stop after this stage, to run stages side by side over one cache. */
  until: string | undefined;
}

/** Settings found on the held-out sets (docs/quality/language.md says what others gave). */
const parsing = { margin: 15, drop: 0.25, epochs: 8 };
const naming = { margin: 8, drop: 0.1, epochs: 6 };
/** Makes precision and recall of names about even on the held-out sets. */
const outsideBias = 60;
/** Models of different orders are summed: more even than any of them. */
const parserSeeds = [3, 4, 5];
const nameSeeds = [5, 6];

/** Trains all parts in order and prints their figures on what was held out. */
export function trainModel(treebanks: string, options: TrainingOptions): WeightsFile | undefined {
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
  const classMap = new HashMap(classes as Int32Array);
  const phraseMap = new HashMap(phrases as Int32Array);
  const words = new Words(classMap, 1 << 19);
  const inventory = readInventory(banks.train, 12);
  const tagCount = inventory.tags.length;
  const examples = toExamples(banks.train, words, inventory);
  const retagged = retag(stage, words, examples, tagCount);

  const root = inventory.labels.indexOf('root');
  // GUM counts twice: it is the smaller bank, and nearer to news.
  const trees = [...retagged, ...retagged.filter((_, i) => banks.train[i]?.document.startsWith('GUM'))];
  const parsers: Record<string, Section>[] = [];
  for (const seed of parserSeeds) {
    parsers.push(
      stage(`parser-${seed}`, () => {
        const model = trainParser(words, trees, inventory.labels.length, root, { seed, ...parsing }, barrierKindsOf(inventory.tags));
        return { ...sectionsOf('moves', freeze(model.transitions)), ...sectionsOf('labels', freeze(model.labels)) };
      }),
    );
    if (options.until === `parser-${seed}`) return undefined;
  }

  const tagSections = trainPasses(stage, words, examples, retagged, tagCount);
  const tagger = new Tagger(words, rowsOf(tagSections, 'tagger', tagCount), rowsOf(tagSections, 'second', tagCount), doubtfulTag);
  const frame = new NameRecogniser(words, noRows(nameClasses), phraseMap);
  const recognisers = nameSeeds.map((seed) =>
    stage(`names-${seed}`, () => {
      // Prose counts three times, once with other names in it: tweets and contracts are many, and further from news.
      const prose = nameExamples(banks.train, retagged);
      const swapped = withOtherNames(prose, words, inventory.tags.indexOf('PROPN|NNP'));
      const others = corpora.map((s) => tagSentence(s, words, tagger));
      const all = [...prose, ...prose, ...swapped, ...others].map((e) => e.example);
      return sectionsOf('names', freeze(trainNames(words, frame, all, { seed, ...naming })));
    }),
  );

  const meta: ModelMeta = {
    language: 'en',
    version: '2',
    tags: inventory.tags,
    labels: inventory.labels,
    lemmas: trainLemmas(banks.train, (word) => partsOfSpeech(classMap.get(classKey(word)))),
    margins: { transition: { offset: 0, slope: 0.7 }, name: { offset: 0, slope: 3 } },
    outsideBias,
  };
  const transitions = packThreeWay(
    parsers.map((p) => modelOf('moves', p)),
    18,
    0,
  );
  const sections: Record<string, Section> = {
    ...mapSections('classes', classMap),
    ...mapSections('phrases', phraseMap),
    ...tagSections,
    'transitions.fingerprints': transitions.fingerprints,
    'transitions.weights': transitions.weights,
    ...named(
      'labels',
      packClassifier(
        parsers.map((p) => modelOf('labels', p)),
        inventory.labels.length,
        17,
        0.5,
      ),
    ),
    ...named(
      'names',
      packClassifier(
        recognisers.map((p) => modelOf('names', p)),
        nameClasses,
        17,
        0.5,
      ),
    ),
  };
  Object.assign(sections, mapSections('dictionary', buildTagDictionary(banks.train, inventory.tags)));
  const plain = assembleModel({ meta, sections: new Map(Object.entries(sections)) });
  const memo = buildMemo(
    banks.train.map((s) => s.words),
    plain.words,
    plain.tagger,
    plain.parser,
  );
  Object.assign(sections, mapSections('memo', memo));
  const file = { meta, sections: new Map(Object.entries(sections)) };
  meta.margins = calibrate(assembleModel(file), [...banks.ewtDev, ...banks.gumHeldOut], namesOfGum(banks.gumHeldOut));
  console.log(`  confidence: ${JSON.stringify(meta.margins)}`);
  measure(file, treebanks, banks, options.show);
  return file;
}

/** Prints the figures of a model on what was held out. */
function measure(file: WeightsFile, treebanks: string, banks: Treebanks, show: number): void {
  const parts = assembleModel(file);
  const inventory = parts.meta;
  measureSyntax('EWT dev', banks.ewtDev, parts.words, inventory, parts.tagger, parts.parser);
  measureSyntax('GUM held out', banks.gumHeldOut, parts.words, inventory, parts.tagger, parts.parser);
  measureNames('UNER EWT dev', readConllNames(`${treebanks}/ner/uner-ewt-dev.iob2`), parts.words, parts.tagger, parts.names, show);
  measureNames('GUM held out', namesOfGum(banks.gumHeldOut), parts.words, parts.tagger, parts.names, show);
}
