import type { Relation } from './article.ts';
import type { Vote } from './vote.ts';
import { groupIdOf, type ArticleRecord, type CopyGroup } from './window.ts';

/** The articles of an hour whose words are gone, column by column: an object for each would take several times the room. */
export interface ThinColumns {
  ids: string[];
  sources: string[];
  /** null: the article is alone in its group and leads it. */
  groups: (CopyGroup | null)[];
  votes: Vote[];
  /** Story and origin as they were given out. */
  stories: string[];
  origins: (string | null)[];
  content: Float64Array;
  /** NaN where unknown. */
  published: Float64Array;
  revisions: Uint32Array;
  /** Number of the record of the revision before + 1, 0: none. */
  before: Uint32Array;
  /** Thousandths. */
  scores: Uint16Array;
  /** Relation in the low bits, then the flags below. */
  flags: Uint8Array;
  /** Fingerprints of all articles one after the other, 0 for one that does not lead to its article; article i has those up to `sketchEnds[i]`. */
  sketches: Uint32Array;
  sketchEnds: Uint32Array;
}

const RELATIONS: readonly Relation[] = ['original', 'exact', 'revision', 'syndicated', 'excerpt', 'contains'];
const FLAGS = { relation: 7, directed: 8, withdrawn: 16, garbled: 32, firstWithText: 64 } as const;

/** The fingerprints of an hour's articles one after the other; article i has those up to `ends[i]`. */
export interface Sketches {
  fingerprints: Uint32Array;
  ends: Uint32Array;
}

/** Puts an hour's records into columns. */
export function toColumns(records: readonly ArticleRecord[], { fingerprints, ends }: Sketches): ThinColumns {
  return {
    ids: records.map((r) => r.id),
    sources: records.map((r) => r.source),
    groups: records.map((r) => (isAlone(r) ? null : r.group)),
    votes: records.map((r) => r.vote),
    stories: records.map((r) => r.decision.story),
    origins: records.map((r) => r.decision.of),
    content: Float64Array.from(records, (r) => r.content),
    published: Float64Array.from(records, (r) => r.published ?? Number.NaN),
    revisions: Uint32Array.from(records, (r) => r.revision),
    before: Uint32Array.from(records, (r) => r.before + 1),
    scores: Uint16Array.from(records, (r) => Math.round(r.decision.score * 1000)),
    flags: Uint8Array.from(
      records,
      ({ decision, withdrawn, garbled, firstWithText }) =>
        RELATIONS.indexOf(decision.relation) |
        (decision.directed ? FLAGS.directed : 0) |
        (withdrawn ? FLAGS.withdrawn : 0) |
        (garbled ? FLAGS.garbled : 0) |
        (firstWithText ? FLAGS.firstWithText : 0),
    ),
    sketches: fingerprints,
    sketchEnds: ends,
  };
}

function isAlone({ group, number, id, vote }: Pick<ArticleRecord, 'group' | 'number' | 'id' | 'vote'>): boolean {
  return group.members === 1 && group.leader === number && group.founder === id && group.vote === vote;
}

/** The group of an article, null when it is alone in it, whether an object was made for that or not. */
export function sharedGroup({ groups, ids, votes }: ThinColumns, at: number, number: number): CopyGroup | null {
  const [group, vote] = [groups[at] ?? null, votes[at]];
  return group === null || (vote !== undefined && isAlone({ group, vote, number, id: ids[at] ?? '' })) ? null : group;
}

/** The group of an article; made for one that was alone, and kept, since it may be about to grow. */
function groupIn(columns: ThinColumns, at: number, number: number): CopyGroup | undefined {
  const group = columns.groups[at];
  if (group !== null) return group;
  const made: CopyGroup = { founder: columns.ids[at] ?? '', leader: number, members: 1, vote: columns.votes[at] ?? null };
  columns.groups[at] = made;
  return made;
}

/** What an article is known by. */
export type Identity = Pick<ArticleRecord, 'number' | 'id' | 'content' | 'firstWithText'>;

export function identityIn({ ids, content, flags }: ThinColumns, at: number, number: number): Identity | undefined {
  const id = ids[at];
  return id === undefined
    ? undefined
    : { number, id, content: content[at] ?? 0, firstWithText: ((flags[at] ?? 0) & FLAGS.firstWithText) !== 0 };
}

/** An article's record again; what is only told once (spans, reasons, merges, splits) is gone. Changes to it are not kept. */
export function fromColumns(columns: ThinColumns, at: number, number: number): ArticleRecord | undefined {
  const { ids, votes } = columns;
  const [id, group, vote] = [ids[at], groupIn(columns, at, number), votes[at]];
  if (id === undefined || group === undefined || vote === undefined) return undefined;
  const flags = columns.flags[at] ?? 0;
  const published = columns.published[at] ?? Number.NaN;
  return {
    number,
    id,
    revision: columns.revisions[at] ?? 0,
    before: (columns.before[at] ?? 0) - 1,
    content: columns.content[at] ?? 0,
    published: Number.isNaN(published) ? null : published,
    source: columns.sources[at] ?? '',
    group,
    vote,
    decision: {
      story: columns.stories[at] ?? '',
      group: groupIdOf(group),
      relation: RELATIONS[flags & FLAGS.relation] ?? 'original',
      of: columns.origins[at] ?? null,
      directed: (flags & FLAGS.directed) !== 0,
      score: (columns.scores[at] ?? 0) / 1000,
      copies: [],
      reasons: [],
      merged: [],
      splits: [],
      ended: [],
    },
    bodyFrom: 0,
    withdrawn: (flags & FLAGS.withdrawn) !== 0,
    garbled: (flags & FLAGS.garbled) !== 0,
    firstWithText: (flags & FLAGS.firstWithText) !== 0,
  };
}

export function withdrawIn(columns: ThinColumns, at: number): void {
  columns.flags[at] = (columns.flags[at] ?? 0) | FLAGS.withdrawn;
}

/** Fingerprints of one article. */
export function sketchOf({ sketches, sketchEnds }: ThinColumns, at: number): Uint32Array {
  return sketches.subarray(at === 0 ? 0 : sketchEnds[at - 1], sketchEnds[at]);
}
