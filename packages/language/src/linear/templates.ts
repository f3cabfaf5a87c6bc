import { mix1, mix2, mix3 } from './hash.ts';

/** A feature: the number of its template, and the names of the one to three values that it joins. */
export type Template = readonly [template: number, ...values: Value[]];
/** A plain value by name, or one that is itself joined from plain ones. */
export type Value = string | readonly [template: number, ...values: string[]];

/** A template with places in `values` instead of names. */
export interface PlacedTemplate {
  template: number;
  places: readonly number[];
}

/** The features of a classifier as a table. It is worked through here, slowly, for training; at work its code is made from it (hash-code.ts). */
export class Templates {
  /** Places of the plain values, by name. */
  readonly plain: readonly string[];
  /** Values that are joined of plain ones; they stand behind those. */
  readonly joined: readonly PlacedTemplate[];
  /** The features, in the order of the table: training depends on it. */
  readonly features: readonly PlacedTemplate[];

  /** @param plain names of the values, in the order in which they are set, with blanks between */
  constructor(plain: string, features: readonly Template[]) {
    this.plain = plain.split(' ');
    const joined = new Map<number, Template>();
    for (const value of features.flatMap(([, ...values]) => values)) if (typeof value !== 'string') joined.set(value[0], value);
    const places = new Map<string | number, number>([...this.plain, ...joined.keys()].map((name, place) => [name, place]));
    const place = ([template, ...values]: Template): PlacedTemplate => ({
      template,
      places: values.map((value) => {
        const found = places.get(typeof value === 'string' ? value : value[0]);
        if (found === undefined) throw new RangeError(`no place for ${JSON.stringify(value)}`);
        return found;
      }),
    });
    this.joined = [...joined.values()].map(place);
    this.features = features.map(place);
  }

  /**
   * Writes the hashes of all features, from `from` on; returns the place behind the last.
   * @param values the plain values, in order
   */
  write(values: ArrayLike<number>, out: Int32Array, from: number): number {
    const all = Array.from(values).slice(0, this.plain.length);
    for (const template of this.joined) all.push(hash(template, all));
    for (const [index, template] of this.features.entries()) out[from + index] = hash(template, all);
    return from + this.features.length;
  }
}

function hash({ template, places: [a = 0, b, c] }: PlacedTemplate, values: readonly number[]): number {
  const first = values[a] as number;
  if (b === undefined) return mix1(template, first);
  return c === undefined ? mix2(template, first, values[b] as number) : mix3(template, first, values[b] as number, values[c] as number);
}
