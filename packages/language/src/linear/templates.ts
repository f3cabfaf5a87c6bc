/** A feature: the number of its template, and the names of the one to three values that it joins. */
export type Template = readonly [template: number, ...values: Value[]];
/** A plain value by name, or one that is itself joined from plain ones. */
export type Value = string | readonly [template: number, ...values: string[]];

/** Templates of one arity: the seeds of their hashes, and the places of their values, eight bits each. */
interface Group {
  seeds: Int32Array;
  places: Int32Array;
}

/**
 * The features of a classifier as a table, worked through by three short loops (`mix1`, `mix2`, `mix3` of hash.ts, written out): eighty
 * calls in a row are more than the compiler puts in line, and cost more than the hashes themselves.
 */
export class Templates {
  /** Room for the plain values, which the caller sets in the order of their names, and for the joined ones behind them. */
  readonly values: Int32Array;
  /** Number of the plain values. */
  readonly plain: number;
  /** Number of features. */
  readonly count: number;
  private readonly joined: readonly Group[];
  private readonly features: readonly Group[];

  /** @param plain names of the values, in the order in which they are set, with blanks between */
  constructor(plain: string, features: readonly Template[]) {
    const names = plain.split(' ');
    const joined = new Map<number, Template>();
    for (const value of features.flatMap(([, ...values]) => values)) if (typeof value !== 'string') joined.set(value[0], value);
    // In order of arity, as they are written.
    const inner = [...joined.values()].toSorted((a, b) => a.length - b.length);
    const places = new Map<string | number, number>([...names, ...inner.map(([template]) => template)].map((name, place) => [name, place]));
    const placeOf = (value: Value): number => {
      const place = places.get(typeof value === 'string' ? value : value[0]);
      if (place === undefined || place > 255) throw new RangeError(`no place for ${JSON.stringify(value)}`);
      return place;
    };
    this.values = new Int32Array(places.size);
    this.plain = names.length;
    this.count = features.length;
    this.joined = groupsOf(inner, placeOf);
    this.features = groupsOf(features, placeOf);
  }

  /** Writes the hashes of all features, from `from` on; returns the place behind the last. The plain values must have been set. */
  write(out: Int32Array, from: number): number {
    const { values } = this;
    hashAll(this.joined, values, values, this.plain);
    return hashAll(this.features, values, out, from);
  }
}

function groupsOf(templates: readonly Template[], placeOf: (value: Value) => number): Group[] {
  return [1, 2, 3].map((arity) => {
    const own = templates.filter(({ length }) => length === arity + 1);
    return {
      seeds: Int32Array.from(own, ([template]) => Math.imul(template, 0x9e3779b1)),
      places: Int32Array.from(own, ([, ...values]) =>
        values.reduce<number>((packed, value, index) => packed | (placeOf(value) << (8 * index)), 0),
      ),
    };
  });
}

function hashAll([ones, twos, threes]: readonly Group[], values: Int32Array, out: Int32Array, from: number): number {
  let n = from;
  if (ones !== undefined) n = hashOnes(ones, values, out, n);
  if (twos !== undefined) n = hashTwos(twos, values, out, n);
  return threes === undefined ? n : hashThrees(threes, values, out, n);
}

function hashOnes({ seeds, places }: Group, values: Int32Array, out: Int32Array, from: number): number {
  const count = seeds.length;
  for (let i = 0; i < count; i++) {
    let h = Math.imul((values[(places[i] as number) & 0xff] as number) ^ (seeds[i] as number), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    out[from + i] = h ^ (h >>> 13);
  }
  return from + count;
}

function hashTwos({ seeds, places }: Group, values: Int32Array, out: Int32Array, from: number): number {
  const count = seeds.length;
  for (let i = 0; i < count; i++) {
    const place = places[i] as number;
    let h = Math.imul((values[place & 0xff] as number) ^ (seeds[i] as number), 0x85ebca6b);
    h = Math.imul(((h ^ (h >>> 15)) + (values[place >> 8] as number)) | 0, 0xc2b2ae35);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    out[from + i] = h ^ (h >>> 13);
  }
  return from + count;
}

function hashThrees({ seeds, places }: Group, values: Int32Array, out: Int32Array, from: number): number {
  const count = seeds.length;
  for (let i = 0; i < count; i++) {
    const place = places[i] as number;
    let h = Math.imul((values[place & 0xff] as number) ^ (seeds[i] as number), 0x85ebca6b);
    h = Math.imul(((h ^ (h >>> 15)) + (values[(place >> 8) & 0xff] as number)) | 0, 0xc2b2ae35);
    h = Math.imul(((h ^ (h >>> 13)) + (values[place >> 16] as number)) | 0, 0x27d4eb2f);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    out[from + i] = h ^ (h >>> 13);
  }
  return from + count;
}
