import type { Run, WordView } from './alignment.ts';
import type { CopySpan } from './article.ts';
import type { Compared } from './judge.ts';
import type { Reading } from './reading.ts';
import type { Segments } from './segments.ts';
import type { ArticleRecord } from './window.ts';
import { FLAG } from './words.ts';

/** A run is told as copied from this many words on, this much of it unchanged. */
const LEAST_WORDS = 7;
const LEAST_DENSITY = 0.6;

/** The stretches of the new text that earlier articles have, sorted and without overlap; of several origins the earliest. */
export function copiedSpans(reading: Reading, compared: readonly Compared<ArticleRecord>[], segments: Segments): CopySpan[] {
  const { scan, body, title } = reading;
  const first = body.from === title ? 0 : title; // words of the title have no place in the text
  const taken = new Uint8Array(body.count);
  const spans: CopySpan[] = [];
  for (const { record, overlap } of [...compared].sort((a, b) => a.record.number - b.record.number)) {
    const segment = segments.segmentOf(record.number);
    const theirs = segments.viewOf(record.number);
    if (segment === undefined || theirs === undefined) continue;
    for (const run of overlap.runs) {
      if (run.matched < LEAST_DENSITY * Math.max(run.to - run.from, run.otherTo - run.otherFrom)) continue;
      for (const [from, to] of freeStretches(run, taken, first)) {
        taken.fill(1, from, to);
        const [a, b] = [placeIn(run, from), placeIn(run, to - 1)];
        spans.push({
          start: scan.start[body.from + from] ?? 0,
          end: scan.end[body.from + to - 1] ?? 0,
          group: record.decision.group,
          origin: originOf(record, segment.starts, segment.ends, theirs, a, b),
        });
      }
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Stretches of a run that no earlier origin has claimed. */
function freeStretches(run: Run, taken: Uint8Array, first: number): [number, number][] {
  const found: [number, number][] = [];
  let from = Math.max(run.from, first);
  for (let i = from; i <= run.to; i += 1) {
    if (i < run.to && taken[i] === 0) continue;
    if (i - from >= LEAST_WORDS) found.push([from, i]);
    from = i + 1;
  }
  return found;
}

/** Where a position of the run lies in the other text: runs keep step closely enough to count along. */
function placeIn(run: Run, position: number): number {
  const share = (position - run.from) / Math.max(1, run.to - 1 - run.from);
  return run.otherFrom + Math.round(share * (run.otherTo - 1 - run.otherFrom));
}

/** Offsets in the other text; null where the place is in its title. */
function originOf(
  record: ArticleRecord,
  starts: Uint32Array,
  ends: Uint32Array,
  view: WordView,
  from: number,
  to: number,
): CopySpan['origin'] {
  if (((view.flags[view.from + from] ?? 0) & FLAG.title) !== 0) return null;
  return { articleId: record.id, start: starts[view.from + from] ?? 0, end: ends[view.from + to] ?? 0 };
}
