import type { Words } from '../src/lexicon/words.ts';
import { pad, SentenceBuffer } from '../src/syntax/sentence-buffer.ts';
import { tagFeatureRoom, tagFeatures } from '../src/syntax/tag-features.ts';
import { dropFeatures, teach, type Learning } from './learning.ts';
import { Perceptron } from './perceptron.ts';
import { createRandom, shuffled } from './random.ts';

/** A sentence as the trainers take it: words, gold tags as classes (−1: not of the tag set), heads and labels. */
export interface Example {
  ids: Int32Array;
  tags: Int32Array;
  heads: Int32Array;
  labels: Int32Array;
}

/**
 * Trains an averaged perceptron tagger.
 * @param first without it, the first pass is trained, whose history is its own choice, as it will be at work; with it (tags of the first
 *   pass on text it was not trained on, one array a sentence) the second look, which sees those tags on both sides
 */
export function trainTagger(
  words: Words,
  examples: readonly Example[],
  classes: number,
  learning: Learning,
  first?: readonly Int32Array[],
): Perceptron {
  const model = new Perceptron(classes);
  const buffer = new SentenceBuffer();
  const features = new Int32Array(tagFeatureRoom);
  const scores = new Int32Array(classes);
  const random = createRandom(learning.seed);
  for (let epoch = 0; epoch < learning.epochs; epoch++) {
    let errors = 0;
    let decisions = 0;
    for (const index of shuffled(examples.length, random)) {
      const example = examples[index] as Example;
      buffer.load(example.ids, example.ids.length);
      const before = first?.[index];
      if (before !== undefined) for (let i = 0; i < buffer.count; i++) buffer.tags[i + pad] = (before[i] as number) + 1;
      for (let i = 0; i < buffer.count; i++) {
        const all = tagFeatures(words, buffer, i, before === undefined ? 'first' : 'second', features);
        const right = example.tags[i] as number;
        const best = teach(model, features, dropFeatures(features, all, learning.drop, random), scores, right, learning.margin);
        decisions++;
        if (best !== right) errors++;
        if (before === undefined) buffer.tags[i + pad] = best + 1;
      }
    }
    console.log(`  tagger epoch ${epoch + 1}: ${((100 * errors) / decisions).toFixed(2)} % wrong`);
  }
  return model;
}
