/**
 * Word classes by the exchange algorithm (Kneser & Ney 1993): every word is moved to the class that raises the likelihood of a class bigram
 * model of the text most, until the rounds are used up. Deterministic: words are visited by frequency, ties keep the lower class.
 * @param sentences words as they shall be clustered
 * @param classes number of classes; class 0 holds the sentence edge and the rare words and is not handed out
 * @returns word → class 1…classes − 1
 */
export function exchangeClusters(
  sentences: Iterable<readonly string[]>,
  classes: number,
  minimum: number,
  rounds: number,
): Map<string, number> {
  const frequency = new Map<string, number>();
  const text = [...sentences];
  for (const s of text) for (const w of s) frequency.set(w, (frequency.get(w) ?? 0) + 1);
  const vocabulary = [...frequency].filter(([, n]) => n >= minimum).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const ids = new Map(vocabulary.map(([w], i) => [w, i + 2]));
  // Word 0 is the edge, word 1 every rare word; both stay in class 0.
  const size = vocabulary.length + 2;
  const classOf = new Int32Array(size);
  for (let w = 2; w < size; w++) classOf[w] = 1 + ((w - 2) % (classes - 1));
  const { left, right } = neighbours(text, ids, size);
  const pairs = new Float64Array(classes * classes);
  const total = new Float64Array(classes);
  for (let w = 0; w < size; w++) {
    const c = classOf[w] as number;
    for (const [v, n] of right[w] ?? []) {
      pairs[c * classes + (classOf[v] as number)] = (pairs[c * classes + (classOf[v] as number)] as number) + n;
      total[c] = (total[c] as number) + n;
    }
  }
  const counts = Float64Array.from({ length: size }, (_, w) => (right[w] ?? []).reduce((s, [, n]) => s + n, 0));
  const before = new Float64Array(classes);
  const after = new Float64Array(classes);
  const gather = (list: readonly (readonly [number, number])[], w: number, into: Float64Array): number[] => {
    into.fill(0);
    const seen: number[] = [];
    for (const [v, n] of list) {
      if (v === w) continue;
      const c = classOf[v] as number;
      if (into[c] === 0) seen.push(c);
      into[c] = (into[c] as number) + n;
    }
    return seen;
  };
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let w = 2; w < size; w++) {
      const seenBefore = gather(left[w] ?? [], w, before);
      const seenAfter = gather(right[w] ?? [], w, after);
      const own = classOf[w] as number;
      const n = counts[w] as number;
      const shift = (c: number, sign: number): void => {
        for (const b of seenBefore) pairs[b * classes + c] = (pairs[b * classes + c] as number) + sign * (before[b] as number);
        for (const a of seenAfter) pairs[c * classes + a] = (pairs[c * classes + a] as number) + sign * (after[a] as number);
        total[c] = (total[c] as number) + sign * n;
      };
      shift(own, -1);
      let best = own;
      let bestGain = -Infinity;
      for (let c = 1; c < classes; c++) {
        const t = total[c] as number;
        let gain = 2 * (nlogn(t) - nlogn(t + n));
        for (const b of seenBefore)
          gain += nlogn((pairs[b * classes + c] as number) + (before[b] as number)) - nlogn(pairs[b * classes + c] as number);
        for (const a of seenAfter)
          gain += nlogn((pairs[c * classes + a] as number) + (after[a] as number)) - nlogn(pairs[c * classes + a] as number);
        if (gain > bestGain + 1e-9 || (c === own && gain > bestGain - 1e-9)) {
          bestGain = gain;
          best = c;
        }
      }
      if (best !== own) moved++;
      classOf[w] = best;
      shift(best, 1);
    }
    if (moved < size / 500) break;
  }
  return new Map([...ids].map(([w, i]) => [w, classOf[i] as number]));
}

const table = Float64Array.from({ length: 1 << 16 }, (_, n) => (n < 1 ? 0 : n * Math.log(n)));
function nlogn(n: number): number {
  return n < 65536 ? (table[n] as number) : n * Math.log(n);
}

type Neighbours = (readonly [number, number])[][];

function neighbours(
  text: readonly (readonly string[])[],
  ids: ReadonlyMap<string, number>,
  size: number,
): { left: Neighbours; right: Neighbours } {
  const right: Map<number, number>[] = Array.from({ length: size }, () => new Map());
  const left: Map<number, number>[] = Array.from({ length: size }, () => new Map());
  for (const s of text) {
    let previous = 0;
    for (const w of [...s, undefined]) {
      const id = w === undefined ? 0 : (ids.get(w) ?? 1);
      right[previous]?.set(id, (right[previous]?.get(id) ?? 0) + 1);
      left[id]?.set(previous, (left[id]?.get(previous) ?? 0) + 1);
      previous = id;
    }
  }
  return { left: left.map((m) => [...m]), right: right.map((m) => [...m]) };
}
