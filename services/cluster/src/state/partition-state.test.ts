import type { Decision } from '@copydesk/contracts';
import { madeArticle, madeArticles, madeWithdrawal } from '@copydesk/testkit';
import { describe, expect, it } from 'vitest';
import { clusteredOutputs } from '../outputs.ts';
import { madeEpoch } from '../../tests/made-epoch.ts';
import { createPartitionState } from './partition-state.ts';

const flood =
  'The river Oder rose by two metres on Monday and forty houses in Opole were flooded, the fire service said. Two hundred people spent the night in a school. ';
const articles = [
  ...madeArticles(3),
  madeArticle({
    url: 'https://one.example/flood',
    title: 'Oder floods Opole',
    text: flood.repeat(2),
    observedAt: '2024-03-05T13:00:00.000Z',
  }),
  madeArticle({
    url: 'https://two.example/flood',
    title: 'Oder floods Opole',
    text: flood.repeat(2),
    observedAt: '2024-03-05T13:05:00.000Z',
  }),
];
const first = madeEpoch();
const raw = (offset: number) => ({ partition: 0, offset: String(offset) });

function run(): { decisions: Decision[]; state: ReturnType<typeof createPartitionState> } {
  const state = createPartitionState(first);
  const inputs = [...articles, madeWithdrawal(articles[3]!)];
  return { decisions: inputs.map((input, offset) => state.decide(raw(offset), input)), state };
}

describe('the state of a partition', () => {
  it('puts two copies into one group and one story', () => {
    const { decisions } = run();
    expect(decisions[4]?.verdict).toMatchObject({
      group: decisions[3]?.verdict?.group,
      storyId: decisions[3]?.verdict?.storyId,
      of: articles[3]?.articleId,
    });
  });

  it('is rebuilt by its decisions: what follows is decided alike, and covered offsets go on', () => {
    const { decisions, state } = run();
    const restored = createPartitionState(first);
    for (const decision of decisions) restored.restore(decision, 0n);
    expect(restored.covered()).toBe(state.covered());
    const next = madeArticle({ url: 'https://three.example/flood', title: 'Oder', text: flood, observedAt: '2024-03-05T13:10:00.000Z' });
    expect(restored.decide(raw(6), next)).toEqual(state.decide(raw(6), next));
    expect(restored.book.get(decisions[3]!.verdict!.storyId)).toEqual(state.book.get(decisions[3]!.verdict!.storyId));
  });

  it('ignores a second decision on an offset, whoever wrote it', () => {
    const { decisions } = run();
    const restored = createPartitionState(first);
    for (const decision of decisions) restored.restore(decision, 0n);
    const forged: Decision = { ...decisions[0]!, verdict: { ...decisions[0]!.verdict!, storyId: 's_forged' } };
    restored.restore(forged, 0n);
    expect(restored.decisionAt(0n)).toEqual(decisions[0]);
  });

  it('publishes the same again from a stored decision', () => {
    const { decisions } = run();
    const stored = JSON.parse(JSON.stringify(decisions)) as Decision[];
    expect(stored.map((decision) => clusteredOutputs(decision))).toEqual(decisions.map((decision) => clusteredOutputs(decision)));
  });

  it('sends a withdrawal to the story that the article stood in', () => {
    const { decisions, state } = run();
    const storyId = decisions[3]!.verdict!.storyId;
    expect(clusteredOutputs(decisions[5]!)).toMatchObject([
      { key: storyId, event: { kind: 'withdrawal', articleId: articles[3]!.articleId } },
    ]);
    expect(state.book.get(storyId)?.articles.map((article) => article.articleId)).toEqual([articles[4]!.articleId]);
  });

  it('forgets decisions that are committed', () => {
    const { state } = run();
    state.forgetBelow(3n);
    expect(state.decisionAt(2n)).toBeUndefined();
    expect(state.decisionAt(3n)).toBeDefined();
  });

  it('gives a revision that comes again its decision, in the story where it stands by now, and sets nothing off twice', () => {
    const { decisions, state } = run();
    state.book.move({ merges: [{ from: decisions[4]!.verdict!.storyId, into: 's_older', reasons: [] }], splits: [] });
    const again = state.decide(raw(6), articles[4]!);
    expect(again.verdict).toMatchObject({ storyId: 's_older', group: decisions[4]!.verdict!.group, merges: [], splits: [] });
    expect(state.book.storyOf(articles[4]!.articleId)).toBe('s_older');
  });

  it('names nothing that was withdrawn as the origin of a copy', () => {
    const { state } = run();
    const copy = madeArticle({
      url: 'https://four.example/flood',
      title: 'Oder',
      text: flood.repeat(2),
      observedAt: '2024-03-05T13:20:00.000Z',
    });
    const { verdict } = state.decide(raw(6), copy);
    expect(verdict?.of).toBe(articles[4]!.articleId);
  });

  it('forgets stories that have left the window, and goes on the same from a snapshot', () => {
    const day = (at: number) =>
      madeArticle({
        url: `https://paper.example/${at}`,
        title: `Harvest ${at}`,
        text: `${flood.replace('Opole', `Village ${at}`)} Report ${at} of the harvest in district ${at * 7}.`,
        observedAt: new Date(Date.parse('2024-03-05T12:00:00.000Z') + at * 3_600_000).toISOString(),
      });
    const epoch = madeEpoch({ denseHours: 2, thinHours: 6 });
    const state = createPartitionState(epoch);
    let most = 0;
    for (let at = 0; at < 60; at += 1) {
      state.decide(raw(at), day(at));
      most = Math.max(
        most,
        [...state.book.stories()].reduce((sum, { members }) => sum + members.size, 0),
      );
    }
    expect(most).toBeLessThan(20);
    expect(state.book.storyOf(day(0).articleId)).toBeUndefined();
    const restored = createPartitionState(epoch, state.snapshot());
    expect(restored.snapshot()).toEqual(state.snapshot());
    expect(restored.covered()).toBe(60n);
    expect(restored.decide(raw(60), day(60))).toEqual(state.decide(raw(60), day(60)));
    expect(restored.snapshot()).toEqual(state.snapshot());
  });

  it('decides the same whatever the hash seed', () => {
    const decide = (seed: number) => {
      const state = createPartitionState(madeEpoch({}, { seed }));
      return articles.map((article, offset) => state.decide(raw(offset), article));
    };
    expect(decide(1)).toEqual(decide(4_000_000_000));
  });

  it('refuses a snapshot of other rules, and one cut off', () => {
    const { state } = run();
    const bytes = state.snapshot();
    expect(() => createPartitionState(madeEpoch({ storyJoin: 0.6 }), bytes)).toThrow(
      expect.objectContaining({ code: 'NEAR_DUPLICATE_OTHER_OPTIONS' }),
    );
    expect(() => createPartitionState(first, bytes.subarray(0, bytes.length - 40))).toThrow(
      expect.objectContaining({ code: 'NEAR_DUPLICATE_BAD_SNAPSHOT' }),
    );
  });
});
