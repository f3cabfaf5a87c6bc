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

export interface Parts {
  stays: Vote[];
  leaves: Vote[];
  kinship: number;
}

const room = Array.from({ length: LOOKED_AT }, roomForTerms);

const likenesses = createLikenesses(LOOKED_AT);
const between = new Float64Array(LOOKED_AT * LOOKED_AT);

// Sets of votes on the way, by number: first the votes looked at, one by one, then what each join made of two of them.
const SETS = 2 * LOOKED_AT;
const votesIn = new Uint32Array(SETS);
/** Sum of the likenesses of a set's votes to each other. */
const inner = new Float64Array(SETS);
const left = new Uint32Array(SETS);
const right = new Uint32Array(SETS);
/** Sum of the likenesses of the votes of the two that were joined to those of the other. */
const cross = new Float64Array(SETS);
const sums = new Float64Array(LOOKED_AT * LOOKED_AT);
const setAt = new Uint32Array(LOOKED_AT);
/** Votes of the set at each place, 0 where it was joined to another. */
const sizes = new Uint32Array(LOOKED_AT);

/**
 * Joins the most alike of n votes step by step (average linkage); the set of the last join comes last.
 * A single vote apart is no story of its own, so the caller goes down to a join of two real parts.
 */
function join(n: number): void {
  for (let i = 0; i < n * n; i += 1) sums[i] = between[i] ?? 0;
  for (let i = 0; i < n; i += 1) {
    setAt[i] = i;
    sizes[i] = 1;
    votesIn[i] = 1;
    inner[i] = 0;
  }
  for (let step = 1; step < n; step += 1) {
    let x = 0;
    let y = 0;
    let most = -1;
    for (let i = 1; i < n; i += 1) {
      const size = sizes[i] ?? 0;
      if (size === 0) continue;
      const row = i * n;
      for (let j = 0; j < i; j += 1) {
        const other = sizes[j] ?? 0;
        if (other === 0) continue;
        const mean = (sums[row + j] ?? 0) / (size * other);
        if (mean <= most) continue;
        x = i;
        y = j;
        most = mean;
      }
    }
    const made = n - 1 + step;
    const a = setAt[y] ?? 0;
    const b = setAt[x] ?? 0;
    left[made] = a;
    right[made] = b;
    cross[made] = sums[x * n + y] ?? 0;
    votesIn[made] = (votesIn[a] ?? 0) + (votesIn[b] ?? 0);
    inner[made] = (inner[a] ?? 0) + (inner[b] ?? 0) + (cross[made] ?? 0);
    setAt[y] = made;
    sizes[y] = (sizes[y] ?? 0) + (sizes[x] ?? 0);
    sizes[x] = 0;
    for (let k = 0; k < n; k += 1) {
      const sum = (sums[y * n + k] ?? 0) + (sums[x * n + k] ?? 0);
      sums[y * n + k] = sum;
      sums[k * n + y] = sum;
    }
  }
}

/** The votes of a set, by their place among the n looked at. */
function placesIn(set: number, n: number): number[] {
  return set < n ? [set] : [...placesIn(left[set] ?? 0, n), ...placesIn(right[set] ?? 0, n)];
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
  join(size);
  for (let set = 2 * size - 2; set >= size; set -= 1) {
    const [a, b] = [left[set] ?? 0, right[set] ?? 0];
    const [votesA, votesB] = [votesIn[a] ?? 0, votesIn[b] ?? 0];
    const smaller = Math.min(votesA, votesB);
    if (smaller < LEAST_HALF) continue;
    const kinship =
      (cross[set] ?? 0) / (votesA * votesB) / Math.sqrt(cohesionOf(2 * (inner[a] ?? 0), votesA) * cohesionOf(2 * (inner[b] ?? 0), votesB));
    if (kinship >= least - SMALL_HALF / smaller) continue;
    const [placesA, placesB] = [placesIn(a, size), placesIn(b, size)];
    const first = new Set(placesA);
    const second = new Set(placesB);
    const [ours, theirs]: [Vote[], Vote[]] = [[], []];
    const termsAt = (places: readonly number[]): Terms[] => places.flatMap((p) => terms[p] ?? []);
    const [inA, inB] = [termsAt(placesA), termsAt(placesB)];
    const meanTo = (vote: Vote, others: readonly Terms[]): number =>
      dotMany(termsOf(vote), others).reduce((x, y) => x + y, 0) / others.length;
    story.votes.forEach((vote, i) => {
      const place = i - (n - size);
      if (first.has(place)) ours.push(vote);
      else if (second.has(place)) theirs.push(vote);
      else (meanTo(vote, inA) >= meanTo(vote, inB) ? ours : theirs).push(vote);
    });
    const oldest = (votes: readonly Vote[]): number => votes.reduce((number, v) => Math.min(number, v.number), Number.POSITIVE_INFINITY);
    return oldest(ours) < oldest(theirs) ? { stays: ours, leaves: theirs, kinship } : { stays: theirs, leaves: ours, kinship };
  }
  return null;
}

/** Two stories that are one and at least this akin would not be parted again. Above any kinship where one of them is too small to tell. */
export function leastKinship(a: Story, b: Story, apart: number): number {
  const smaller = Math.min(a.votes.length, b.votes.length);
  return smaller < LEAST_HALF ? Number.POSITIVE_INFINITY : apart - SMALL_HALF / smaller;
}
