import { unsigned } from './numbers.ts';
import { local, type, type Code } from './instructions.ts';

/** A variable of a function: code that reads it, and that writes it. */
export interface Variable {
  readonly value: Code;
  set(value: Code): Code;
}

type ValueType = (typeof type)['i32' | 'i64' | 'v128'];

/** A function without parameters, which gives a number of 32 bits or nothing. */
export class FunctionBuilder {
  private readonly types: ValueType[] = [];
  private readonly parts: Code[] = [];

  /** A new variable; it is zero at first. */
  variable(kind: ValueType): Variable {
    const index = this.types.push(kind) - 1;
    return { value: local.get(index), set: (value) => local.set(index, value) };
  }

  /** Adds instructions at the end. */
  add(...code: readonly Code[]): void {
    this.parts.push(...code);
  }

  /** The bytes of the function as they stand in the code section. */
  body(): number[] {
    const locals = [...unsigned(this.types.length), ...this.types.flatMap((kind) => [1, kind])];
    const code = [...locals];
    write(this.parts, code);
    code.push(0x0b);
    return [...unsigned(code.length), ...code];
  }
}

function write(code: Code, bytes: number[]): void {
  for (const part of code) {
    if (typeof part === 'number') bytes.push(part);
    else write(part, bytes);
  }
}

/** "\0asm" and the version of the format. */
const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/**
 * Functions over a memory, compiled. They take nothing and give a number of 32 bits; what they read and write stands in the memory.
 * @param pages size of the memory in units of 64 KiB
 */
export function compile(builders: readonly FunctionBuilder[], memory: WebAssembly.Memory, pages: number): (() => number)[] {
  const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content];
  const name = (text: string): number[] => [text.length, ...new TextEncoder().encode(text)];
  const count = builders.length;
  const names = builders.map((_, index) => `f${index}`);
  const bytes = Uint8Array.from([
    ...header,
    ...section(1, [1, 0x60, 0, 1, type.i32]),
    ...section(2, [1, ...name('m'), ...name('m'), 2, 0, ...unsigned(pages)]),
    ...section(3, [count, ...builders.map(() => 0)]),
    ...section(7, [count, ...names.flatMap((text, index) => [...name(text), 0, index])]),
    ...section(10, [count, ...builders.flatMap((builder) => builder.body())]),
  ]);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { m: { m: memory } });
  return names.map((text) => exports[text] as () => number);
}
