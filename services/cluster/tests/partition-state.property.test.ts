import type { ArticleRaw, Decision } from '@copydesk/contracts';
import { madeWithdrawal } from '@copydesk/testkit';
import { array, assert, integer, nat, oneof, property, record, constant } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPartitionState } from '../src/state/partition-state.ts';
import type { PartitionState } from '../src/state/partition-state.ts';
import { madeEpoch } from './made-epoch.ts';
import { streamed } from './made-stream.ts';

/** A small window, so that hours leave it on the way. */
const SMALL = { articlesPerHour: 10, denseArticles: 400, thinArticles: 2_000, denseHours: 2, thinHours: 8 };
const HOUR = 3_600_000;
const raw = (offset: number) => ({ partition: 0, offset: String(offset) });

/** What happens in a stream: an article, a new revision of one, the same again, a withdrawal; time goes on by up to two hours, and a late one comes. */
const step = record({
  kind: oneof(
    constant('article'),
    constant('article'),
    constant('article'),
    constant('revision'),
    constant('again'),
    constant('withdrawal'),
  ),
  pick: nat(60),
  minutes: integer({ min: 0, max: 120 }),
  late: nat(9),
});

const inputs = array(step, { minLength: 4, maxLength: 60 }).map((steps) => {
  let clock = Date.parse('2024-03-05T12:00:00.000Z');
  const made: ArticleRaw[] = [];
  const revisions = new Map<number, number>();
  steps.forEach(({ kind, pick, minutes, late }, at) => {
    clock += minutes * 60_000;
    const observedAt = new Date(late === 0 ? clock - 3 * HOUR : clock).toISOString();
    const earlier = pick % (at + 1);
    const target = kind === 'article' ? at : earlier;
    const revision = (revisions.get(target) ?? 0) + (kind === 'again' && revisions.has(target) ? 0 : 1);
    const article = { ...streamed(target), revision, observedAt };
    if (kind === 'withdrawal') made.push(madeWithdrawal({ ...article, revision: revision - 1 }, { observedAt }));
    else made.push(kind === 'revision' ? { ...article, title: `${article.title} again` } : article);
    revisions.set(target, revision);
  });
  return made;
});

function play(state: PartitionState, events: readonly ArticleRaw[], from = 0): Decision[] {
  return events.slice(from).map((event, at) => state.decide(raw(from + at), event));
}

describe('the state of a partition', () => {
  it('is the same after a crash anywhere, from a snapshot taken anywhere before, and decides the same from there on', () => {
    assert(
      property(inputs, nat(), nat(), (events, x, y) => {
        const crash = x % events.length;
        const saved = y % (crash + 1);
        const epoch = madeEpoch(SMALL);
        const whole = createPartitionState(epoch);
        const decisions = play(whole, events);
        const before = createPartitionState(epoch);
        play(before, events.slice(0, saved));
        const after = createPartitionState(epoch, before.snapshot());
        // Decisions behind the snapshot come from the log, some of them twice, and the rest anew.
        for (const decision of decisions.slice(Math.max(0, saved - 3), crash)) after.restore(decision, BigInt(saved));
        for (const decision of decisions.slice(saved, crash)) after.restore(decision, BigInt(saved));
        expect(after.covered()).toBe(BigInt(crash));
        expect(play(after, events, crash)).toEqual(decisions.slice(crash));
        expect(Buffer.compare(Buffer.from(after.snapshot()), Buffer.from(whole.snapshot()))).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps each article in at most one story, and none that has left the window', () => {
    assert(
      property(inputs, (events) => {
        const state = createPartitionState(madeEpoch(SMALL));
        play(state, events);
        const clock = Math.max(...events.filter(({ kind }) => kind === 'revision').map(({ observedAt }) => Date.parse(observedAt)), 0);
        const seen = new Set<string>();
        for (const { id, members } of state.book.stories()) {
          for (const [articleId, { hour }] of members) {
            expect(seen.has(articleId)).toBe(false);
            seen.add(articleId);
            expect(state.book.storyOf(articleId)).toBe(id);
            expect(hour).toBeGreaterThanOrEqual(Math.floor(clock / HOUR) - SMALL.thinHours - 1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
