import type { Words } from '../src/lexicon/words.ts';
import { pad, SentenceBuffer } from '../src/syntax/sentence-buffer.ts';
import { tagFeatureRoom, tagHistoryFeatures, wordFeatures } from '../src/syntax/tag-features.ts';
import { Perceptron } from './perceptron.ts';
import { createRandom, shuffled } from './random.ts';

/** A sentence as the trainers take it: words, gold tags as classes (−1: not of the tag set), heads and labels. */
export interface Example {
  ids: Int32Array;
  tags: Int32Array;
  heads: Int32Array;
  labels: Int32Array;
}

/** Trains an averaged perceptron tagger whose history is its own choice, as it will be at work. */
export function trainTagger(words: Words, examples: readonly Example[], classes: number, epochs: number, seed: number): Perceptron {
  const model = new Perceptron(classes);
  const buffer = new SentenceBuffer();
  const features = new Int32Array(tagFeatureRoom);
  const scores = new Int32Array(classes);
  const random = createRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let errors = 0;
    let decisions = 0;
    for (const index of shuffled(examples.length, random)) {
      const example = examples[index] as Example;
      buffer.load(example.ids, example.ids.length);
      for (let i = 0; i < buffer.count; i++) {
        const n = tagHistoryFeatures(words, buffer, i, features, wordFeatures(words, buffer, i, features));
        model.score(features, n, scores);
        let best = 0;
        for (let c = 1; c < classes; c++) if ((scores[c] as number) > (scores[best] as number)) best = c;
        const right = example.tags[i] as number;
        decisions++;
        if (best !== right && right >= 0) {
          model.update(features, n, right, best);
          errors++;
        }
        model.clock++;
        buffer.tags[i + pad] = best + 1;
      }
    }
    console.log(`  tagger epoch ${epoch + 1}: ${((100 * errors) / decisions).toFixed(2)} % wrong`);
  }
  return model;
}
