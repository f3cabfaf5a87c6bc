import { signed, unsigned } from './numbers.ts';

/** Code that leaves a value on the stack, or none: bytes of WebAssembly instructions (core specification 2.0, chapter 5), nested at will. */
export type Code = readonly (number | Code)[];

/** Types of values; `nothing` is the type of a block without a result. */
export const type = { i32: 0x7f, i64: 0x7e, v128: 0x7b, nothing: 0x40 } as const;

/** A place in memory: what an expression says, and a constant that is added to it. */
export interface Address {
  base: Code;
  offset: number;
}

const plain =
  (opcode: number) =>
  (...operands: readonly Code[]): Code => [...operands, opcode];
const vector =
  (opcode: number) =>
  (...operands: readonly Code[]): Code => [...operands, 0xfd, ...unsigned(opcode)];
/** Memory instructions promise no alignment (first immediate, 0): what holds is up to the layout. */
const memory =
  (opcode: readonly number[]) =>
  ({ base, offset }: Address, ...operands: readonly Code[]): Code => [base, ...operands, ...opcode, 0, ...unsigned(offset)];
const vectorMemory = (opcode: number) => memory([0xfd, ...unsigned(opcode)]);
const vectorLane =
  (opcode: number) =>
  ({ base, offset }: Address, lane: number, into: Code): Code => [base, into, 0xfd, ...unsigned(opcode), 0, ...unsigned(offset), lane];

/** A fixed place in memory. */
export const at = (offset: number): Address => ({ base: i32.const(0), offset });

export const local = {
  get: (index: number): Code => [0x20, ...unsigned(index)],
  set: (index: number, value: Code): Code => [value, 0x21, ...unsigned(index)],
};

/** Repeats its body as long as the condition at its end holds; the body runs at least once. */
export const repeatWhile = (body: Code, condition: Code): Code => [0x03, type.nothing, body, condition, 0x0d, 0, 0x0b];
/** Runs the body when the condition holds. */
export const when = (condition: Code, body: Code): Code => [condition, 0x04, type.nothing, body, 0x0b];

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  load: memory([0x28]),
  load16: memory([0x2f]),
  store: memory([0x36]),
  store16: memory([0x3b]),
  lessUnsigned: plain(0x49),
  trailingZeros: plain(0x68),
  countOnes: plain(0x69),
  add: plain(0x6a),
  subtract: plain(0x6b),
  multiply: plain(0x6c),
  and: plain(0x71),
  or: plain(0x72),
  xor: plain(0x73),
  shiftLeft: plain(0x74),
  shiftRight: plain(0x75),
  shiftRightUnsigned: plain(0x76),
  /** The lower 16 bits as a signed number. */
  extend16: plain(0xc1),
};

export const i64 = {
  trailingZeros: plain(0x7a),
  or: plain(0x84),
  shiftLeft: plain(0x86),
  const: (value: number): Code => [0x42, ...signed(value)],
  fromUnsigned: plain(0xad),
  toI32: plain(0xa7),
};

export const v128 = {
  load: vectorMemory(0),
  store: vectorMemory(11),
  /** One number of 32 bits in all four lanes. */
  load32Splat: vectorMemory(9),
  /** One number of 32 bits in the first lane, zero in the others. */
  load32: vectorMemory(92),
  /** The same of 64 bits. */
  load64: vectorMemory(93),
  /** Puts a number from memory into one lane. */
  load16Lane: vectorLane(85),
  load32Lane: vectorLane(86),
  load64Lane: vectorLane(87),
  /** Eight signed bytes as eight lanes of 16 bits. */
  load8x8: vectorMemory(1),
  const: (lanes: Int32Array): Code => [0xfd, 12, ...new Uint8Array(lanes.buffer, lanes.byteOffset, 16)],
  and: vector(78),
  or: vector(80),
  xor: vector(81),
  /** Bytes of two vectors (0…15 of the first, 16…31 of the second) in a new order. */
  shuffle: (lanes: readonly number[], a: Code, b: Code): Code => [a, b, 0xfd, 13, ...lanes],
  /** Bytes of the first vector by the indexes of the second. */
  swizzle: vector(14),
};

export const i8x16 = { equal: vector(35), bitmask: vector(100), narrow: vector(101) };

export const i16x8 = {
  splat: vector(16),
  extract: (lane: number, from: Code): Code => [from, 0xfd, 24, lane],
  equal: vector(45),
  bitmask: vector(132),
  add: vector(142),
  min: vector(150),
  max: vector(152),
};

export const i32x4 = {
  splat: vector(17),
  extract: (lane: number, from: Code): Code => [from, 0xfd, 27, lane],
  equal: vector(55),
  notEqual: vector(56),
  bitmask: vector(164),
  shiftLeft: vector(171),
  shiftRight: vector(172),
  shiftRightUnsigned: vector(173),
  add: vector(174),
  multiply: vector(181),
};
