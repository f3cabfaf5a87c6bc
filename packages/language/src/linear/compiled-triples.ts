import { compile, FunctionBuilder } from '../wasm/function-builder.ts';
import { at, i32, type } from '../wasm/instructions.ts';
import { Layout } from '../wasm/layout.ts';
import { addHashes, reserveValues } from './hash-code.ts';
import { SlotSearch } from './slot-code.ts';
import type { Templates } from './templates.ts';
import type { LaidOutTriples } from './triple-table.ts';

/** The features of a three-way choice and the table of their weights as one function of WebAssembly, four features at a time. */
export class CompiledTriples {
  /** The plain values of the templates; the caller sets them. */
  readonly values: Int32Array;
  /** Scores of the three classes, after a call of `score`. */
  readonly scores: Int32Array;
  /** Adds up the weights of all features. */
  readonly score: () => void;

  constructor(templates: Templates, { fingerprints, weights }: LaidOutTriples) {
    const layout = new Layout();
    const builder = new FunctionBuilder();
    const valuesAt = reserveValues(layout, templates);
    const scoresAt = layout.reserve(16);
    const fingerprintsAt = layout.reserve(fingerprints.length);
    const search = new SlotSearch(
      builder,
      layout,
      { slots: fingerprints.length, at: fingerprintsAt, bits: 8, bytes: 1 },
      templates.features.length,
    );
    const weightsAt = layout.reserve(weights.byteLength);
    const one = builder.variable(type.i32);
    const two = builder.variable(type.i32);
    const both = builder.variable(type.i32);
    addHashes(builder, layout, templates, valuesAt, (hashes, count) => search.find(hashes, count));
    builder.add(
      search.each((slot) => [
        both.set(i32.load({ base: i32.shiftLeft(slot, i32.const(2)), offset: weightsAt })),
        one.set(i32.add(one.value, i32.extend16(both.value))),
        two.set(i32.add(two.value, i32.shiftRight(both.value, i32.const(16)))),
      ]),
      i32.store(at(scoresAt + 4), one.value),
      i32.store(at(scoresAt + 8), two.value),
      i32.const(0),
    );
    const memory = layout.create();
    const [score] = compile([builder], memory, layout.pages);
    this.score = score as () => number;
    this.values = new Int32Array(memory.buffer, valuesAt, templates.plain.length);
    this.scores = new Int32Array(memory.buffer, scoresAt, 3);
    new Uint8Array(memory.buffer, fingerprintsAt).set(fingerprints);
    new Int32Array(memory.buffer, weightsAt).set(weights);
  }
}
