const window = 16;
const longestReference = 300_000;
const longestText = 5_000;

/** A text's letters and digits in lower case, as character codes: what two spellings of one text have in common. */
export type LetterCodes = Uint16Array;

const buffer = new Uint16Array(longestReference);

/** The letters and digits of a text, at most the first `limit` characters looked at. */
export function letterCodes(text: string, limit: number = longestText): LetterCodes {
  const seen = text.length > limit ? text.slice(0, limit) : text;
  let count = 0;
  let at = 0;
  for (; at < seen.length && count < buffer.length; at++) {
    const code = seen.charCodeAt(at);
    if (code >= 128) break;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) buffer[count++] = code;
    else if (code >= 65 && code <= 90) buffer[count++] = code | 32;
  }
  // ASCII keeps its place in lower case: only what follows it is made lower.
  const lower = at < seen.length ? seen.toLowerCase() : '';
  for (let i = at; i < lower.length && count < buffer.length; i++) {
    const code = lower.charCodeAt(i);
    if (code < 128 ? (code >= 97 && code <= 122) || (code >= 48 && code <= 57) : code >= 0xc0 && !isMark(code)) buffer[count++] = code;
  }
  return buffer.slice(0, count);
}

/** General punctuation, symbols, and the punctuation of Chinese, Japanese and Korean. */
function isMark(code: number): boolean {
  return (code >= 0x2000 && code < 0x2c00) || (code >= 0x3000 && code < 0x3040) || (code >= 0xff00 && code < 0xff10);
}

/**
 * Compares texts with a reference by letters and digits only: the answer tells which share of a text's windows of 16 characters stands in the reference,
 * or -1 when there is no reference to speak of. Linear: windows are compared by a rolling hash.
 */
export function textOverlap(reference: string): (text: LetterCodes) => number {
  const codes = letterCodes(
    reference.includes('<') ? reference.slice(0, longestReference).replace(/<[^<>]{0,300}>/g, ' ') : reference,
    longestReference,
  );
  if (codes.length < window * 2) return () => -1;
  const known = new HashSet(codes.length);
  rolling(codes, 1, (hash) => known.add(hash));
  return (text) => {
    if (text.length < window) return 0;
    let hits = 0;
    let count = 0;
    rolling(text, 4, (hash) => {
      count++;
      if (known.has(hash)) hits++;
    });
    return count === 0 ? 0 : hits / count;
  };
}

const longestWalk = 64;

/** A set of 32-bit numbers in one typed array; zero stands for an empty place, and is never held: one hash in four thousand million. */
class HashSet {
  private readonly slots: Int32Array;
  private readonly shift: number;

  constructor(most: number) {
    const bits = Math.max(6, Math.ceil(Math.log2(most + 1)) + 1);
    this.slots = new Int32Array(1 << bits);
    this.shift = 32 - bits;
  }

  add(hash: number): void {
    this.slots[this.find(hash)] = hash;
  }

  has(hash: number): boolean {
    return hash !== 0 && this.slots[this.find(hash)] === hash;
  }

  private find(hash: number): number {
    const { slots } = this;
    let at = Math.imul(hash, 0x9e3779b1) >>> this.shift;
    // Bounded, because a page may be made to have its hashes side by side: what finds no place takes another's.
    for (let steps = 0; steps < longestWalk && slots[at] !== 0 && slots[at] !== hash; steps++) at = (at + 1) & (slots.length - 1);
    return at;
  }
}

const base = 257;
const power = powerOf(base, window - 1);

function powerOf(value: number, times: number): number {
  let result = 1;
  for (let i = 0; i < times; i++) result = Math.imul(result, value);
  return result;
}

/** Calls `visit` with the hash of every `step`-th window. */
function rolling(codes: LetterCodes, step: number, visit: (hash: number) => void): void {
  let hash = 0;
  for (let i = 0; i < codes.length; i++) {
    if (i >= window) hash = (hash - Math.imul(codes[i - window] ?? 0, power)) | 0;
    hash = (Math.imul(hash, base) + (codes[i] ?? 0)) | 0;
    if (i >= window - 1 && (i - window + 1) % step === 0) visit(hash);
  }
}
