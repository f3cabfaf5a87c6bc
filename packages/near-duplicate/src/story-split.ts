import { createLikenesses } from './likeness.ts';
import { cohesionOf, lengthFactor } from './story-measure.ts';
import { SCALE } from './story-vector.ts';
import { roomForTerms, termsOf } from './packed-terms.ts';
import { dotMany, type Terms } from './terms.ts';
import type { Story, Vote } from './vote.ts';

/** Newest votes that are looked at; the others go where they are nearer. */
const LOOKED_AT = 32;
const LEAST_VOTES = 6;
const LEAST_HALF = 3;
/** Two parts less akin than the setting are two stories; small parts and short articles must be further apart. */
const APART_LENGTH = 0.6;
const SMALL_HALF = 0.6;

/** A set of votes on the way: places among the votes looked at, and the sum of their likenesses to each other. */
interface Cluster {
  places: number[];
  inner: number;
}

export interface Parts {
  stays: Vote[];
  leaves: Vote[];
  kinship: number;
}

const room = Array.from({ length: LOOKED_AT }, roomForTerms);

const likenesses = createLikenesses(LOOKED_AT);
const between = new Float64Array(LOOKED_AT * LOOKED_AT);

/**
 * Joins the most alike votes step by step (average linkage) and answers the joins, last one first.
 * A single vote apart is no story of its own, so the caller goes down to a join of two real parts.
 */
function joins(n: number): { a: Cluster; b: Cluster; cross: number }[] {
  const sums = between.slice(0, n * n);
  const clusters = Array.from({ length: n }, (_, i): Cluster => ({ places: [i], inner: 0 }));
  const sizes = new Uint32Array(n).fill(1); // 0: joined to another
  const steps: { a: Cluster; b: Cluster; cross: number }[] = [];
  for (let step = 1; step < n; step += 1) {
    let [x, y, most] = [-1, -1, -1];
    for (let i = 1; i < n; i += 1) {
      const size = sizes[i] ?? 0;
      if (size === 0) continue;
      const row = i * n;
      for (let j = 0; j < i; j += 1) {
        const other = sizes[j] ?? 0;
        if (other === 0) continue;
        const mean = (sums[row + j] ?? 0) / (size * other);
        if (mean > most) [x, y, most] = [i, j, mean];
      }
    }
    const [a, b] = [clusters[y], clusters[x]];
    if (a === undefined || b === undefined) break;
    const cross = sums[x * n + y] ?? 0;
    steps.push({ a, b, cross });
    clusters[y] = { places: [...a.places, ...b.places], inner: a.inner + b.inner + cross };
    sizes[y] = (sizes[y] ?? 0) + (sizes[x] ?? 0);
    sizes[x] = 0;
    for (let k = 0; k < n; k += 1) {
      const sum = (sums[y * n + k] ?? 0) + (sums[x * n + k] ?? 0);
      sums[y * n + k] = sum;
      sums[k * n + y] = sum;
    }
  }
  return steps.toReversed();
}

/** The two stories that a story has become, the part with its oldest vote first, or null while it holds together. `apart`: parts less akin than this are two. */
export function split(story: Story, apart: number): Parts | null {
  const n = story.votes.length;
  if (n < LEAST_VOTES || n < story.nextLook) return null;
  story.nextLook = n < 16 ? n + 1 : Math.ceil(n * 1.2);
  const looked = story.votes.slice(-LOOKED_AT);
  const size = looked.length;
  const terms = looked.map((vote, i) => termsOf(vote, room[i]));
  likenesses(terms, SCALE ** 2, between);
  const least = apart * lengthFactor(story.words / n, APART_LENGTH);
  for (const { a, b, cross } of joins(size)) {
    const smaller = Math.min(a.places.length, b.places.length);
    if (smaller < LEAST_HALF) continue;
    const kinship =
      cross /
      (a.places.length * b.places.length) /
      Math.sqrt(cohesionOf(2 * a.inner, a.places.length) * cohesionOf(2 * b.inner, b.places.length));
    if (kinship >= least - SMALL_HALF / smaller) continue;
    const first = new Set(a.places);
    const second = new Set(b.places);
    const [left, right]: [Vote[], Vote[]] = [[], []];
    const termsAt = (places: readonly number[]): Terms[] => places.flatMap((p) => terms[p] ?? []);
    const [inA, inB] = [termsAt(a.places), termsAt(b.places)];
    const meanTo = (vote: Vote, others: readonly Terms[]): number =>
      dotMany(termsOf(vote), others).reduce((x, y) => x + y, 0) / others.length;
    story.votes.forEach((vote, i) => {
      const place = i - (n - size);
      if (first.has(place)) left.push(vote);
      else if (second.has(place)) right.push(vote);
      else (meanTo(vote, inA) >= meanTo(vote, inB) ? left : right).push(vote);
    });
    const oldest = (votes: readonly Vote[]): number => votes.reduce((number, v) => Math.min(number, v.number), Number.POSITIVE_INFINITY);
    return oldest(left) < oldest(right) ? { stays: left, leaves: right, kinship } : { stays: right, leaves: left, kinship };
  }
  return null;
}

/** Two stories that are one and at least this akin would not be parted again. Above any kinship where one of them is too small to tell. */
export function leastKinship(a: Story, b: Story, apart: number): number {
  const smaller = Math.min(a.votes.length, b.votes.length);
  return smaller < LEAST_HALF ? Number.POSITIVE_INFINITY : apart - SMALL_HALF / smaller;
}
