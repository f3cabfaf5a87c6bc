import type { CopySpan } from './article.ts';
import type { Overlap } from './measure.ts';
import type { Reading } from './reading.ts';
import type { ArticleRecord, Segment } from './window.ts';

/** A run is told as copied from this many words on, this much of it unchanged. */
const LEAST_WORDS = 8;
const LEAST_DENSITY = 0.6;

/** The stretches of the new text that earlier articles have; of several origins the earliest. */
export function copiedSpans(
  reading: Reading,
  compared: readonly { record: ArticleRecord; overlap: Overlap }[],
  segmentOf: (number: number) => Segment | undefined,
): CopySpan[] {
  const { scan, body: view } = reading;
  const taken = new Uint8Array(view.count);
  const spans: CopySpan[] = [];
  for (const { record, overlap } of [...compared].sort((a, b) => a.record.number - b.record.number)) {
    const segment = segmentOf(record.number);
    if (segment === undefined) continue;
    const base = segment.offsets[record.number - segment.first] ?? 0;
    for (const run of overlap.runs) {
      if (run.matched < LEAST_WORDS || run.matched < LEAST_DENSITY * Math.max(run.to - run.from, run.otherTo - run.otherFrom)) continue;
      let from = run.from;
      let to = run.to;
      while (from < to && taken[from] === 1) from += 1;
      while (to > from && taken[to - 1] === 1) to -= 1;
      if (to - from < LEAST_WORDS) continue;
      taken.fill(1, from, to);
      spans.push({
        start: scan.start[view.from + from] ?? 0,
        end: scan.end[view.from + to - 1] ?? 0,
        group: record.group.id,
        origin: { articleId: record.id, start: segment.starts[base + run.otherFrom] ?? 0, end: segment.ends[base + run.otherTo - 1] ?? 0 },
      });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}
