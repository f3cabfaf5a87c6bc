const window = 16;
const longestReference = 300_000;
const longestText = 5_000;

/** Letters and digits, in lower case, of the text looked at last: what two spellings of one text have in common. One array for all, because they are many and short. */
const buffer = new Uint16Array(longestReference);

/** Puts the letters and digits of a text into the buffer, those of its first `limit` characters at most, and tells how many they are. */
function readLetters(text: string, limit: number): number {
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
  return count;
}

/** General punctuation, symbols, and the punctuation of Chinese, Japanese and Korean. */
function isMark(code: number): boolean {
  return (code >= 0x2000 && code < 0x2c00) || (code >= 0x3000 && code < 0x3040) || (code >= 0xff00 && code < 0xff10);
}

/**
 * Compares texts with a reference by letters and digits only: the answer tells which share of a text's windows of 16 characters stands in the reference,
 * or -1 when there is no reference to speak of. Linear: windows are compared by a rolling hash.
 */
export function textOverlap(reference: string): (text: string) => number {
  const plain = reference.includes('<') ? reference.slice(0, longestReference).replace(/<[^<>]{0,300}>/g, ' ') : reference;
  const length = readLetters(plain, longestReference);
  if (length < window * 2) return () => -1;
  const known = new HashSet(length);
  known.addWindows(length);
  return (text) => known.share(readLetters(text, longestText));
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

  /** Adds the hash of every window of the buffer. */
  addWindows(length: number): void {
    let hash = 0;
    for (let i = 0; i < length; i++) {
      if (i >= window) hash = (hash - Math.imul(buffer[i - window] ?? 0, power)) | 0;
      hash = (Math.imul(hash, base) + (buffer[i] ?? 0)) | 0;
      if (i >= window - 1) this.slots[this.find(hash)] = hash;
    }
  }

  /** Which share of every fourth window of the buffer is held. */
  share(length: number): number {
    if (length < window) return 0;
    let hash = 0;
    let hits = 0;
    let count = 0;
    for (let i = 0; i < length; i++) {
      if (i >= window) hash = (hash - Math.imul(buffer[i - window] ?? 0, power)) | 0;
      hash = (Math.imul(hash, base) + (buffer[i] ?? 0)) | 0;
      if (i < window - 1 || ((i - window + 1) & 3) !== 0) continue;
      count++;
      if (hash !== 0 && this.slots[this.find(hash)] === hash) hits++;
    }
    return hits / count;
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
