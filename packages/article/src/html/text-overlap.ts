const window = 16;
const longestReference = 300_000;

/**
 * Compares texts with a reference by letters and digits only: the answer tells which share of a text's windows of 16 characters stands in the reference,
 * or -1 when there is no reference to speak of. Linear: windows are compared by a rolling hash.
 */
export function textOverlap(reference: string): (text: string) => number {
  const key = letters(reference.slice(0, longestReference));
  if (key.length < window * 2) return () => -1;
  const known = new Set<number>();
  rolling(key, 1, (hash) => known.add(hash));
  return (text) => {
    const own = letters(text.slice(0, 5_000));
    if (own.length < window) return own.length >= 4 && key.includes(own) ? 0.5 : 0;
    let hits = 0;
    let count = 0;
    rolling(own, 4, (hash) => {
      count++;
      if (known.has(hash)) hits++;
    });
    return count === 0 ? 0 : hits / count;
  };
}

function letters(text: string): string {
  return text
    .replace(/<[^<>]{0,300}>/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const base = 257;
const power = powerOf(base, window - 1);

function powerOf(value: number, times: number): number {
  let result = 1;
  for (let i = 0; i < times; i++) result = Math.imul(result, value);
  return result;
}

/** Calls `visit` with the hash of every `step`-th window. */
function rolling(text: string, step: number, visit: (hash: number) => void): void {
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    if (i >= window) hash = (hash - Math.imul(text.charCodeAt(i - window), power)) | 0;
    hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0;
    if (i >= window - 1 && (i - window + 1) % step === 0) visit(hash);
  }
}
