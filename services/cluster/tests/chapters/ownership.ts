import type { Decision } from '@copydesk/contracts';
import { madeArticle, madeWithdrawal } from '@copydesk/testkit';
import { describe, expect, it } from 'vitest';
import { partition } from '../cluster-bench.ts';
import type { ClusterBench } from '../cluster-bench.ts';
import { stream, streamed } from '../made-stream.ts';
import { onBench } from './on-bench.ts';
import type { MakeBus } from './on-bench.ts';

const decisionsOf = async (bench: ClusterBench) =>
  (await bench.read('clusterDecisions')).flatMap(({ event }) => ('kind' in event ? [] : [event]));
/** What a consumer that knows ids makes of a topic: each message once, and whether any id ever carried two contents. */
async function byId(bench: ClusterBench) {
  const found = new Map<string, string>();
  let differing = 0;
  for (const { id, event } of await bench.read('articlesClustered')) {
    const text = JSON.stringify(event);
    if ((found.get(id) ?? text) !== text) differing += 1;
    found.set(id, text);
  }
  return { found, differing };
}

export function ownershipChapters(makeBus: MakeBus): void {
  describe('owners of a partition', () => {
    it(
      'that wake up after another has gone on change nothing: the first decision counts, and both said the same',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 60));
        const old = bench.owner();
        await old.process(0, 20);
        const late = await old.decide(20, 30);
        // Another owner has the partition now; it decides the same messages and more.
        const next = bench.owner();
        await next.process(20, 30);
        const state = await next.process(30, 50);
        await late.publish();
        const { differing } = await byId(bench);
        expect(differing).toBe(0);
        const third = bench.owner();
        const restored = await third.process(50, 60);
        await next.process(50, 60);
        expect(Buffer.compare(Buffer.from(restored.snapshot()), Buffer.from(state.snapshot()))).toBe(0);
      }),
    );

    it(
      'that write their decision first are followed by all who restore later, even where the two differ',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 12));
        const owner = bench.owner();
        await owner.process(0, 5);
        const [last] = (await decisionsOf(bench)).slice(-1);
        const forged: Decision = {
          ...last!,
          raw: { partition, offset: '5' },
          input: streamed(5),
          verdict: { ...last!.verdict!, storyId: 's_zombie' },
        };
        await bench.producer.send([
          { topic: 'clusterDecisions', key: String(partition), partition, id: 'zombie', time: streamed(5).observedAt, event: forged },
        ]);
        await owner.process(5, 10);
        for (let times = 0; times < 2; times += 1) {
          const restored = await bench.owner().decide(5, 12);
          expect(restored.state.decisionAt(5n)?.verdict?.storyId).toBe('s_zombie');
        }
      }),
    );

    it(
      'publish the same again when a batch is delivered again, and decide nothing twice',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 30));
        const owner = bench.owner();
        await owner.process(0, 10);
        // Stored, and died before it was published; then delivered to another.
        const cut = await owner.decide(10, 20);
        const decision = cut.state.decisionAt(15n);
        await owner.process(10, 20);
        const before = await byId(bench);
        const next = bench.owner();
        await next.process(10, 20);
        const after = await byId(bench);
        expect(after).toEqual(before);
        expect((await next.decide(20, 30)).state.covered()).toBe(30n);
        expect((await decisionsOf(bench)).filter(({ raw }) => raw.offset === '15')).toEqual([decision, decision]);
      }),
    );

    it(
      'that have a partition again go on with their state where nobody else has written, and restore it where somebody has',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 60));
        const restored = ({ told }: { told: { event: string }[] }) => told.filter(({ event }) => event === 'restored').length;
        const owner = bench.owner();
        await owner.process(0, 10);
        await owner.assignAgain();
        await owner.process(10, 20);
        expect(restored(owner)).toBe(1);
        // Delivered again as well: what was stored and not committed.
        await owner.assignAgain();
        await owner.process(10, 30);
        expect(restored(owner)).toBe(1);
        const other = bench.owner();
        const state = await other.process(30, 40);
        await owner.assignAgain();
        const again = await owner.process(40, 41);
        expect(restored(owner)).toBe(2);
        await other.process(40, 41);
        await owner.assignAgain();
        await owner.process(41, 45);
        expect(restored(owner)).toBe(3);
        expect(Buffer.compare(Buffer.from(again.snapshot()), Buffer.from(state.snapshot()))).toBe(0);
        // A send of which nobody knows what was stored.
        const send = bench.producer.send.bind(bench.producer);
        bench.producer.send = () => Promise.reject(new Error('lost'));
        await expect(owner.process(45, 50)).rejects.toThrow('lost');
        bench.producer.send = send;
        await owner.assignAgain();
        await owner.process(45, 50);
        expect(restored(owner)).toBe(4);
        // Consumption goes on from before what is still here.
        const stored = (await decisionsOf(bench)).find(({ raw }) => raw.offset === '5');
        await owner.assignAgain();
        const before = await owner.decide(5, 50);
        expect(restored(owner)).toBe(5);
        expect(before.state.decisionAt(5n)).toEqual(stored);
        expect(before.state.covered()).toBe(50n);
      }),
    );

    it(
      'are the same whichever crash and whichever owner was between: one owner, or a new one at every batch',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 40));
        for (let at = 0; at < 40; at += 10) await bench.owner({ snapshotEvery: at === 20 ? 5 : 0 }).process(at, at + 10);
        const many = await byId(bench);
        const other = makeBus();
        try {
          const { openBench } = await import('../cluster-bench.ts');
          const single = await openBench(other, 'single.');
          await single.send(stream(0, 40));
          const owner = single.owner();
          for (let at = 0; at < 40; at += 10) await owner.process(at, at + 10);
          expect(many.found).toEqual((await byId(single)).found);
        } finally {
          await other.close();
        }
      }),
    );
  });

  describe('articles out of order', () => {
    it(
      'that are late may join a story, and set off no merge or split',
      onBench(makeBus, async (bench) => {
        const on = stream(0, 40);
        // What came hours ago is seen now, in the middle of the stream.
        const late = stream(40, 60).map((article) => ({ ...article, observedAt: on[3]!.observedAt }));
        await bench.send([...on, ...late]);
        await bench.serve();
        const lateIds = new Set(late.map(({ articleId }) => articleId));
        const decisions = (await decisionsOf(bench)).filter(({ input }) => lateIds.has(input.articleId));
        expect(decisions).toHaveLength(20);
        expect(decisions.flatMap(({ verdict }) => [...verdict!.merges, ...verdict!.splits])).toEqual([]);
        const stories = new Set(decisions.map(({ verdict }) => verdict!.storyId));
        const known = new Set(
          (await decisionsOf(bench)).filter(({ input }) => !lateIds.has(input.articleId)).map(({ verdict }) => verdict!.storyId),
        );
        expect([...stories].filter((storyId) => known.has(storyId)).length).toBeGreaterThan(0);
      }),
    );

    it(
      'are withdrawn under the key of their assignment too, so that no withdrawal overtakes it for good',
      onBench(makeBus, async (bench) => {
        const articles = stream(0, 40);
        await bench.send(articles);
        const owner = bench.owner();
        const state = await owner.process(0, 40);
        const decisions = await decisionsOf(bench);
        // An article whose story was merged into another after it was assigned; where the stream has none, one is moved by hand.
        const [first] = decisions;
        const assigned = first!.verdict!.storyId;
        state.book.move({ merges: [{ from: assigned, into: 's_older', reasons: [] }], splits: [] });
        await bench.send([madeWithdrawal(articles[0]!)]);
        await owner.process(40, 41);
        const withdrawals = bench.sent.flatMap(({ key, event }) =>
          event !== null && 'kind' in event && event.kind === 'withdrawal' && 'storyId' in event ? [{ key, event }] : [],
        );
        expect(withdrawals.map(({ key }) => key)).toEqual(['s_older', assigned]);
        expect(withdrawals.every(({ key, event }) => event.storyId === key)).toBe(true);
      }),
    );

    it(
      'or unknown ones may be withdrawn: the withdrawal goes out under the article itself',
      onBench(makeBus, async (bench) => {
        const never = madeArticle({ text: 'Never seen here.' });
        await bench.send([madeWithdrawal(never), never]);
        await bench.serve();
        const events = bench.sent.filter(({ topic }) => topic === 'articlesClustered');
        expect(events.map(({ key, event }) => [event !== null && 'kind' in event && event.kind, key])).toEqual([
          ['withdrawal', never.articleId],
          ['assignment', `s_${never.articleId}`],
        ]);
      }),
    );
  });
}
