import type { FunctionBuilder, Variable } from '../wasm/function-builder.ts';
import { at, i32, i32x4, type, v128, type Code } from '../wasm/instructions.ts';
import type { Layout } from '../wasm/layout.ts';
import { hashFactors } from './hash.ts';
import type { PlacedTemplate, Templates } from './templates.ts';

const lanes = 4;

/** Room for the values of templates: plain ones, and behind them joined ones, four at a time. Returns where it begins. */
export const reserveValues = (layout: Layout, { plain, joined }: Templates): number =>
  layout.reserve(4 * (plain.length + joined.length + 3 * lanes));

/**
 * Adds code that hashes the features of templates (mix1, mix2 and mix3 of hash.ts), four of one arity at a time.
 * @param valuesAt where the plain values stand
 * @param use code for four hashes; `count` of them, the first ones, are features
 */
export function addHashes(
  builder: FunctionBuilder,
  layout: Layout,
  templates: Templates,
  valuesAt: number,
  use: (hashes: Code, count: number) => Code,
): void {
  const factors = new Map<number, Variable>();
  const factor = (number: number): Code => {
    let variable = factors.get(number);
    if (variable === undefined) {
      factors.set(number, (variable = builder.variable(type.v128)));
      builder.add(variable.set(i32x4.splat(i32.const(number))));
    }
    return variable.value;
  };
  const h = builder.variable(type.v128);
  const xorShift = (bits: number): Code => v128.xor(h.value, i32x4.shiftRightUnsigned(h.value, i32.const(bits)));
  const addHash = (four: readonly PlacedTemplate[], placeOf: (place: number) => number): void => {
    const value = (index: number): Code => gather(four.map(({ places }) => valuesAt + 4 * placeOf(places[index] as number)));
    const seeds = layout.constant(Int32Array.from(four, ({ template }) => Math.imul(template, hashFactors.template)));
    const [, second, third] = (four[0] as PlacedTemplate).places;
    builder.add(h.set(i32x4.multiply(v128.xor(value(0), v128.load(at(seeds))), factor(hashFactors.first))));
    if (second !== undefined) builder.add(h.set(i32x4.multiply(i32x4.add(xorShift(15), value(1)), factor(hashFactors.second))));
    if (third !== undefined) builder.add(h.set(i32x4.multiply(i32x4.add(xorShift(13), value(2)), factor(hashFactors.third))));
    builder.add(h.set(i32x4.multiply(xorShift(15), factor(hashFactors.last))));
    builder.add(h.set(xorShift(13)));
  };

  const plain = templates.plain.length;
  // Where the joined values are put: each group of four begins where the one before has its last own value behind it.
  const joinedPlaces = new Map<number, number>();
  const placeOf = (place: number): number => joinedPlaces.get(place) ?? place;
  let next = plain;
  const joined = templates.joined.map((template, index) => ({ ...template, place: plain + index }));
  for (const four of foursOf(joined)) {
    addHash(padded(four), placeOf);
    builder.add(v128.store(at(valuesAt + 4 * next), h.value));
    for (const { place } of four) joinedPlaces.set(place, next++);
  }
  for (const four of foursOf(templates.features)) {
    addHash(padded(four), placeOf);
    builder.add(use(h.value, four.length));
  }
}

/** Templates in groups of up to four of the same arity; those with the same first values stand together. */
function foursOf<T extends PlacedTemplate>(templates: readonly T[]): T[][] {
  const fours: T[][] = [];
  for (const arity of [1, 2, 3]) {
    const own = templates.filter(({ places }) => places.length === arity);
    own.sort((a, b) => compare(a.places, b.places));
    for (let i = 0; i < own.length; i += lanes) fours.push(own.slice(i, i + lanes));
  }
  return fours;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((place, i) => place !== b[i]);
  return index < 0 ? 0 : (a[index] as number) - (b[index] as number);
}

/** A group with its last template again until it is full. */
const padded = <T>(group: readonly T[]): T[] => Array.from({ length: lanes }, (_, lane) => group[Math.min(lane, group.length - 1)] as T);

/** Four numbers from memory. */
function gather(offsets: readonly number[]): Code {
  const [a = 0, b = 0, c = 0, d = 0] = offsets;
  if (a === b && b === c && c === d) return v128.load32Splat(at(a));
  if (b === a + 4 && c === b + 4 && d === c + 4) return v128.load(at(a));
  // Equal numbers at the beginning need one load.
  let code = a === b ? v128.load32Splat(at(a)) : v128.load32(at(a));
  for (const [lane, offset] of offsets.entries()) if (lane > 0 && (a !== b || offset !== a)) code = v128.load32Lane(at(offset), lane, code);
  return code;
}
