import { createByteReader, createByteWriter, type ByteReader } from './bytes.ts';
import { hashBytes, hashText } from './hash.ts';
import { createLane, type Lane } from './lane.ts';
import { rulesOf, type Rules, type Settings } from './options.ts';
import { RefusedError } from './refusal.ts';
import { readStories, writeStories } from './story-snapshot.ts';
import type { Vote } from './vote.ts';
import { createSegment, type ArticleRecord, type CopyGroup, type Segment } from './window.ts';

type Writer = ReturnType<typeof createByteWriter>;
/** A record without what is kept once for several: its group and its vote, by their place in the lists. */
type StoredRecord = Omit<ArticleRecord, 'group' | 'vote' | 'sketch'> & { group: number; vote: number; sketch: number[] | null };

/** The whole state as bytes; equal states give equal bytes. */
export function writeSnapshot(settings: Settings, lanes: readonly Lane[]): Uint8Array {
  const writer = createByteWriter();
  const sorted = [...lanes].sort((a, b) => (a.language < b.language ? -1 : 1));
  writer.json({ rules: rulesOf(settings), seed: settings.seed, languages: sorted.map((lane) => lane.language) });
  for (const lane of sorted) writeLane(writer, lane);
  return writer.finish();
}

export function stateHash(settings: Settings, lanes: readonly Lane[]): string {
  return hashBytes(writeSnapshot(settings, lanes));
}

/** Reads a snapshot back into lanes that go on exactly where it was taken, with its hash seed. Refuses (coded) what is no snapshot, and one made under other rules than `own`. */
export function readSnapshot(bytes: Uint8Array, own: Settings): { settings: Settings; lanes: Lane[] } {
  const reader = createByteReader(bytes);
  const head = reader.json() as { rules: Rules; seed: number; languages: string[] };
  const { epoch, options } = rulesOf(own);
  if (head.rules.epoch !== epoch)
    throw new RefusedError('NEAR_DUPLICATE_OTHER_EPOCH', `the snapshot is of epoch ${head.rules.epoch}, the rules are of epoch ${epoch}`);
  if (head.rules.options !== options)
    throw new RefusedError(
      'NEAR_DUPLICATE_OTHER_OPTIONS',
      `the snapshot was made with options ${head.rules.options}, these are ${options}`,
    );
  const settings = { ...own, seed: head.seed };
  try {
    return { settings, lanes: head.languages.map((language) => readLane(reader, settings, language)) };
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw new RefusedError('NEAR_DUPLICATE_BAD_SNAPSHOT', 'the snapshot is damaged');
  }
}

function writeLane(writer: Writer, lane: Lane): void {
  const { segments, vocabulary } = lane;
  const groups = new Map<CopyGroup, number>();
  const votes = new Map<Vote, number>();
  const placeOf = <T>(list: Map<T, number>, item: T): number => {
    const place = list.get(item) ?? list.size;
    list.set(item, place);
    return place;
  };
  for (const { records } of segments.list) {
    for (const record of records) {
      placeOf(groups, record.group);
      placeOf(votes, record.vote);
      if (record.group.vote !== null) placeOf(votes, record.group.vote);
    }
  }
  writer.json({
    clock: lane.clock,
    earlyEvictions: lane.earlyEvictions,
    documents: lane.lexicon.documents,
    firstDense: segments.firstDense,
    next: segments.next,
    first: segments.list[0]?.first ?? 0,
    firstDenseNumber: segments.denseStart(),
    segments: segments.list.length,
  });
  const words = vocabulary.dump();
  for (const array of [words.low, words.high, words.documents, words.references, words.free]) writer.array(array);
  for (const index of [lane.copies.pairs, lane.stories.postings]) {
    const { keys, postings } = index.dump();
    writer.array(keys);
    writer.array(postings);
  }
  writer.array(lane.thin.index.dump());
  writeStories(writer, lane.stories, [...votes.keys()]);
  writer.json([...groups.keys()].map((g) => ({ ...g, vote: g.vote === null ? -1 : votes.get(g.vote) })));
  for (const segment of segments.list) {
    const { hour, first, offsets, pairPostings, storyPostings } = segment;
    writer.json({ hour, first, offsets, pairPostings, storyPostings });
    const filled = offsets.at(-1) ?? 0;
    for (const array of [segment.words, segment.starts, segment.ends, segment.flags, segment.weights])
      writer.array(array.subarray(0, filled));
    writer.json(
      segment.records.map((r): StoredRecord => ({
        ...r,
        group: groups.get(r.group) ?? 0,
        vote: votes.get(r.vote) ?? 0,
        sketch: r.sketch === null ? null : Array.from(r.sketch),
      })),
    );
  }
}

function readLane(reader: ByteReader, settings: Settings, language: string): Lane {
  const lane = createLane(settings, language);
  const head = reader.json() as {
    clock: number;
    earlyEvictions: number;
    documents: number;
    firstDense: number;
    next: number;
    first: number;
    firstDenseNumber: number;
    segments: number;
  };
  lane.clock = head.clock;
  lane.earlyEvictions = head.earlyEvictions;
  lane.lexicon.documents = head.documents;
  const [low, high, documents, references, free] = [reader.ints(), reader.ints(), reader.ints(), reader.ints(), reader.ints()];
  lane.vocabulary.load({ low, high, documents, references, free });
  lane.copies.pairs.load({ keys: reader.ints(), postings: reader.ints() }, head.firstDenseNumber);
  lane.stories.postings.load({ keys: reader.ints(), postings: reader.ints() }, head.first);
  lane.thin.index.load(reader.ints());
  const votes = readStories(reader, lane.stories);
  const groups = (reader.json() as (Omit<CopyGroup, 'vote'> & { vote: number })[]).map((g): CopyGroup => ({
    ...g,
    vote: votes[g.vote] ?? null,
  }));
  for (let i = 0; i < head.segments; i += 1) lane.segments.list.push(readSegment(reader, groups, votes));
  lane.segments.firstDense = head.firstDense;
  lane.segments.next = head.next;
  for (const { records } of lane.segments.list) {
    for (const record of records) {
      lane.byId.set(record.id, record.number);
      if (!lane.exact.has(record.content)) lane.exact.set(record.content, record.number);
      if (record.number >= lane.segments.denseStart()) lane.segments.setSource(record.number, hashText(record.source));
    }
  }
  return lane;
}

function readSegment(reader: ByteReader, groups: readonly CopyGroup[], votes: readonly Vote[]): Segment {
  const head = reader.json() as Pick<Segment, 'hour' | 'first' | 'offsets' | 'pairPostings' | 'storyPostings'>;
  const segment: Segment = { ...createSegment(head.hour, head.first), ...head };
  segment.words = reader.ints();
  segment.starts = reader.ints();
  segment.ends = reader.ints();
  segment.flags = reader.bytes();
  segment.weights = reader.bytes();
  segment.records = (reader.json() as StoredRecord[]).map((r): ArticleRecord => {
    const [group, vote] = [groups[r.group], votes[r.vote]];
    if (group === undefined || vote === undefined) throw new TypeError('a record without its group or vote');
    return { ...r, group, vote, sketch: r.sketch === null ? null : Uint32Array.from(r.sketch) };
  });
  return segment;
}
