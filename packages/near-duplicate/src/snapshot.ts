import { createByteReader, createByteWriter, joined, type ByteReader, type ByteWriter, type Steps } from './bytes.ts';
import { contentHash, hashBytes, hashText } from './hash.ts';
import { createLane, type Lane } from './lane.ts';
import { createNumbered, type Numbered } from './numbered.ts';
import { rulesOf, type Rules, type Settings } from './options.ts';
import { RefusedError } from './refusal.ts';
import { readStories, writeStories } from './story-snapshot.ts';
import { identityIn, sharedGroup, type ThinColumns } from './thin-columns.ts';
import type { Vote } from './vote.ts';
import { createSegment, type ArticleRecord, type CopyGroup, type Segment } from './window.ts';

/** A record without what is kept once for several: its group and its vote, by their place in the lists. */
type StoredRecord = Omit<ArticleRecord, 'group' | 'vote'> & { group: number; vote: number };
type StoredGroup = Omit<CopyGroup, 'vote'> & { vote: number };

/** Articles that are gone through at once. */
const AT_ONCE = 2_000;

/** The whole state as bytes, piece by piece; equal states give equal bytes. */
export function* writeSnapshot(settings: Settings, lanes: readonly Lane[]): Generator<Uint8Array, void, undefined> {
  const writer = createByteWriter();
  const sorted = [...lanes].sort((a, b) => (a.language < b.language ? -1 : 1));
  writer.json({ rules: rulesOf(settings), seed: settings.seed, languages: sorted.map((lane) => lane.language) });
  for (const lane of sorted) for (const _ of writeLane(writer, lane)) yield writer.take();
  yield writer.take();
}

export function stateHash(settings: Settings, lanes: readonly Lane[]): string {
  return hashBytes(joined([...writeSnapshot(settings, lanes)]));
}

/** Reads a snapshot back into lanes that go on exactly where it was taken, with its hash seed. Refuses (coded) what is no snapshot, and one made under other rules than `own`. */
export function* readSnapshot(bytes: Uint8Array, own: Settings): Steps<{ settings: Settings; lanes: Lane[] }> {
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
  const lanes: Lane[] = [];
  try {
    for (const language of head.languages) lanes.push(yield* readLane(reader, settings, language));
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw new RefusedError('NEAR_DUPLICATE_BAD_SNAPSHOT', 'the snapshot is damaged');
  }
  return { settings, lanes };
}

interface Shared {
  groups: Numbered<CopyGroup>;
  votes: Numbered<Vote>;
}

/** Groups and votes of all records, in order. Each has the number of the article that founded or cast it. */
function* sharedOf({ segments }: Lane): Steps<Shared> {
  const first = segments.list[0]?.first ?? segments.next;
  const groups = createNumbered<CopyGroup>(first, segments.next, ({ leader }) => leader);
  const votes = createNumbered<Vote>(first, segments.next, ({ number }) => number);
  const meet = (group: CopyGroup | null, vote: Vote | undefined): void => {
    if (group !== null) groups.placeOf(group);
    if (vote !== undefined) votes.placeOf(vote);
    if (group !== null && group.vote !== null) votes.placeOf(group.vote);
  };
  for (const { records, thin, first: start, count } of segments.list) {
    for (let at = 0; at < count; at += 1) {
      if (thin === null) meet(records[at]?.group ?? null, records[at]?.vote);
      else meet(sharedGroup(thin, at, start + at), thin.votes[at]);
      if (at % AT_ONCE === AT_ONCE - 1) yield;
    }
    yield;
  }
  return { groups, votes };
}

function* writeLane(writer: ByteWriter, lane: Lane): Steps {
  const { segments, vocabulary } = lane;
  const shared = yield* sharedOf(lane);
  const { groups, votes } = shared;
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
  yield* vocabulary.write(writer);
  for (const index of [lane.copies.pairs, lane.stories.postings]) {
    for (let part = 0; part < index.parts; part += 1) {
      writer.array(index.dump(part));
      yield;
    }
  }
  const { cells, faded } = lane.phrases.dump();
  writer.array(cells);
  writer.json({ faded });
  yield* writeStories(writer, lane.stories, votes);
  yield* writer.list(groups.list, (g): StoredGroup => ({ ...g, vote: g.vote === null ? -1 : votes.placeOf(g.vote) }));
  for (const segment of segments.list) {
    const { hour, first, count, offsets, thin } = segment;
    writer.json({ hour, first, count, thin: thin !== null });
    writer.array(Float64Array.from(offsets));
    const filled = offsets.at(-1) ?? 0;
    for (const array of [segment.words, segment.starts, segment.ends, segment.flags, segment.weights]) {
      writer.array(array.subarray(0, filled));
      yield;
    }
    if (thin !== null) yield* writeColumns(writer, thin, first, shared);
    else yield* writer.list(segment.records, (r): StoredRecord => ({ ...r, group: groups.placeOf(r.group), vote: votes.placeOf(r.vote) }));
  }
}

