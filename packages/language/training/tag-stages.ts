import type { HashMap } from '../src/lexicon/hash-map.ts';
import type { Words } from '../src/lexicon/words.ts';
import type { LaidOutRows } from '../src/linear/row-table.ts';
import { pad, SentenceBuffer } from '../src/syntax/sentence-buffer.ts';
import { Tagger } from '../src/syntax/tagger.ts';
import type { Section } from '../src/weights-file.ts';
import { freeze, packClassifier, type TrainedModel } from './pack.ts';
import type { Stage } from './stages.ts';
import { trainTagger, type Example } from './train-tagger.ts';

const folds = 5;
const tagging = { margin: 10, drop: 0.2 };
/** Size of the tables, and the weight below which an entry is left out: costs 0.1 tags, and is a third of the size. */
const packing = { bits: 18, threshold: 1 };

/** Tags every fifth of the treebank by a model of the others. */
export function retag(stage: Stage, words: Words, examples: readonly Example[], tags: number): Example[] {
  const { jackknife } = stage('jackknife', () => ({ jackknife: jackknifeTags(words, examples, tags) }));
  let at = 0;
  return examples.map((e): Example => ({ ...e, tags: (jackknife as Int32Array).slice(at, (at += e.ids.length)) }));
}

/** Trains the tagger's first pass, and the second look on the tags of `retagged`. */
export function trainPasses(
  stage: Stage,
  words: Words,
  examples: readonly Example[],
  retagged: readonly Example[],
  tags: number,
): Record<string, Section> {
  const first = stage('tagger', () => sectionsOf('tagger', freeze(trainTagger(words, examples, tags, { epochs: 9, seed: 1, ...tagging }))));
  const context = retagged.map((e) => e.tags);
  const second = stage('second', () =>
    sectionsOf('second', freeze(trainTagger(words, examples, tags, { epochs: 7, seed: 2, ...tagging }, context))),
  );
  const pack = (name: string, sections: Record<string, Section>): Record<string, Section> =>
    named(name, packClassifier([modelOf(name, sections)], tags, packing.bits, packing.threshold));
  return { ...pack('tagger', first), ...pack('second', second) };
}

/** The arrays of a trained model as sections, to be kept. */
export function sectionsOf(name: string, m: TrainedModel): Record<string, Section> {
  return { [`${name}.hashes`]: m.hashes, [`${name}.starts`]: m.starts, [`${name}.classes`]: m.classes, [`${name}.weights`]: m.weights };
}

/** The trained model of such sections. */
export function modelOf(name: string, sections: Record<string, Section>): TrainedModel {
  const of = (part: string): Section => sections[`${name}.${part}`] as Section;
  return {
    hashes: of('hashes') as Int32Array,
    starts: of('starts') as Int32Array,
    classes: of('classes') as Uint8Array,
    weights: of('weights') as Int32Array,
  };
}

/** The sections of a packed classifier, by the names under which the model looks for them. */
export function named(name: string, { fingerprints, cells, long }: LaidOutRows): Record<string, Section> {
  return { [`${name}.fingerprints`]: fingerprints, [`${name}.cells`]: cells, [`${name}.long`]: long };
}

/** The classifier of such sections. */
export function rowsOf(sections: Record<string, Section>, name: string, classes: number): LaidOutRows {
  const of = (part: string): Section => sections[`${name}.${part}`] as Section;
  return { classes, fingerprints: of('fingerprints') as Uint16Array, cells: of('cells') as Int32Array, long: of('long') as Uint8Array };
}

/** The sections of a map. */
export function mapSections(name: string, { cells, held }: HashMap): Record<string, Section> {
  return { [name]: cells, [`${name}.held`]: held };
}

/** Tags every fold with a tagger trained on the others. */
function jackknifeTags(words: Words, examples: readonly Example[], tags: number): Int32Array {
  const result: Int32Array[] = [];
  const buffer = new SentenceBuffer();
  for (let fold = 0; fold < folds; fold++) {
    const others = examples.filter((_, i) => i % folds !== fold);
    const model = freeze(trainTagger(words, others, tags, { epochs: 5, seed: 10 + fold, ...tagging }));
    const sections = named('fold', packClassifier([model], tags, 19, 0.8));
    const tagger = new Tagger(words, rowsOf(sections, 'fold', tags));
    examples.forEach((e, i) => {
      if (i % folds !== fold) return;
      buffer.load(e.ids, e.ids.length);
      tagger.tag(buffer);
      result[i] = buffer.tags.slice(pad, pad + e.ids.length).map((t) => t - 1);
    });
  }
  return Int32Array.from(result.flatMap((r) => [...r]));
}
