import { compile, FunctionBuilder, type Variable } from '../wasm/function-builder.ts';
import { at, i16x8, i32, type, v128, type Code } from '../wasm/instructions.ts';
import { Layout } from '../wasm/layout.ts';
import { List } from '../wasm/list.ts';
import { addBest } from './best-code.ts';
import { addHashes, reserveValues } from './hash-code.ts';
import { fingerprintBits, shortRow, type RowTable } from './row-table.ts';
import { SlotSearch } from './slot-code.ts';
import type { Templates } from './templates.ts';

/** Classes that are added up at once. */
const lanes = 8;

/**
 * The features of a choice between up to 128 classes and a RowTable of their weights as one function of WebAssembly. The rows of the
 * table are laid out in full, a byte for each class, so that eight classes are added at once.
 */
export class CompiledRows {
  /** The plain values of the templates; the caller sets them. */
  readonly values: Int32Array;
  /** Scores of the classes after a call of `score`. */
  readonly scores: Int16Array;
  /** Where the sums begin that are added to the scores, as offsets in `sums`: the caller sets them. */
  readonly starts: Int32Array;
  /** Sums by class that the caller keeps, `width` numbers each. */
  readonly sums: Int16Array;
  /** Numbers of a row of sums. */
  readonly width: number;
  /** Adds up the weights of all features; gives the best class (the first of equals), and its lead over the next above eight bits. */
  readonly score: () => number;

  /**
   * @param kept rows of sums there is room for
   * @param added how many of them are added to the scores at each call
   */
  constructor(templates: Templates, table: RowTable, kept = 0, added = 0) {
    const layout = new Layout();
    const vectors = Math.ceil(table.classes / lanes);
    this.width = vectors * lanes;
    const builder = new FunctionBuilder();
    const valuesAt = reserveValues(layout, templates);
    const startsAt = layout.reserve(4 * added + 4);
    const scoresAt = layout.reserve(2 * this.width);
    const search = new SlotSearch(builder, layout, { slots: table.size, bits: fingerprintBits, bytes: 2 }, templates.features.length);
    const rowsAt = layout.reserve(4 * table.size);
    const shortAt = layout.reserve(2 * shortRow * (table.size + 1));
    const longAt = layout.reserve(table.size * this.width);
    const sumsAt = layout.reserve(2 * kept * this.width);

    const sums = Array.from({ length: vectors }, () => builder.variable(type.v128));
    this.addSums(builder, sums, added, startsAt, sumsAt);
    addHashes(builder, layout, templates, valuesAt, (hashes, count) => search.find(hashes, count));
    // Rows of both kinds are listed first, without a branch that nobody can foresee.
    const row = builder.variable(type.i32);
    const kind = builder.variable(type.i32);
    const shorts = new List(builder, layout, templates.features.length);
    const longs = new List(builder, layout, templates.features.length);
    builder.add(
      search.each((slot) => [
        row.set(i32.load({ base: i32.shiftLeft(slot, i32.const(2)), offset: rowsAt })),
        kind.set(i32.and(row.value, i32.const(1))),
        longs.addIf(kind.value, row.value),
        shorts.addIf(i32.xor(kind.value, i32.const(1)), row.value),
      ]),
      longs.each((begin) => [
        row.set(begin),
        ...sums.map((sum, k) => sum.set(i16x8.add(sum.value, v128.load8x8({ base: row.value, offset: longAt - 1 + k * lanes })))),
      ]),
      ...sums.map((sum, k) => v128.store(at(scoresAt + 16 * k), sum.value)),
      shorts.each((begin) => [row.set(begin), addShortRow(builder, row.value, shortAt, scoresAt)]),
      ...sums.map((sum, k) => sum.set(v128.load(at(scoresAt + 16 * k)))),
    );
    addBest(builder, layout, sums, table.classes);
    const memory = layout.create();
    this.score = compile(builder, memory, layout.pages);
    this.values = new Int32Array(memory.buffer, valuesAt, templates.plain.length);
    this.scores = new Int16Array(memory.buffer, scoresAt, table.classes);
    this.starts = new Int32Array(memory.buffer, startsAt, added);
    this.sums = new Int16Array(memory.buffer, sumsAt, kept * this.width);
    table.unpack({
      fingerprints: new Uint16Array(memory.buffer, search.tableAt, table.size),
      rows: new Int32Array(memory.buffer, rowsAt, table.size),
      short: new Int8Array(memory.buffer, shortAt, 2 * shortRow * (table.size + 1)),
      long: new Int8Array(memory.buffer, longAt, table.size * this.width),
      width: this.width,
    });
  }

  private addSums(builder: FunctionBuilder, sums: readonly Variable[], added: number, startsAt: number, sumsAt: number): void {
    const begin = builder.variable(type.i32);
    for (let index = 0; index < added; index++) {
      builder.add(begin.set(i32.shiftLeft(i32.load(at(startsAt + 4 * index)), i32.const(1))));
      for (const [k, sum] of sums.entries()) {
        const kept: Code = v128.load({ base: begin.value, offset: sumsAt + 16 * k });
        builder.add(sum.set(index === 0 ? kept : i16x8.add(sum.value, kept)));
      }
    }
  }
}

/** Adds four pairs of class and weight to the scores. */
function addShortRow(builder: FunctionBuilder, begin: Code, shortAt: number, scoresAt: number): Code {
  const pairs = builder.variable(type.i32);
  const place = builder.variable(type.i32);
  const addTo = (twiceClass: Code, weight: Code): Code => [
    place.set(i32.and(twiceClass, i32.const(0xff))),
    i32.store16({ base: place.value, offset: scoresAt }, i32.add(i32.load16({ base: place.value, offset: scoresAt }), weight)),
  ];
  return [0, 4].map((offset) => [
    pairs.set(i32.load({ base: begin, offset: shortAt + offset })),
    addTo(pairs.value, i32.shiftRight(i32.extend16(pairs.value), i32.const(8))),
    addTo(i32.shiftRightUnsigned(pairs.value, i32.const(16)), i32.shiftRight(pairs.value, i32.const(24))),
  ]);
}
