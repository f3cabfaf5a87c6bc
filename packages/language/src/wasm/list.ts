import type { FunctionBuilder, Variable } from './function-builder.ts';
import { i32, repeatWhile, type, when, type Code } from './instructions.ts';
import type { Layout } from './layout.ts';

/** Code for a list of numbers in memory, empty at the beginning. */
export class List {
  readonly begin: number;
  /** Bytes behind the beginning at which the next number is written. */
  readonly end: Variable;
  private readonly next: Variable;

  /** @param most numbers in the list; there is room for three behind them */
  constructor(builder: FunctionBuilder, layout: Layout, most: number) {
    this.begin = layout.reserve(4 * (most + 4));
    this.end = builder.variable(type.i32);
    this.next = builder.variable(type.i32);
  }

  /** Adds a number if the condition is 1, not if it is 0. */
  addIf(condition: Code, number: Code): Code {
    return [
      i32.store({ base: this.end.value, offset: this.begin }, number),
      this.end.set(i32.add(this.end.value, i32.shiftLeft(condition, i32.const(2)))),
    ];
  }

  /** Runs code for each number. */
  each(use: (number: Code) => Code): Code {
    const { next, end } = this;
    const body = [use(i32.load({ base: next.value, offset: this.begin })), next.set(i32.add(next.value, i32.const(4)))];
    return when(end.value, repeatWhile(body, i32.lessUnsigned(next.value, end.value)));
  }
}
