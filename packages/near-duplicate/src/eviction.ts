import { contentHash, hashText } from './hash.ts';
import type { Lane } from './lane.ts';
import type { Settings } from './options.ts';
import { isSampled, pairKey } from './pair-key.ts';
import type { PostingIndex } from './posting-index.ts';
import { sketchOf, toColumns } from './thin-columns.ts';
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
    lane.stories.table.forgetAliasesBefore(oldest.first + oldest.count);
    segments.list.shift();
    segments.firstDense -= 1;
  }
}

let keys = new Uint32Array(1 << 10);

/** Takes back the count of each pair that stood for a text. */
function forgetPairs(pairs: PostingIndex, words: Uint32Array): void {
  if (keys.length < words.length) keys = new Uint32Array(words.length * 2);
  let n = 0;
  for (let k = 0; k + 1 < words.length; k += 1) {
    const a = words[k] ?? 0;
    const b = words[k + 1] ?? 0;
    if (!isSampled(a, b)) continue;
    keys[n] = pairKey(a, b);
    n += 1;
  }
  pairs.fetch(keys, n);
  for (let k = 0; k < n; k += 1) pairs.forget(keys[k] ?? 0);
}

/** Drops the words of an hour's articles and leaves fingerprints. */
function thinOut(lane: Lane, segment: Segment): void {
  const { vocabulary, lexicon, copies, stories, thin } = lane;
  const sketches = thin.sketch(segment);
  segment.records.forEach((record, i) => {
    const words = segment.words.subarray(segment.offsets[i] ?? 0, segment.offsets[i + 1] ?? 0);
    forgetPairs(copies.pairs, words.subarray(record.bodyFrom));
    words.sort(); // their order is of no use any more
    let last = -1;
    for (let k = 0; k < words.length; k += 1) {
      const word = words[k] ?? 0;
      if (word === last) continue;
      last = word;
      const at = word * ROW + FIELD.documents;
      vocabulary.rows[at] = Math.max(0, (vocabulary.rows[at] ?? 0) - 1);
      vocabulary.release(word);
    }
  });
  segment.thin = toColumns(segment.records, sketches);
  segment.records = [];
  thin.index.enter(segment, segment.thin, sketches.fingerprints.slice());
  lexicon.documents -= segment.count;
  copies.pairs.dropOldest(segment.first + segment.count);
  segment.offsets = [];
  resize(segment, 0);
  stories.thin((segment.hour + 1) * 3_600_000);
}

/** Lets an hour go altogether. */
function drop(lane: Lane, segment: Segment): void {
  const { thin, first } = segment;
  if (thin === null) return;
  for (let at = 0; at < segment.count; at += 1) {
    const number = first + at;
    const vote = thin.votes[at];
    lane.thin.index.forget(sketchOf(thin, at), number);
    lane.byId.remove(hashText(thin.ids[at] ?? ''), number);
    lane.exact.remove(contentHash(thin.content[at] ?? 0), number);
    if (vote !== undefined && vote.live && vote.number === number) lane.stories.expire(vote);
  }
  lane.stories.postings.dropOldest(segment.first + segment.count);
}
