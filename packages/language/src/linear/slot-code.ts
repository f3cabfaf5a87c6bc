import type { FunctionBuilder, Variable } from '../wasm/function-builder.ts';
import { at, i16x8, i32, i32x4, i8x16, type, v128, type Address, type Code } from '../wasm/instructions.ts';
import type { Layout } from '../wasm/layout.ts';
import { List } from '../wasm/list.ts';

/**
 * A table in which a feature has its place in one of two neighbouring slots and is known there by the lowest bits of its hash. The
 * fingerprints stand by themselves, so that looking for the many features that have no slot touches little memory.
 */
export interface SlotTable {
  /** Their number, a power of two. */
  slots: number;
  /** Where the fingerprints stand; the owner writes them. */
  at: number;
  /** Bits of a fingerprint, and bytes in which it stands. */
  bits: number;
  bytes: 1 | 2;
}

/** Code that looks features up, four at a time, and lists the slots of those that have one. */
export class SlotSearch {
  private readonly layout: Layout;
  private readonly table: SlotTable;
  private readonly found: List;
  private readonly squeezeAt: number;
  private readonly pairs: Variable;
  private readonly place: Variable;
  private readonly hits: Variable;
  private readonly set: Variable;
  private readonly none: Variable;
  private readonly builder: FunctionBuilder;

  /** @param most features looked up in one call */
  constructor(builder: FunctionBuilder, layout: Layout, table: SlotTable, most: number) {
    this.builder = builder;
    this.layout = layout;
    this.table = table;
    this.found = new List(builder, layout, most);
    this.squeezeAt = layout.constant(squeezes());
    this.pairs = builder.variable(type.v128);
    this.place = builder.variable(type.v128);
    this.hits = builder.variable(type.v128);
    this.set = builder.variable(type.i32);
    this.none = builder.variable(type.v128);
    builder.add(this.pairs.set(i32x4.splat(i32.const(table.slots - 2))));
  }

  /** Looks up four hashes, the first `count` of which are features. */
  find(hashes: Code, count: number): Code {
    const { slots, bytes } = this.table;
    const { place, hits, set } = this;
    const { end } = this.found;
    const shift = 32 - Math.log2(slots);
    const found = i32x4.bitmask(i32x4.notEqual(hits.value, this.none.value));
    return [
      place.set(v128.and(i32x4.shiftRightUnsigned(hashes, i32.const(shift)), this.pairs.value)),
      hits.set(bytes === 1 ? this.hitsOfBytes(hashes) : this.hitsOfHalves(hashes)),
      set.set(count === 4 ? found : i32.and(found, i32.const((1 << count) - 1))),
      // The slot is that of the place, or the one behind it.
      v128.store(
        { base: end.value, offset: this.found.begin },
        v128.swizzle(
          i32x4.add(place.value, i32x4.shiftRightUnsigned(hits.value, i32.const(bytes === 1 ? 15 : 31))),
          v128.load({ base: i32.shiftLeft(set.value, i32.const(4)), offset: this.squeezeAt }),
        ),
      ),
      end.set(i32.add(end.value, i32.shiftLeft(i32.countOnes(set.value), i32.const(2)))),
    ];
  }

  /** Runs code for each slot that was found. */
  each(use: (slot: Code) => Code): Code {
    return this.found.each(use);
  }

  /** Four lanes, of which the lowest byte is all ones where the first slot of the pair is hit, the next where the second is. */
  private hitsOfBytes(hashes: Code): Code {
    const two = [0, 0, 16, 16];
    // Each fingerprint twice, and what equals no zero above.
    const wanted = v128.shuffle(
      [two, two, two, two].flatMap((bytes, lane) => bytes.map((b) => (b < 16 ? b + 4 * lane : b))),
      hashes,
      this.ones(),
    );
    return i8x16.equal(this.fourPairs(v128.load16Lane), wanted);
  }

  /** The same with halves of 16 bits. */
  private hitsOfHalves(hashes: Code): Code {
    const own = v128.and(hashes, v128.load(this.splat((1 << this.table.bits) - 1)));
    const wanted = this.builder.variable(type.v128);
    return [
      wanted.set(own),
      i16x8.equal(this.fourPairs(v128.load32Lane), v128.or(wanted.value, i32x4.shiftLeft(wanted.value, i32.const(16)))),
    ];
  }

  private fourPairs(loadLane: (address: Address, lane: number, into: Code) => Code): Code {
    const { bytes, at: offset } = this.table;
    let pairs = this.none.value;
    for (const lane of [0, 1, 2, 3]) {
      const place = i32x4.extract(lane, this.place.value);
      const address = { base: bytes === 1 ? place : i32.shiftLeft(place, i32.const(1)), offset };
      // A pair of bytes stands in the lower half of its 32 bits.
      pairs = loadLane(address, bytes === 1 ? lane * 2 : lane, pairs);
    }
    return pairs;
  }

  private ones(): Code {
    return v128.load(this.splat(-1));
  }

  private splat(number: number): Address {
    return at(this.layout.constant(new Int32Array(4).fill(number)));
  }
}

/** For each set of four lanes the order of bytes that puts the lanes of the set first. */
function squeezes(): Uint8Array {
  const orders = new Uint8Array(16 * 16);
  for (let set = 0; set < 16; set++) {
    const chosen = [0, 1, 2, 3].filter((lane) => (set & (1 << lane)) !== 0);
    for (const [place, lane] of chosen.entries()) for (let b = 0; b < 4; b++) orders[set * 16 + place * 4 + b] = lane * 4 + b;
  }
  return orders;
}
