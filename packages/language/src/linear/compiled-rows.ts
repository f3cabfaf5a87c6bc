import { compile, FunctionBuilder, type Variable } from '../wasm/function-builder.ts';
import { at, i16x8, i32, type, v128, type Code } from '../wasm/instructions.ts';
import { Layout } from '../wasm/layout.ts';
import { List } from '../wasm/list.ts';
import { addBest } from './best-code.ts';
import { addHashes, reserveValues } from './hash-code.ts';
import { fingerprintBits, rowWidth, type LaidOutRows } from './row-table.ts';
import { SlotSearch } from './slot-code.ts';
import type { Templates } from './templates.ts';

/** Classes that are added up at once. */
const lanes = 8;

/** Sums over features that many choices have in common: each is worked out once, kept in a row of its own, and added to the scores. */
export interface KeptSums {
  /** The features of a sum. */
  templates: Templates;
  /** Rows there is room for. */
  rows: number;
}

/** Where the parts of a table stand in memory. */
interface TablePlaces {
  size: number;
  fingerprints: number;
  cells: number;
  long: number;
  scores: number;
}

/**
 * The features of a choice between up to 128 classes and a RowTable of their weights as functions of WebAssembly. Long rows of the
 * table are laid out in full, a byte for each class, so that eight classes are added at once.
 */
export class CompiledRows {
  /** The plain values of the templates; the caller sets them. */
  readonly values: Int32Array;
  /** Scores of the classes after a call of `score`. */
  readonly scores: Int16Array;
  /** Adds up the weights of all features, and the kept sum; gives the best class (the first of equals), and its lead over the next above eight bits. */
  readonly score: () => number;
  /** The plain values of the features of a kept sum; the caller sets them before `keep`. */
  readonly keptValues: Int32Array;
  /** One number: the row of the sum that `keep` writes and `score` adds. */
  readonly keptRow: Int32Array;
  /** Works out a kept sum. */
  readonly keep: () => void;

  constructor(templates: Templates, { classes, fingerprints, cells, long }: LaidOutRows, kept?: KeptSums) {
    const layout = new Layout();
    const width = rowWidth(classes);
    const valuesAt = reserveValues(layout, templates);
    const keptValuesAt = kept === undefined ? 0 : reserveValues(layout, kept.templates);
    const keptRowAt = layout.reserve(4);
    const places: TablePlaces = {
      size: fingerprints.length,
      scores: layout.reserve(2 * width),
      fingerprints: layout.reserve(fingerprints.byteLength),
      cells: layout.reserve(cells.byteLength),
      long: layout.reserve(long.length),
    };
    const score = new FunctionBuilder();
    const sums = Array.from({ length: width / lanes }, () => score.variable(type.v128));
    const functions = [score];
    if (kept !== undefined) {
      const keptAt = layout.reserve(2 * width * kept.rows);
      const row = (builder: FunctionBuilder): ((k: number) => { base: Code; offset: number }) => {
        const base = builder.variable(type.i32);
        builder.add(base.set(i32.multiply(i32.load(at(keptRowAt)), i32.const(2 * width))));
        return (k) => ({ base: base.value, offset: keptAt + 16 * k });
      };
      const keep = new FunctionBuilder();
      const added = sums.map(() => keep.variable(type.v128));
      addRows(keep, layout, kept.templates, keptValuesAt, places, added);
      const written = row(keep);
      keep.add(...added.map((sum, k) => v128.store(written(k), sum.value)), i32.const(0));
      functions.push(keep);
      const read = row(score);
      score.add(...sums.map((sum, k) => sum.set(v128.load(read(k)))));
    }
    addRows(score, layout, templates, valuesAt, places, sums);
    addBest(score, layout, sums, classes);
    const memory = layout.create();
    const [scoreIt, keepIt] = compile(functions, memory, layout.pages);
    this.score = scoreIt as () => number;
    this.keep = keepIt ?? (() => undefined);
    this.values = new Int32Array(memory.buffer, valuesAt, templates.plain.length);
    this.scores = new Int16Array(memory.buffer, places.scores, classes);
    this.keptValues = new Int32Array(memory.buffer, keptValuesAt, kept?.templates.plain.length ?? 0);
    this.keptRow = new Int32Array(memory.buffer, keptRowAt, 1);
    new Uint16Array(memory.buffer, places.fingerprints).set(fingerprints);
    new Int32Array(memory.buffer, places.cells).set(cells);
    new Uint8Array(memory.buffer, places.long).set(long);
  }
}

/** Adds code that adds the weights of all features to sums by class, in vectors. */
function addRows(
  builder: FunctionBuilder,
  layout: Layout,
  templates: Templates,
  valuesAt: number,
  places: TablePlaces,
  sums: readonly Variable[],
): void {
  const most = templates.features.length;
  const search = new SlotSearch(builder, layout, { slots: places.size, at: places.fingerprints, bits: fingerprintBits, bytes: 2 }, most);
  addHashes(builder, layout, templates, valuesAt, (hashes, count) => search.find(hashes, count));
  // Rows of both kinds are listed first, without a branch that nobody can foresee.
  const cell = builder.variable(type.i32);
  const row = builder.variable(type.i32);
  const kind = builder.variable(type.i32);
  const shorts = new List(builder, layout, most);
  const longs = new List(builder, layout, most);
  builder.add(
    search.each((slot) => [
      cell.set(i32.shiftLeft(slot, i32.const(3))),
      row.set(i32.load({ base: cell.value, offset: places.cells })),
      kind.set(i32.and(row.value, i32.const(1))),
      longs.addIf(kind.value, row.value),
      shorts.addIf(i32.xor(kind.value, i32.const(1)), cell.value),
    ]),
    longs.each((begin) => [
      row.set(begin),
      ...sums.map((sum, k) => sum.set(i16x8.add(sum.value, v128.load8x8({ base: row.value, offset: places.long - 1 + k * lanes })))),
    ]),
    ...sums.map((sum, k) => v128.store(at(places.scores + 16 * k), sum.value)),
    shorts.each((begin) => [cell.set(begin), addShortRow(builder, cell.value, places)]),
    ...sums.map((sum, k) => sum.set(v128.load(at(places.scores + 16 * k)))),
  );
}

/** Adds four pairs of class and weight to the scores. */
function addShortRow(builder: FunctionBuilder, cell: Code, { cells, scores }: TablePlaces): Code {
  const pairs = builder.variable(type.i32);
  const place = builder.variable(type.i32);
  const addTo = (twiceClass: Code, weight: Code): Code => [
    place.set(i32.and(twiceClass, i32.const(0xff))),
    i32.store16({ base: place.value, offset: scores }, i32.add(i32.load16({ base: place.value, offset: scores }), weight)),
  ];
  return [0, 4].map((offset) => [
    pairs.set(i32.load({ base: cell, offset: cells + offset })),
    addTo(pairs.value, i32.shiftRight(i32.extend16(pairs.value), i32.const(8))),
    addTo(i32.shiftRightUnsigned(pairs.value, i32.const(16)), i32.shiftRight(pairs.value, i32.const(24))),
  ]);
}
