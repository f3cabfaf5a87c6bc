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
});
