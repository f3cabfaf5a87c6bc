import type { Lane } from './lane.ts';
import type { Settings } from './options.ts';
import { isSampled, pairKey } from './posting-index.ts';
import { FIELD, ROW } from './vocabulary.ts';
import { resize, type Segment } from './window.ts';

/** Lets whole hours go: from dense to thin after the dense hours, out of the window after the thin ones, or before their time when the room is full. */
export function evict(lane: Lane, settings: Settings): void {
  const { segments } = lane;
  const hour = Math.floor(lane.clock / 3_600_000);
  for (;;) {
    const oldest = segments.list[segments.firstDense];
    if (oldest === undefined || segments.firstDense >= segments.list.length - 1) break;
    const full = segments.next - segments.denseStart() >= settings.denseArticles;
    if (oldest.hour > hour - settings.denseHours && !full) break;
    if (oldest.hour > hour - settings.denseHours) lane.earlyEvictions += 1;
    thinOut(lane, oldest);
    segments.firstDense += 1;
  }
  while (segments.firstDense > 0) {
    const oldest = segments.list[0];
    if (oldest === undefined) break;
    const full = segments.next - oldest.first >= settings.thinArticles;
    if (oldest.hour > hour - settings.thinHours && !full) break;
    if (oldest.hour > hour - settings.thinHours) lane.earlyEvictions += 1;
    drop(lane, oldest);
    lane.stories.table.forgetAliasesBefore(oldest.first + oldest.records.length);
    segments.list.shift();
    segments.firstDense -= 1;
  }
}

/** Drops the words of an hour's articles and leaves fingerprints. */
function thinOut(lane: Lane, segment: Segment): void {
  const { vocabulary, lexicon, copies, stories, thin } = lane;
  thin.sketch(segment);
  segment.records.forEach((record, i) => {
    const from = segment.offsets[i] ?? 0;
    const to = segment.offsets[i + 1] ?? 0;
    for (let k = from + record.bodyFrom; k + 1 < to; k += 1) {
      const [a, b] = [segment.words[k] ?? 0, segment.words[k + 1] ?? 0];
      if (isSampled(a, b)) copies.pairs.forget(pairKey(a, b));
    }
    for (const word of new Set(segment.words.subarray(from, to))) {
      const at = word * ROW + FIELD.documents;
      vocabulary.rows[at] = Math.max(0, (vocabulary.rows[at] ?? 0) - 1);
      vocabulary.release(word);
    }
    Object.assign(record.decision, { copies: [], reasons: [], merged: [], splits: [], ended: [] });
  });
  lexicon.documents -= segment.records.length;
  copies.pairs.dropOldest(segment.pairPostings, segment.first + segment.records.length);
  segment.pairPostings = 0;
  segment.offsets = [];
  resize(segment, 0);
  stories.thin((segment.hour + 1) * 3_600_000);
}

/** Lets an hour go altogether. */
function drop(lane: Lane, segment: Segment): void {
  for (const record of segment.records) {
    lane.thin.forget(record);
    if (lane.byId.get(record.id) === record.number) lane.byId.delete(record.id);
    if (lane.exact.get(record.content) === record.number) lane.exact.delete(record.content);
    if (record.vote.live && record.vote.number === record.number) lane.stories.expire(record.vote);
  }
  lane.stories.postings.dropOldest(segment.storyPostings, segment.first + segment.records.length);
}
