import type { ArticleInput } from './article.ts';
import { hasBackground, loadBackground } from './background.ts';
import { createCopyIndex, type CopyFinding, type CopyIndex } from './copy-index.ts';
import { evict } from './eviction.ts';
import { contentHash, hashText } from './hash.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import type { Settings } from './options.ts';
import { createNumberTable, type NumberTable } from './number-table.ts';
import { NO_TERMS } from './packed-terms.ts';
import { createPhraseDays, type PhraseDays } from './phrase-days.ts';
import { createReader, type Reading } from './reading.ts';
import { createSegments, type Segments } from './segments.ts';
import { createSources } from './sources.ts';
import { createStoryIndex, type Assignment, type StoryIndex } from './story-index.ts';
import { storyOf } from './story-measure.ts';
import { createThinCopies, type ThinCopies } from './thin-copies.ts';
import type { Identity } from './thin-columns.ts';
import { createVocabulary, FIELD, ROW, type Vocabulary } from './vocabulary.ts';
import { createSegment, groupIdOf, reserve, resize, type ArticleRecord, type Segment } from './window.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** An article this much behind the newest one may join a story and set off no merge or split. */
const LATE = HOUR;

/** Everything of one language: articles of different languages never meet. */
export interface Lane {
  language: string;
  vocabulary: Vocabulary;
  lexicon: Lexicon;
  segments: Segments;
  copies: CopyIndex;
  thin: ThinCopies;
  phrases: PhraseDays;
  stories: StoryIndex;
  /** Newest record of each article. */
  byId: NumberTable;
  /** First record with each text. */
  exact: NumberTable;
  /** Newest record of an article. */
  recordOf(id: string): ArticleRecord | undefined;
  /** Enters an article's record in both. */
  enter(record: Identity): void;
  /** Latest time seen: it only moves on. */
  clock: number;
  /** Hours that had to leave before their time because the window was full. */
  earlyEvictions: number;
  add(article: ArticleInput, observedAt: number): ArticleRecord;
}

/** Which of the two questions a lane answers; a clusterer asks both. */
export interface LaneParts {
  copies: boolean;
  stories: boolean;
}

