import type { Profile } from '../claim/profile.ts';

/** Finds the profiles that can be similar to one: those that share words, kind, polarity and counted thing with it. */
export interface WordIndex {
  add(profile: Profile): void;
  remove(profile: Profile): void;
  /**
   * Every indexed profile that can have `least` (0 to 1) of its words, by weight, in common with this one; itself left out.
   * With `opposite`, among those of the other polarity.
   */
  candidates(profile: Profile, least: number, opposite?: boolean): Candidate[];
}

/** A profile that shares words, and the share: 0 to 1, of all words of both by weight (Dice). */
export interface Candidate {
  readonly profile: Profile;
  readonly share: number;
}

/** Sums are of whole numbers; a share is a quotient. */
const SLACK = 1e-9;

/** The profiles that have a word, by their places, and its weight in each. */
interface Posting {
  readonly places: number[];
  readonly weights: number[];
}

/** The profiles of one kind, each at a place of its own, so that sums are kept in plain arrays. */
class KindIndex {
  readonly #postings = new Map<string, Posting>();
  readonly #places = new Map<Profile, number>();
  readonly #profiles: (Profile | undefined)[] = [];
  readonly #sizes: number[] = [];
  readonly #free: number[] = [];
  /** What each place has in common with the profile that is asked for; all 0 between two questions. */
  readonly #common: number[] = [];

  get isEmpty(): boolean {
    return this.#places.size === 0;
  }

  add(profile: Profile): void {
    if (this.#places.has(profile)) return;
    const place = this.#free.pop() ?? this.#profiles.length;
    this.#places.set(profile, place);
    this.#profiles[place] = profile;
    this.#sizes[place] = profile.size;
    this.#common[place] = 0;
    for (const [word, weight] of profile.bag) {
      const posting = this.#postings.get(word);
      if (posting === undefined) this.#postings.set(word, { places: [place], weights: [weight] });
      else {
        posting.places.push(place);
        posting.weights.push(weight);
      }
    }
  }

  remove(profile: Profile): void {
    const place = this.#places.get(profile);
    if (place === undefined) return;
    this.#places.delete(profile);
    this.#profiles[place] = undefined;
    this.#free.push(place);
    for (const word of profile.bag.keys()) {
      const posting = this.#postings.get(word);
      const at = posting?.places.indexOf(place) ?? -1;
      if (posting === undefined || at < 0) continue;
      const [last, weight] = [posting.places.pop(), posting.weights.pop()];
      if (at < posting.places.length && last !== undefined && weight !== undefined) {
        posting.places[at] = last;
        posting.weights[at] = weight;
      }
      if (posting.places.length === 0) this.#postings.delete(word);
    }
  }

  candidates(profile: Profile, least: number): Candidate[] {
    const probes = [...profile.bag].map(([word, weight]) => ({ weight, posting: this.#postings.get(word) }));
    probes.sort((a, b) => (b.posting?.places.length ?? 0) - (a.posting?.places.length ?? 0));
    // Who shares no more than the first words w has at most 2w / (own + w) in common: the longest lists begin no candidate while that is too little.
    let skipped = 0;
    let first = 0;
    for (; first < probes.length; first++) {
      const more = skipped + (probes[first]?.weight ?? 0);
      if ((2 * more) / (profile.size + more) >= least) break;
      skipped = more;
    }
    // Sizes alone bound what two can have in common.
    const smallest = (least * profile.size) / (2 - least);
    const largest = ((2 - least) * profile.size) / least;
    const reached: number[] = [];
    for (const { weight, posting } of probes.slice(first)) this.#sum(posting, weight, [smallest, largest], reached);
    // The others only add to what was reached.
    for (const { weight, posting } of probes.slice(0, first)) this.#sum(posting, weight, undefined, reached);
    const found: Candidate[] = [];
    for (const place of reached) {
      const common = this.#common[place] ?? 0;
      this.#common[place] = 0;
      const share = (2 * common) / (profile.size + (this.#sizes[place] ?? 0));
      if (share < least - SLACK) continue;
      const other = this.#profiles[place];
      if (other !== undefined && other !== profile) found.push({ profile: other, share });
    }
    return found;
  }

  /** Adds a word's weight to every place that has it: to those of a size between the bounds, or, without bounds, to those that were reached before. */
  #sum(posting: Posting | undefined, weight: number, bounds: readonly [number, number] | undefined, reached: number[]): void {
    if (posting === undefined) return;
    const { places, weights } = posting;
    const [common, sizes] = [this.#common, this.#sizes];
    const [smallest, largest] = bounds ?? [0, 0];
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? 0;
      const before = common[place] ?? 0;
      if (before === 0) {
        const size = sizes[place] ?? 0;
        if (bounds === undefined || size < smallest || size > largest) continue;
        reached.push(place);
      }
      common[place] = before + Math.min(weight, weights[at] ?? 0);
    }
  }
}

/** Inverted index over the words of profiles. */
export function createWordIndex(): WordIndex {
  const kinds = new Map<string, KindIndex>();
  const kindOf = (profile: Profile, opposite: boolean): string =>
    `${profile.family}|${profile.negative === opposite ? '+' : '-'}|${profile.counted}`;
  return {
    add(profile) {
      const kind = kindOf(profile, false);
      const index = kinds.get(kind) ?? new KindIndex();
      kinds.set(kind, index);
      index.add(profile);
    },
    remove(profile) {
      const kind = kindOf(profile, false);
      const index = kinds.get(kind);
      index?.remove(profile);
      if (index?.isEmpty === true) kinds.delete(kind);
    },
    candidates: (profile, least, opposite = false) => kinds.get(kindOf(profile, opposite))?.candidates(profile, least) ?? [],
  };
}
