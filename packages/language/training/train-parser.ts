import type { Words } from '../src/lexicon/words.ts';
import { labelFeatureRoom, labelFeatures } from '../src/syntax/label-features.ts';
import { ParserState, transition } from '../src/syntax/parser-state.ts';
import { countBarriers, pad, SentenceBuffer } from '../src/syntax/sentence-buffer.ts';
import { transitionFeatureRoom, transitionFeatures } from '../src/syntax/transition-features.ts';
import { dropFeatures, teach, type Learning } from './learning.ts';
import { liftCrossings, transitionCosts } from './oracle.ts';
import { Perceptron } from './perceptron.ts';
import { createRandom, shuffled } from './random.ts';
import type { Example } from './train-tagger.ts';

/** Share of transitions that follow the model's own choice once it explores. */
const ownChoice = 0.9;

/** Trains transitions and labels together, with a dynamic oracle and exploration from the second epoch on. */
export function trainParser(
  words: Words,
  examples: readonly Example[],
  labels: number,
  rootLabel: number,
  learning: Learning,
  barrierKinds: Int32Array,
): { transitions: Perceptron; labels: Perceptron } {
  const moves = new Perceptron(3);
  const names = new Perceptron(labels);
  const buffer = new SentenceBuffer();
  const state = new ParserState();
  const features = new Int32Array(transitionFeatureRoom);
  const labelRow = new Int32Array(labelFeatureRoom);
  const scores = new Int32Array(3);
  const labelScores = new Int32Array(labels);
  const cost = new Float64Array(3);
  const random = createRandom(learning.seed);
  const projective = examples.map((e) => liftCrossings(e.heads));
  for (let epoch = 0; epoch < learning.epochs; epoch++) {
    let errors = 0;
    let decisions = 0;
    for (const index of shuffled(examples.length, random)) {
      const example = examples[index] as Example;
      const gold = projective[index] as Int32Array;
      const count = example.ids.length;
      buffer.load(example.ids, count);
      for (let i = 0; i < count; i++) buffer.tags[i + pad] = (example.tags[i] as number) + 1;
      state.reset(count);
      countBarriers(buffer, barrierKinds);
      while (!state.done) {
        transitionCosts(state, gold, cost);
        let action: number;
        if (state.front === count) action = state.depth > 1 ? transition.right : transition.left;
        else if (state.depth === 0) action = transition.shift;
        else {
          const n = dropFeatures(features, transitionFeatures(words, buffer, state, features), learning.drop, random);
          moves.score(features, n, scores);
          const last = state.depth === 1 ? 2 : 3;
          const least = Math.min(cost[0] as number, cost[1] as number, cost[2] as number);
          let best = 0;
          let bestRight = -1;
          let rival = -1;
          for (let a = 0; a < last; a++) {
            if ((scores[a] as number) > (scores[best] as number)) best = a;
            if (cost[a] !== least && (rival < 0 || (scores[a] as number) > (scores[rival] as number))) rival = a;
            if (cost[a] === least && (bestRight < 0 || (scores[a] as number) > (scores[bestRight] as number))) bestRight = a;
          }
          decisions++;
          if (cost[best] !== least) errors++;
          if (rival >= 0 && (scores[bestRight] as number) - (scores[rival] as number) < learning.margin)
            moves.update(features, n, bestRight, rival);
          moves.clock++;
          action = epoch > 0 && random() < ownChoice ? best : bestRight;
        }
        if (action === transition.shift) {
          state.shift();
          continue;
        }
        const token = state.top(0);
        const head = action === transition.left ? state.front : state.top(1);
        let label = rootLabel;
        if (head !== count) {
          const n = dropFeatures(labelRow, labelFeatures(words, buffer, state, token, head, labelRow), learning.drop, random);
          // A wrong arc has no right label: only true arcs teach the labeller.
          const right = head === example.heads[token] ? (example.labels[token] as number) : -1;
          label = teach(names, labelRow, n, labelScores, right, learning.margin);
          if (epoch === 0 && right >= 0) label = right;
        }
        state.attach(head, label + 1);
      }
    }
    console.log(`  parser epoch ${epoch + 1}: ${((100 * errors) / decisions).toFixed(2)} % wrong`);
  }
  return { transitions: moves, labels: names };
}
