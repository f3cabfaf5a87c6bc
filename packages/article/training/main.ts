// Trains the line judge: node packages/article/training/main.ts html|flat OUT.json FOLDER…   (folders with pages.jsonl)
// With --check it prints five-fold figures of the second pass too (twice the time).
// Prints five-fold figures over hosts (no host in both parts), then trains on everything and writes the trees.
import { writeFileSync } from 'node:fs';
import { flatFeatureNames } from '../src/flat/features.ts';
import { htmlFeatureNames } from '../src/html/features.ts';
import { withoutBoilerplate } from '../src/line/boilerplate.ts';
import { isNeverBody } from '../src/line/never-body.ts';
import { bestCut } from '../src/model/best-cut.ts';
import type { Scorer } from '../src/model/trees.ts';
import { treeScorer } from '../src/model/trees.ts';
import { readPages } from './corpora.ts';
import { figures } from './figures.ts';
import type { TrainedTrees } from './gbdt.ts';
import { trainTrees } from './gbdt.ts';
import type { Sample } from './samples.ts';
import { flatSample, htmlSample } from './samples.ts';

const [kind, out, ...folders] = process.argv.slice(2).filter((argument) => argument !== '--check');
const check = process.argv.includes('--check');
if ((kind !== 'html' && kind !== 'flat') || out === undefined || folders.length === 0)
  throw new Error('usage: main.ts html|flat OUT.json FOLDER…');
const names = kind === 'html' ? htmlFeatureNames : flatFeatureNames;
const options = { rounds: 220, rate: 0.05, depth: 4, minWeight: 6, lambda: 5, features: 0.25, seed: 1 };
const folds = 5;
/** How much a line counts whose target is only the model's own guess. */
const guessWeight = 0.1;
/** Shorter lines are left out of the guesses: there are many and they teach little. */
const shortestGuessed = 30;

const wholes: Sample[] = [];
const parts: Sample[] = [];
for (const page of folders.flatMap(readPages)) {
  const made = (kind === 'html' ? htmlSample : flatSample)(page);
  if (made === undefined) continue;
  wholes.push(made.whole);
  const first = made.whole.targets.indexOf(1);
  const last = made.whole.targets.lastIndexOf(1);
  // Parts around the body: texts come with little or nothing around them too (feeds, archives, wire copies).
  const mark = hash(page.id);
  if (first >= 0 && page.body !== undefined) {
    parts.push(
      made.part(first, last + 1),
      made.part(Math.max(0, first - (mark % 8)), Math.min(made.whole.texts.length, last + 1 + ((mark >> 3) % 12))),
    );
  }
}
const guesses = new Map<Sample, Float64Array>();
const train = (samples: readonly Sample[]): TrainedTrees => {
  const rows: Float32Array[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (const sample of samples) {
    const guess = guesses.get(sample);
    const share = sample.rows.length < (wholes.find((whole) => whole.page === sample.page)?.rows.length ?? 0) ? 0.4 : 1;
    for (const [i, row] of sample.rows.entries()) {
      const known = (sample.weights[i] ?? 0) > 0;
      if (!known && (guess === undefined || (sample.texts[i]?.length ?? 0) < shortestGuessed)) continue;
      rows.push(row);
      targets.push(known ? (sample.targets[i] ?? 0) : (guess?.[i] ?? 0));
      weights.push(share * (known ? (sample.weights[i] ?? 0) : guessWeight * Math.min(1, (sample.texts[i]?.length ?? 0) / 200)));
    }
  }
  return trainTrees({ rows, targets: Float64Array.from(targets), weights: Float64Array.from(weights) }, options);
};
const scorerOf = (trees: TrainedTrees): Scorer => treeScorer({ features: names, ...trees }, names);
const chance = (score: Scorer, sample: Sample): Float64Array => Float64Array.from(sample.rows, (row) => 1 / (1 + Math.exp(-score(row))));
const foldOf = (sample: Sample): number => hash(sample.page.host) % folds;

for (const pass of check ? ['labels', 'labels and guesses'] : ['labels']) {
  const judged = new Map<Sample, Float64Array>();
  for (let fold = 0; fold < folds; fold++) {
    const score = scorerOf(train([...wholes, ...parts].filter((sample) => foldOf(sample) !== fold)));
    for (const sample of [...wholes, ...parts]) if (foldOf(sample) === fold) judged.set(sample, chance(score, sample));
  }
  // The rules that look at a line's words are part of the figures; those that need its place in the page are not.
  const keep = (sample: Sample): boolean[] => {
    const chances = Array.from(judged.get(sample) ?? [], (p, i) => (isNeverBody(sample.texts[i] ?? '') ? 0 : p));
    return withoutBoilerplate(
      sample.texts,
      bestCut(
        chances,
        sample.texts.map((text) => text.length),
      ),
    );
  };
  console.log(pass, 'pages', figures(wholes, keep), 'parts', figures(parts, keep));
  if (pass === 'labels') for (const sample of wholes) guesses.set(sample, judged.get(sample) ?? new Float64Array());
}
const trained = train([...wholes, ...parts]);
const trees = trained.trees.map((tree) => tree.map((value) => Number(value.toPrecision(5))));
writeFileSync(
  out,
  `{"features":${JSON.stringify(names)},\n"bias":${trained.bias.toFixed(5)},\n"trees":[\n${trees.map((tree) => JSON.stringify(tree)).join(',\n')}\n]}\n`,
);

function hash(text: string): number {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return value >>> 0;
}