export function createLane(settings: Settings, language: string, parts: LaneParts = { copies: true, stories: true }): Lane {
  const vocabulary = createVocabulary(loadBackground(language, settings.seed), settings.seed);
  const lexicon = createLexicon(vocabulary, hasBackground(language));
  const read = createReader(settings, lexicon);
  const segments = createSegments();
  const phrases = createPhraseDays();
  const window = {
    oldest: () => segments.list[0]?.first ?? segments.next,
    span: 2 * Math.max(settings.denseArticles, settings.thinArticles),
  };
  const thin = createThinCopies(segments, vocabulary, phrases, settings.seed, window);
  const exact = createNumberTable(settings.seed, window, segments.contentHashOf);
  const byId = createNumberTable(settings.seed, window, segments.idHashOf);
  let wantedText = 0;
  const isWantedText = (n: number): boolean => segments.contentOf(n) === wantedText;
  const exactly = (content: number): number => {
    wantedText = content;
    return exact.find(contentHash(content), isWantedText);
  };
  let wantedId = '';
  const isWantedId = (n: number): boolean => segments.idOf(n) === wantedId;
  const numberOf = (id: string, hash: number): number => {
    wantedId = id;
    return byId.find(hash, isWantedId);
  };
  const sources = createSources();
  const copies = createCopyIndex(settings, lexicon, segments, thin, phrases);
  const stories = createStoryIndex(settings, lexicon);

  const currentSegment = (): Segment => {
    const hour = Math.floor(lane.clock / HOUR);
    const last = segments.list.at(-1);
    // A flood within one hour still leaves in parts.
    if (last !== undefined && last.hour === hour && last.count * 8 <= settings.denseArticles) return last;
    const filled = last?.offsets.at(-1) ?? 0;
    if (last !== undefined && last.words.length > filled + (filled >> 3)) resize(last, filled);
    // As much room as the hour before needed: growing would copy all of it again and again.
    const segment = createSegment(hour, segments.next, filled + (filled >> 4));
    segments.list.push(segment);
    return segment;
  };

  /** Counts the document under each of its words, and keeps the words alive. */
  const count = (reading: Reading): void => {
    const { rows } = vocabulary;
    lexicon.documents += 1;
    for (let k = 0; k < reading.different; k += 1) {
      const row = (reading.distinct[k] ?? 0) * ROW;
      rows[row + FIELD.documents] = (rows[row + FIELD.documents] ?? 0) + 1;
      rows[row + FIELD.references] = (rows[row + FIELD.references] ?? 0) + 1;
    }
  };

  const store = (segment: Segment, { scan, words, body, count: size }: Reading): void => {
    reserve(segment, size);
    const to = segment.offsets.at(-1) ?? 0;
    const { words: intoWords, starts, ends, flags, weights } = segment;
    for (let i = 0; i < size; i += 1) {
      intoWords[to + i] = words[i] ?? 0;
      starts[to + i] = scan.start[i] ?? 0;
      ends[to + i] = scan.end[i] ?? 0;
      flags[to + i] = scan.flags[i] ?? 0;
    }
    copies.storeWeights(weights, to + body.from, body.count);
    segment.offsets.push(to + size);
  };

  const lane: Lane = {
    language,
    vocabulary,
    lexicon,
    segments,
    copies,
    thin,
    phrases,
    stories,
    byId,
    exact,
    clock: 0,
    earlyEvictions: 0,
    recordOf: (id) => segments.recordOf(numberOf(id, hashText(id))),
    enter({ id, number, firstWithText }) {
      const hash = segments.idHashOf(number);
      const old = numberOf(id, hash);
      if (old >= 0 && old !== number) byId.replace(hash, old, number);
      else if (old < 0) byId.add(hash, number);
      if (firstWithText) exact.add(segments.contentHashOf(number), number);
    },
    add(article, observedAt) {
      const late = observedAt < lane.clock - LATE;
      lane.clock = Math.max(lane.clock, observedAt);
      const segment = currentSegment();
      evict(lane, settings);
      vocabulary.article = segments.next;
      const reading = read(article);
      const { name: source, number: sourceNumber } = sources(article);
      const published = publishedAt(article);
      const idHash = hashText(article.id);
      const before = segments.recordOf(numberOf(article.id, idHash));
      const twin = exactly(reading.content);
      const finding = parts.copies ? copies.find(reading, source, twin) : NOTHING_FOUND;
      const number = segments.next;
      const other = before ?? finding.of;
      const group = other?.group ?? { founder: article.id, leader: number, members: 0, vote: null };
      group.members += 1;
      const assignment = parts.stories ? stories.assign(article, number, reading, group.vote, observedAt, late) : NO_ASSIGNMENT;
      group.vote = assignment.vote;
      const dated = other !== null && published !== null && other.published !== null && Math.abs(published - other.published) >= 60_000;
      const relation = before === undefined ? finding.relation : finding.relation === 'exact' ? 'exact' : 'revision';
      const record: ArticleRecord = {
        number,
        id: article.id,
        revision: article.revision,
        before: before?.number ?? -1,
        content: reading.content,
        published,
        source,
        group,
        vote: assignment.vote,
        decision: {
          story: assignment.vote.story.id,
          group: groupIdOf(group),
          relation,
          of: other?.id ?? null,
          directed: dated || relation === 'revision',
          score: finding.score,
          copies: finding.copies.filter((c) => c.origin?.articleId !== article.id),
          reasons: [...finding.reasons, ...assignment.reasons],
          merged: assignment.merged,
          splits: assignment.splits,
          ended: stories.table.takeEnded(),
        },
        bodyFrom: reading.body.from,
        withdrawn: false,
        garbled: finding.garbled,
        firstWithText: twin < 0,
      };
      if (before !== undefined) segments.withdraw(before.number);
      store(segment, reading);
      segment.records.push(record);
      segment.count += 1;
      segments.next += 1;
      segments.note(number, sourceNumber, idHash, contentHash(reading.content));
      lane.enter(record);
      count(reading);
      if (parts.copies) copies.insert(number, sourceNumber, Math.floor(lane.clock / DAY));
      return record;
    },
  };
  return lane;
}

const NOTHING_FOUND: CopyFinding = { relation: 'original', of: null, score: 0, reasons: [], copies: [], garbled: false };

/** Stands in where stories are not asked for. */
const NO_ASSIGNMENT: Assignment = {
  vote: { number: -1, story: storyOf([], '', -1, 0), ...NO_TERMS, square: 0, article: '', followers: null, live: false },
  merged: [],
  splits: [],
  reasons: [],
};

/** Milliseconds of the printed time, null where there is none that can be read. */
function publishedAt({ published }: ArticleInput): number | null {
  if (published === null || published === undefined) return null;
  const time = typeof published === 'number' ? published : Date.parse(published);
  return Number.isFinite(time) ? time : null;
}
