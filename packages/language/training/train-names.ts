import type { Words } from '../src/lexicon/words.ts';
import { allowed, classOf, isOpen, nameClasses, nameTypes, place } from '../src/names/name-classes.ts';
import { nameFeatureRoom, nameFeatures } from '../src/names/name-features.ts';
import type { NameRecogniser } from '../src/names/recogniser.ts';
import { pad, SentenceBuffer } from '../src/syntax/sentence-buffer.ts';
import type { NamedSentence } from './conll-names.ts';
import { dropFeatures, teach, type Learning } from './learning.ts';
import { Perceptron } from './perceptron.ts';
import { createRandom, shuffled } from './random.ts';

/** A sentence for the name trainer: words, tags (as classes) and name classes. */
export interface NameExample {
  ids: Int32Array;
  tags: Int32Array;
  /** Name classes; −1 where the type is not known and nothing is taught. */
  classes: Int32Array;
}

/** Turns name spans into one class a token. */
export function nameClassesOf(sentence: NamedSentence): Int32Array {
  const classes = new Int32Array(sentence.words.length);
  for (const { start, end, type } of sentence.names) {
    const t = nameTypes.indexOf(type);
    for (let i = start; i < end; i++) {
      const position = end - start === 1 ? place.single : i === start ? place.first : i === end - 1 ? place.last : place.inner;
      classes[i] = classOf(t, position);
    }
  }
  return classes;
}

const followLast = (follow: Uint8Array): Uint8Array => follow.map((f, c) => (isOpen(c) ? 0 : f));

/** Trains the recogniser's averaged perceptron; its history is its own choice. `frame` gives the gazetteer marks and what is scored. */
export function trainNames(words: Words, frame: NameRecogniser, examples: readonly NameExample[], learning: Learning): Perceptron {
  const model = new Perceptron(nameClasses);
  const buffer = new SentenceBuffer();
  const features = new Int32Array(nameFeatureRoom);
  const scores = new Int32Array(nameClasses);
  const random = createRandom(learning.seed);
  const { chosen } = frame.context;
  for (let epoch = 0; epoch < learning.epochs; epoch++) {
    let errors = 0;
    let decisions = 0;
    for (const index of shuffled(examples.length, random)) {
      const example = examples[index] as NameExample;
      const count = example.ids.length;
      buffer.load(example.ids, count);
      for (let i = 0; i < count; i++) buffer.tags[i + pad] = (example.tags[i] as number) + 1;
      frame.prepare(buffer);
      for (let i = 0; i < count; i++) {
        const previous = chosen[i - 1 + pad] as number;
        if (!isOpen(previous) && !frame.mayBegin(buffer, i)) {
          chosen[i + pad] = 0;
          continue;
        }
        const n = dropFeatures(features, nameFeatures(words, buffer, frame.context, i, features), learning.drop, random);
        const follow = allowed[previous] as Uint8Array;
        // After a wrong step the gold class may not be possible; then nothing is taught.
        const gold = example.classes[i] as number;
        const right = gold >= 0 && follow[gold] === 0 ? -1 : gold;
        const best = teach(model, features, n, scores, right, learning.margin, i === count - 1 ? followLast(follow) : follow);
        decisions++;
        if (right >= 0 && right !== best) errors++;
        chosen[i + pad] = epoch === 0 && (example.classes[i] as number) >= 0 ? (example.classes[i] as number) : best;
      }
    }
    console.log(`  names epoch ${epoch + 1}: ${((100 * errors) / decisions).toFixed(2)} % wrong`);
  }
  return model;
}
