/** Tokens of a sentence, end exclusive. */
export interface TokenSpan {
  start: number;
  end: number;
}

/** A name found: token indexes (end exclusive), index of the type, and the smallest margin of its tokens' decisions. */
export interface FoundName extends TokenSpan {
  type: number;
  margin: number;
}

/** The names of one sentence by token, none over another, for rules that move, add and part them. */
export class NameLine {
  private readonly covering: (FoundName | undefined)[] = [];

  constructor(tokens: number, names: readonly FoundName[]) {
    for (let i = 0; i < tokens; i++) this.covering.push(undefined);
    for (const name of names) this.put(name);
  }

  /** The name that covers a token. */
  at(token: number): FoundName | undefined {
    return this.covering[token];
  }

  /** The names that touch a stretch of tokens, in order. */
  within(start: number, end: number): FoundName[] {
    const found: FoundName[] = [];
    for (let i = start; i < end; i++) {
      const name = this.covering[i];
      if (name !== undefined && name !== found.at(-1)) found.push(name);
    }
    return found;
  }

  /** Puts a name in the place of those that it touches. */
  put(name: FoundName): void {
    for (const other of this.within(name.start, name.end)) this.remove(other);
    this.covering.fill(name, name.start, name.end);
  }

  remove(name: FoundName): void {
    this.covering.fill(undefined, name.start, name.end);
  }

  /** All names in order. */
  list(): FoundName[] {
    return this.within(0, this.covering.length);
  }
}
