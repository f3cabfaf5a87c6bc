import { createByteReader, createByteWriter, type ByteReader } from './bytes.ts';
import { hashBytes, hashText } from './hash.ts';
import { createLane, type Lane } from './lane.ts';
import { rulesOf, type Rules, type Settings } from './options.ts';
import { RefusedError } from './refusal.ts';
import { readStories, writeStories } from './story-snapshot.ts';
import { sharedGroup, type ThinColumns } from './thin-columns.ts';
import type { Vote } from './vote.ts';
import { createSegment, type ArticleRecord, type CopyGroup, type Segment } from './window.ts';

type Writer = ReturnType<typeof createByteWriter>;
/** A record without what is kept once for several: its group and its vote, by their place in the lists. */
type StoredRecord = Omit<ArticleRecord, 'group' | 'vote'> & { group: number; vote: number };

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
  for (const { records, thin, first } of segments.list) {
    for (const { group, vote } of records) {
      placeOf(groups, group);
      placeOf(votes, vote);
      if (group.vote !== null) placeOf(votes, group.vote);
    }
    thin?.votes.forEach((vote, at) => {
      const group = sharedGroup(thin, at, first + at);
      if (group !== null) placeOf(groups, group);
      placeOf(votes, vote);
      if (group !== null && group.vote !== null) placeOf(votes, group.vote);
    });
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
    for (let part = 0; part < index.parts; part += 1) writer.array(index.dump(part));
  }
  const { cells, faded } = lane.phrases.dump();
  writer.array(cells);
  writer.json({ faded });
  writeStories(writer, lane.stories, [...votes.keys()]);
  writer.json([...groups.keys()].map((g) => ({ ...g, vote: g.vote === null ? -1 : votes.get(g.vote) })));
  for (const segment of segments.list) {
    const { hour, first, count, offsets, thin } = segment;
    writer.json({ hour, first, count, offsets, thin: thin !== null });
    const filled = offsets.at(-1) ?? 0;
    for (const array of [segment.words, segment.starts, segment.ends, segment.flags, segment.weights])
      writer.array(array.subarray(0, filled));
    if (thin !== null) writeColumns(writer, thin, first, groups, votes);
    else writer.json(segment.records.map((r): StoredRecord => ({ ...r, group: groups.get(r.group) ?? 0, vote: votes.get(r.vote) ?? 0 })));
  }
}

function writeColumns(writer: Writer, thin: ThinColumns, first: number, groups: Map<CopyGroup, number>, votes: Map<Vote, number>): void {
  const { ids, sources, stories, origins } = thin;
  writer.json({ ids, sources, stories, origins });
  const placeIn = (at: number): number => {
    const group = sharedGroup(thin, at, first + at);
    return group === null ? 0 : (groups.get(group) ?? 0) + 1;
  };
  writer.array(Uint32Array.from(ids, (_, at) => placeIn(at)));
  writer.array(Uint32Array.from(thin.votes, (vote) => votes.get(vote) ?? 0));
  for (const array of [thin.content, thin.published, thin.revisions, thin.before, thin.scores]) writer.array(bytesOf(array));
  writer.array(thin.flags);
  writer.array(thin.sketches);
  writer.array(thin.sketchEnds);
}

function readColumns(reader: ByteReader, groups: readonly CopyGroup[], votes: readonly Vote[]): ThinColumns {
  const texts = reader.json() as Pick<ThinColumns, 'ids' | 'sources' | 'stories' | 'origins'>;
  const pick = <T>(list: readonly T[], places: Uint32Array): T[] =>
    Array.from(places, (place) => {
      const item = list[place];
      if (item === undefined) throw new TypeError('a record without its group or vote');
      return item;
    });
  return {
    ...texts,
    groups: pick([null, ...groups], reader.ints()),
    votes: pick(votes, reader.ints()),
    content: new Float64Array(reader.bytes().buffer),
    published: new Float64Array(reader.bytes().buffer),
    revisions: reader.ints(),
    before: reader.ints(),
    scores: new Uint16Array(reader.bytes().buffer),
    flags: reader.bytes(),
    sketches: reader.ints(),
    sketchEnds: reader.ints(),
  };
}

function bytesOf(array: Float64Array | Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
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
  lane.vocabulary.article = head.next;
  lane.vocabulary.load({ low, high, documents, references, free });
  const { pairs } = lane.copies;
  for (let part = 0; part < pairs.parts; part += 1) pairs.load(reader.ints(), head.firstDenseNumber);
  const { postings } = lane.stories;
  for (let part = 0; part < postings.parts; part += 1) postings.load(reader.ints(), head.first);
  const cells = reader.bytes();
  lane.phrases.load({ cells, ...(reader.json() as { faded: number }) });
  const votes = readStories(reader, lane.stories);
  const groups = (reader.json() as (Omit<CopyGroup, 'vote'> & { vote: number })[]).map((g): CopyGroup => ({
    ...g,
    vote: votes[g.vote] ?? null,
  }));
  for (let i = 0; i < head.segments; i += 1) lane.segments.list.push(readSegment(reader, groups, votes));
  lane.segments.firstDense = head.firstDense;
  lane.segments.next = head.next;
  for (const segment of lane.segments.list) if (segment.thin !== null) lane.thin.index.load(segment, segment.thin);
  for (let number = head.first; number < head.next; number += 1) {
    const record = lane.segments.recordOf(number);
    if (record === undefined) throw new TypeError('an hour without its records');
    lane.enter(record);
    if (number >= lane.segments.denseStart()) lane.segments.setSource(number, hashText(record.source));
  }
  return lane;
}

function readSegment(reader: ByteReader, groups: readonly CopyGroup[], votes: readonly Vote[]): Segment {
  const head = reader.json() as Omit<Segment, 'thin'> & { thin: boolean };
  const segment: Segment = { ...createSegment(head.hour, head.first), ...head, thin: null };
  segment.words = reader.ints();
  segment.starts = reader.ints();
  segment.ends = reader.ints();
  segment.flags = reader.bytes();
  segment.weights = reader.bytes();
  if (head.thin) {
    segment.thin = readColumns(reader, groups, votes);
    return segment;
  }
  segment.records = (reader.json() as StoredRecord[]).map((r): ArticleRecord => {
    const [group, vote] = [groups[r.group], votes[r.vote]];
    if (group === undefined || vote === undefined) throw new TypeError('a record without its group or vote');
    return { ...r, group, vote };
  });
  return segment;
}
