/**
 * Chooses which lines to keep from their probabilities: the set that makes the expected F measure largest. A page whose lines are all doubtful gets a lower
 * bar than one with a clear body, so that an unusual page is not read as empty; a page without any line that is more likely body than not has none.
 */
export function bestCut(probabilities: readonly number[], lengths: readonly number[]): boolean[] {
  if (probabilities.length > fewLines && !probabilities.some((p) => p >= leastSure)) return probabilities.map(() => false);
  const order = Array.from(probabilities.keys()).sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0));
  const weights = lengths.map((length) => length ** lengthPower);
  let total = 0;
  for (const i of order) total += (probabilities[i] ?? 0) * (weights[i] ?? 0);
  let inside = 0;
  let kept = 0;
  let best = 0;
  let cut = 1;
  for (const i of order) {
    const weight = weights[i] ?? 0;
    inside += (probabilities[i] ?? 0) * weight;
    kept += weight;
    const measure = ((1 + recallWeight) * inside) / (kept + recallWeight * total);
    if (measure <= best) continue;
    best = measure;
    cut = probabilities[i] ?? 1;
  }
  return probabilities.map((p) => p >= cut && p >= lowest);
}

/** A line weighs by this power of its length: long paragraphs count more, but not all there is. */
const lengthPower = 0.6;
/** Below 1, precision counts more than recall. */
const recallWeight = 0.75;
/** No line below this probability is kept, whatever the page. */
const lowest = 0.15;
/** A page of more lines than this … */
const fewLines = 6;
/** … with no line at least this sure is an index or a form, not an article. */
const leastSure = 0.5;
