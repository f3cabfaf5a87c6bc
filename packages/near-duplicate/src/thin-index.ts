import { finish, type Steps } from './bytes.ts';
import { mix32 } from './hash.ts';
import type { Segments } from './segments.ts';
import { createTagTable, type TagSource } from './tag-table.ts';
import { sketchOf, type ThinColumns } from './thin-columns.ts';
import type { Segment } from './window.ts';

/** Fingerprint of a pair of words, from a hash of each. */
export function pairFingerprint(a: number, b: number): number {
  return mix32(Math.imul(a, 0x9e3779b1) ^ mix32(b + 0x632be5ab));
}

/** Articles that one fingerprint leads to at most: crafted ones cannot make a look-up long. */
const MOST_PER_KEY = 8;
/** Articles entered at once. */
const AT_ONCE = 1_000;
/** Stands in an article's sketch for a fingerprint that does not lead to it. */
const LEFT_OUT = 0;

/** Articles whose words are gone by fingerprints of their word pairs. The sketches themselves are in the columns of the hours; the index tells which ones to ask. */
export interface ThinIndex {
  /** Enters an hour that thins out: its `sketches` go into its columns, but for those of fingerprints that lead to enough articles. */
  enter(segment: Segment, columns: ThinColumns, sketches: Uint32Array): void;
  /** Enters an hour as it stands. */
  load(segment: Segment, columns: ThinColumns): Steps;
  /** Makes room in an empty index. */
  reserve(fingerprints: number): void;
  forget(sketch: Uint32Array, number: number): void;
  /** Fetches the places of fingerprints that are looked up next: reads that do not wait for each other overlap. */
  fetch(fingerprints: Uint32Array, count: number): void;
  /** Copies the articles that a fingerprint leads to into `out`; returns how many. */
  find(fingerprint: number, out: Uint32Array): number;
  entries(): number;
  bytes(): number;
}

const NO_SKETCH = new Uint32Array(0);

export function createThinIndex(seed: number, segments: Segments, window: Pick<TagSource, 'oldest' | 'span'>): ThinIndex {
  const hashesOf = (number: number): Uint32Array => {
    const segment = segments.segmentOf(number);
    return segment?.thin == null ? NO_SKETCH : sketchOf(segment.thin, number - segment.first).filter((one) => one !== LEFT_OUT);
  };
  const table = createTagTable(seed, { ...window, hashesOf });
  const found = new Uint32Array(MOST_PER_KEY);
  let wanted = 0;
  let met = 0;
  let into = found;
  const meet = (number: number): boolean => {
    for (let k = 0; k < met; k += 1) if (into[k] === number) return false; // it has the fingerprint twice
    const segment = segments.segmentOf(number);
    if (segment?.thin == null || !has(segment.thin, number - segment.first, wanted)) return false;
    into[met] = number;
    met += 1;
    return met === into.length;
  };
  const find = (fingerprint: number, out: Uint32Array<ArrayBuffer>): number => {
    if (fingerprint === LEFT_OUT) return 0;
    wanted = fingerprint;
    met = 0;
    into = out;
    table.find(fingerprint, meet);
    return met;
  };
  /** A fingerprint stands in the columns once it is in the table and not before: the table asks for them when it grows. */
  const enter = function* ({ first, count }: Segment, columns: ThinColumns, sketches: Uint32Array, most: number): Steps {
    columns.sketches.fill(LEFT_OUT);
    let i = 0;
    for (let at = 0; at < count; at += 1) {
      for (const end = columns.sketchEnds[at] ?? 0; i < end; i += 1) {
        const one = sketches[i] ?? LEFT_OUT;
        if (one === LEFT_OUT || find(one, found) >= most) continue;
        table.add(one, first + at);
        columns.sketches[i] = one;
      }
      if (at % AT_ONCE === AT_ONCE - 1) yield;
    }
  };
  return {
    enter: (segment, columns, sketches) => finish(enter(segment, columns, sketches, MOST_PER_KEY)),
    load: (segment, columns) => enter(segment, columns, columns.sketches.slice(), MOST_PER_KEY + 1),
    reserve: (entries) => table.reserve(entries),
    forget(sketch, number) {
      for (const one of sketch) if (one !== LEFT_OUT) table.remove(one, number);
    },
    fetch: (fingerprints, count) => table.fetch(fingerprints, count),
    find,
    entries() {
      return table.entries();
    },
    bytes() {
      return table.bytes();
    },
  };
}

function has({ sketches, sketchEnds }: ThinColumns, at: number, fingerprint: number): boolean {
  const end = sketchEnds[at] ?? 0;
  for (let i = at === 0 ? 0 : (sketchEnds[at - 1] ?? 0); i < end; i += 1) if (sketches[i] === fingerprint) return true;
  return false;
}
