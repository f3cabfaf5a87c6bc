import { maxTokens } from './sentence-buffer.ts';

const room = maxTokens + 3;

/**
 * The state of an arc-hybrid parse: a stack, the front of the buffer, and what has been attached so far.
 * Tokens are 0…count−1, the root is `count` and stands last; −1 is "none". Arrays indexed by token have one place before (token −1 at 0).
 */
export class ParserState {
  readonly stack = new Int32Array(room);
  depth = 0;
  front = 0;
  count = 0;
  /** Outermost and second outermost dependents on each side, by token + 1. */
  readonly left1 = new Int32Array(room);
  readonly left2 = new Int32Array(room);
  readonly right1 = new Int32Array(room);
  readonly right2 = new Int32Array(room);
  readonly leftCount = new Int32Array(room);
  readonly rightCount = new Int32Array(room);
  /** Bit sets of dependents' labels (label modulo 31), by token + 1. */
  readonly leftLabels = new Int32Array(room);
  readonly rightLabels = new Int32Array(room);
  readonly head = new Int32Array(room);
  readonly label = new Int32Array(room);

  reset(count: number): void {
    this.count = count;
    this.depth = 0;
    this.front = 0;
    const end = count + 2;
    this.left1.fill(-1, 0, end);
    this.left2.fill(-1, 0, end);
    this.right1.fill(-1, 0, end);
    this.right2.fill(-1, 0, end);
    this.leftCount.fill(0, 0, end);
    this.rightCount.fill(0, 0, end);
    this.leftLabels.fill(0, 0, end);
    this.rightLabels.fill(0, 0, end);
    this.head.fill(-1, 0, end);
    this.label.fill(0, 0, end);
  }

  /** The n-th token from the top of the stack (0 = top); −1 when there is none. */
  top(n: number): number {
    return this.depth > n ? (this.stack[this.depth - 1 - n] as number) : -1;
  }

  shift(): void {
    this.stack[this.depth++] = this.front++;
  }

  /** Attaches the top of the stack to `head` (the front for a left arc, the second of the stack for a right arc) and takes it off. */
  attach(head: number, label: number): void {
    const token = this.stack[--this.depth] as number;
    this.head[token + 1] = head;
    this.label[token + 1] = label;
    const h = head + 1;
    const bit = 1 << (label % 31);
    if (token < head) {
      this.left2[h] = this.left1[h] as number;
      this.left1[h] = token;
      this.leftCount[h] = (this.leftCount[h] as number) + 1;
      this.leftLabels[h] = (this.leftLabels[h] as number) | bit;
    } else {
      this.right2[h] = this.right1[h] as number;
      this.right1[h] = token;
      this.rightCount[h] = (this.rightCount[h] as number) + 1;
      this.rightLabels[h] = (this.rightLabels[h] as number) | bit;
    }
  }

  /** True when only the root is left. */
  get done(): boolean {
    return this.depth === 0 && this.front === this.count;
  }
}

/** The three transitions; 0 shift, 1 left arc (front is the head), 2 right arc (the second of the stack is the head). */
export const transition = { shift: 0, left: 1, right: 2 } as const;