function* writeColumns(writer: ByteWriter, thin: ThinColumns, first: number, { groups, votes }: Shared): Steps {
  for (const texts of [thin.ids, thin.sources, thin.stories, thin.origins]) yield* writer.list<string | null>(texts, (text) => text);
  const placeIn = (at: number): number => {
    const group = sharedGroup(thin, at, first + at);
    return group === null ? 0 : groups.placeOf(group) + 1;
  };
  writer.array(Uint32Array.from(thin.ids, (_, at) => placeIn(at)));
  writer.array(Uint32Array.from(thin.votes, (vote) => votes.placeOf(vote)));
  for (const array of [thin.content, thin.published, thin.revisions, thin.before, thin.scores]) writer.array(array);
  writer.array(thin.flags);
  writer.array(thin.sketches);
  writer.array(thin.sketchEnds);
  yield;
}

function* readColumns(reader: ByteReader, groups: readonly CopyGroup[], votes: readonly Vote[]): Steps<ThinColumns> {
  const ids = yield* reader.list<string>();
  const sources = yield* reader.list<string>();
  const stories = yield* reader.list<string>();
  const origins = yield* reader.list<string | null>();
  const pick = <T>(list: readonly T[], places: Uint32Array): T[] =>
    Array.from(places, (place) => {
      const item = list[place];
      if (item === undefined) throw new TypeError('a record without its group or vote');
      return item;
    });
  const inGroups = Array.from(reader.ints(), (place): CopyGroup | null => {
    const group = place === 0 ? null : groups[place - 1];
    if (group === undefined) throw new TypeError('a record without its group');
    return group;
  });
  return {
    ids,
    sources,
    stories,
    origins,
    groups: inGroups,
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

function* readLane(reader: ByteReader, settings: Settings, language: string): Steps<Lane> {
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
  lane.vocabulary.article = head.next;
  yield* lane.vocabulary.read(reader);
  for (const [index, live] of [
    [lane.copies.pairs, head.firstDenseNumber],
    [lane.stories.postings, head.first],
  ] as const) {
    for (let part = 0; part < index.parts; part += 1) {
      index.load(reader.ints(), live);
      yield;
    }
  }
  const cells = reader.bytes();
  lane.phrases.load({ cells, ...(reader.json() as { faded: number }) });
  lane.stories.table.startAt(head.first);
  const votes = yield* readStories(reader, lane.stories);
  const groups = (yield* reader.list<StoredGroup>()).map((g): CopyGroup => ({ ...g, vote: votes[g.vote] ?? null }));
  for (let i = 0; i < head.segments; i += 1) lane.segments.list.push(yield* readSegment(reader, groups, votes));
  lane.segments.firstDense = head.firstDense;
  lane.segments.next = head.next;
  lane.byId.reserve(head.next - head.first);
  lane.exact.reserve(head.next - head.first);
  lane.thin.index.reserve(lane.segments.list.reduce((sum, { thin }) => sum + (thin?.sketches.length ?? 0), 0));
  for (const segment of lane.segments.list) yield* enterSegment(lane, segment);
  return lane;
}

/** Puts an hour's articles under their ids, texts and fingerprints. */
function* enterSegment(lane: Lane, segment: Segment): Steps {
  const { first, count, thin, records } = segment;
  if (thin !== null) {
    yield* lane.thin.index.load(segment, thin);
    yield;
  }
  for (let at = 0; at < count; at += 1) {
    const record = thin === null ? records[at] : identityIn(thin, at, first + at);
    if (record === undefined) throw new TypeError('an hour without its records');
    if (thin === null)
      lane.segments.note(first + at, hashText(records[at]?.source ?? ''), hashText(record.id), contentHash(record.content));
    lane.enter(record);
    if (at % AT_ONCE === AT_ONCE - 1) yield;
  }
  yield;
}

function* readSegment(reader: ByteReader, groups: readonly CopyGroup[], votes: readonly Vote[]): Steps<Segment> {
  const head = reader.json() as Pick<Segment, 'hour' | 'first' | 'count'> & { thin: boolean };
  const segment: Segment = { ...createSegment(head.hour, head.first), count: head.count };
  segment.offsets = Array.from(new Float64Array(reader.bytes().buffer));
  segment.words = reader.ints();
  segment.starts = reader.ints();
  segment.ends = reader.ints();
  segment.flags = reader.bytes();
  segment.weights = reader.bytes();
  yield;
  if (head.thin) {
    segment.thin = yield* readColumns(reader, groups, votes);
    return segment;
  }
  segment.records = (yield* reader.list<StoredRecord>()).map((r): ArticleRecord => {
    const [group, vote] = [groups[r.group], votes[r.vote]];
    if (group === undefined || vote === undefined) throw new TypeError('a record without its group or vote');
    return { ...r, group, vote };
  });
  return segment;
}
