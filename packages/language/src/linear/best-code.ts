import type { FunctionBuilder, Variable } from '../wasm/function-builder.ts';
import { at, i16x8, i32, i64, i8x16, type, v128, type Code } from '../wasm/instructions.ts';
import type { Layout } from '../wasm/layout.ts';

/** Below any score. */
const lowest = -0x4000;

/**
 * Adds code that leaves the best of scores on the stack (the first of equals) and its lead over the next, shifted by eight bits.
 * @param scores in vectors of eight numbers of 16 bits; there are `classes`, at most 128
 */
export function addBest(builder: FunctionBuilder, layout: Layout, scores: readonly Variable[], classes: number): void {
  const top = builder.variable(type.v128);
  const next = builder.variable(type.v128);
  const other = builder.variable(type.v128);
  const otherNext = builder.variable(type.v128);
  const last = scores.at(-1) as Variable;
  // Lanes behind the last class must not win.
  const behind = Int16Array.from({ length: 8 }, (_, lane) => ((scores.length - 1) * 8 + lane < classes ? 0 : lowest));
  builder.add(last.set(i16x8.add(last.value, v128.load(at(layout.constant(new Int32Array(behind.buffer)))))));
  builder.add(next.set(i16x8.splat(i32.const(lowest))), top.set((scores[0] as Variable).value));
  for (const { value } of scores.slice(1)) {
    builder.add(next.set(i16x8.max(next.value, i16x8.min(top.value, value))), top.set(i16x8.max(top.value, value)));
  }
  // The two best of eight lanes: of pairs that lie four, two and one apart.
  for (const apart of [4, 2, 1]) {
    const turned = Array.from({ length: 16 }, (_, byte) => (byte + 2 * apart) % 16);
    builder.add(
      other.set(v128.shuffle(turned, top.value, top.value)),
      otherNext.set(v128.shuffle(turned, next.value, next.value)),
      next.set(i16x8.max(i16x8.max(next.value, otherNext.value), i16x8.min(top.value, other.value))),
      top.set(i16x8.max(top.value, other.value)),
    );
  }
  const lead = i32.subtract(i16x8.extract(0, top.value), i16x8.extract(0, next.value));
  builder.add(i32.or(i32.shiftLeft(lead, i32.const(8)), firstEqual(builder, scores, top.value)));
}

/** The number of the first lane that equals those of `value`; there is one. */
function firstEqual(builder: FunctionBuilder, scores: readonly Variable[], value: Code): Code {
  const equal = (index: number): Code => {
    const vector = scores[index];
    return vector === undefined ? v128.const(new Int32Array(4)) : i16x8.equal(vector.value, value);
  };
  const bits = builder.variable(type.i64);
  const low = builder.variable(type.i32);
  const of = (from: number): Code => {
    const words = Array.from({ length: Math.min(4, Math.ceil((scores.length - from) / 2)) }, (_, pair): Code => {
      const word = i64.fromUnsigned(i8x16.bitmask(i8x16.narrow(equal(from + 2 * pair), equal(from + 2 * pair + 1))));
      return pair === 0 ? word : i64.shiftLeft(word, i64.const(16 * pair));
    });
    return words.reduce((a, b) => i64.or(a, b));
  };
  // 64 lanes at a time; without any among the first, their count is 64.
  builder.add(bits.set(of(0)), low.set(i64.toI32(i64.trailingZeros(bits.value))));
  if (scores.length <= 8) return low.value;
  builder.add(
    low.set(i32.add(low.value, i32.multiply(i32.shiftRightUnsigned(low.value, i32.const(6)), i64.toI32(i64.trailingZeros(of(8)))))),
  );
  return low.value;
}
