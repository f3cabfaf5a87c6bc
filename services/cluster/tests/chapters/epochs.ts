import type { Epoch } from '@copydesk/contracts';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/recluster/compare.ts';
import { comparisonJson, comparisonText } from '../../src/recluster/report.ts';
import { partition } from '../cluster-bench.ts';
import type { ClusterBench } from '../cluster-bench.ts';
import { stream } from '../made-stream.ts';
import { onBench } from './on-bench.ts';
import type { MakeBus } from './on-bench.ts';

/** Stories fall apart under these, and come together under the defaults. */
const strict = { storyJoin: 1.9, storyMerge: 1.9 };

const epochsOf = async (bench: ClusterBench): Promise<Epoch[]> =>
  (await bench.read('clusterDecisions')).flatMap(({ event }) => ('kind' in event && event.kind === 'epoch' ? [event] : []));

/** Where every article stands for someone who follows what is published: assignments, merges and splits, each of which may come twice. */
function followed(bench: ClusterBench): Map<string, string> {
  const stands = new Map<string, string>();
  const known = new Set<string>();
  for (const message of bench.sent) {
    if (message.topic !== 'articlesClustered' || message.event === null || known.has(message.id)) continue;
    known.add(message.id);
    const { event } = message;
    if (event.kind === 'assignment') stands.set(event.article.articleId, event.storyId);
    else if (event.kind === 'merge')
      for (const [articleId, storyId] of stands) if (storyId === event.from) stands.set(articleId, event.into);
    if (event.kind === 'split')
      for (const articleId of event.articleIds) if (stands.get(articleId) === event.from) stands.set(articleId, event.storyId);
  }
  return stands;
}
const together = (stands: Map<string, string>, ids: readonly string[]) =>
  ids.map((id) => ids.findIndex((other) => stands.get(other) === stands.get(id)));

export function epochChapters(makeBus: MakeBus): void {
  describe('epochs', () => {
    it(
      'begin with the first article: the hash seed is made once, stored, and decides nothing',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 20));
        const state = await bench.owner().process(0, 10);
        const [epoch, ...others] = await epochsOf(bench);
        expect(others).toEqual([]);
        expect(epoch).toMatchObject({ epoch: 1, options: {}, moves: null, raw: { partition } });
        const again = await bench.owner().process(10, 20);
        expect(again.epoch.seed).toBe(epoch!.seed);
        expect(state.epoch.seed).toBe(epoch!.seed);
        const other = makeBus();
        try {
          const { openBench } = await import('../cluster-bench.ts');
          const elsewhere = await openBench(other, 'seed.');
          await elsewhere.send(stream(0, 20));
          await elsewhere.owner().process(0, 20);
          const [theirs] = await epochsOf(elsewhere);
          expect(theirs!.seed).not.toBe(epoch!.seed);
          const clustered = ({ sent }: ClusterBench) => sent.filter(({ topic }) => topic === 'articlesClustered');
          expect(clustered(elsewhere)).toEqual(clustered(bench));
        } finally {
          await other.close();
        }
      }),
    );

    it(
      'go on with the stored options when others are set, and the service says so',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 30));
        await bench.owner().process(0, 20);
        const owner = bench.owner({ options: strict });
        const state = await owner.process(20, 30);
        expect(owner.told[0]).toMatchObject({ event: 'epoch', code: 'cluster-epoch', epoch: 1 });
        expect(owner.told[0]?.['wanted']).not.toBe(owner.told[0]?.['rules']);
        expect(state.epoch.options).toEqual({});
        expect(await epochsOf(bench)).toHaveLength(1);
      }),
    );

    it(
      'whose rules are not in the program are refused at the start with a code',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 20));
        await bench.owner().process(0, 10);
        const [epoch] = await epochsOf(bench);
        const time = epoch!.observedAt;
        const later: Epoch = { ...epoch!, epoch: 2, rules: '99.ffff', raw: { partition, offset: '10' } };
        await bench.producer.send([{ topic: 'clusterDecisions', key: String(partition), partition, id: 'later', time, event: later }]);
        await expect(bench.owner().process(10, 20)).rejects.toMatchObject({
          code: 'cluster-epoch',
          message: expect.stringContaining('recluster --compare') as string,
        });
      }),
    );

    it(
      'can be compared before a switch: nothing is written, and the difference is what the switch makes',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 60));
        await bench.serve();
        const ends = await bench.bus.admin.endOffsets('clusterDecisions');
        const same = await compare(bench.bus, {});
        expect(same).toMatchObject({ articles: 60, moved: 0, split: [], merged: [], copies: { gained: [], lost: [], regrouped: [] } });
        expect(same.stories.unchanged).toBe(same.stories.before);
        const found = await compare(bench.bus, strict);
        expect(found.split.length).toBeGreaterThan(0);
        expect(found.stories.after).toBeGreaterThan(found.stories.before);
        const looser = await compare(bench.bus, { copyContainment: 2 });
        expect(looser.copies.lost.length).toBeGreaterThan(0);
        expect(await bench.bus.admin.endOffsets('clusterDecisions')).toEqual(ends);
        expect(comparisonText(found, 2)).toMatch(/CLUSTER_EPOCH=switch/);
        expect(JSON.parse(comparisonJson(found, 1))).toMatchObject({
          articles: 60,
          moved: found.moved,
          split: { count: found.split.length },
        });
        await bench.send(stream(60, 61));
        await bench.serve({ options: strict, onOtherEpoch: 'switch' });
        const before = await bench.read('stories');
        expect(found.moved).toBeGreaterThan(0);
        const moves = (await bench.read('clusterDecisions')).flatMap(({ event }) =>
          'kind' in event && event.kind === 'epoch-moves' ? [event] : [],
        );
        expect(moves.flatMap(({ splits }) => splits.flatMap(({ articleIds }) => articleIds))).toHaveLength(found.moved);
        expect(before.length).toBeGreaterThan(0);
      }),
    );

    it(
      'are switched on demand: who follows the stream stands where the new rules put every article, before and after',
      onBench(makeBus, async (bench) => {
        const articles = stream(0, 90);
        const ids = articles.map(({ articleId }) => articleId);
        await bench.send(articles.slice(0, 60));
        await bench.serve();
        await bench.send(articles.slice(60));
        const told = await bench.serve({ options: strict, onOtherEpoch: 'switch', snapshotEvery: 10 });
        expect(told.filter(({ event }) => event === 'epoch')).toContainEqual(expect.objectContaining({ epoch: 2 }));
        expect(await epochsOf(bench)).toMatchObject([{ epoch: 1 }, { epoch: 2, raw: { offset: '60' }, options: strict }]);
        const stands = followed(bench);

        const other = makeBus();
        try {
          const { openBench } = await import('../cluster-bench.ts');
          const fresh = await openBench(other, 'fresh.');
          await fresh.send(articles);
          await fresh.serve({ options: strict });
          expect(together(stands, ids)).toEqual(together(followed(fresh), ids));
        } finally {
          await other.close();
        }
        // The stories' own messages say the same.
        const latest = new Map((await bench.read('stories')).map(({ event }) => [event.id, event]));
        const listed = [...latest.values()].flatMap(({ id, articles: list }) =>
          list.map(({ articleId }): [string, string] => [articleId, id]),
        );
        expect(new Map(listed)).toEqual(stands);
        for (const { id, revision } of latest.values())
          expect((await bench.read('stories')).filter(({ event }) => event.id === id && event.revision > revision)).toEqual([]);
      }),
    );

    it(
      'that were switched come back from all decisions as from a snapshot, and back again',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 60));
        await bench.owner().process(0, 30);
        const settings = { options: strict, onOtherEpoch: 'switch' as const };
        const switched = await bench.owner(settings).process(30, 40);
        const replayed = await bench.owner({ options: strict }).process(40, 40);
        expect(Buffer.compare(Buffer.from(replayed.snapshot()), Buffer.from(switched.snapshot()))).toBe(0);
        const back = bench.owner({ onOtherEpoch: 'switch' });
        const state = await back.process(40, 50);
        expect(state.epoch).toMatchObject({ epoch: 3, options: {} });
        const again = await bench.owner().process(50, 60);
        expect(again.epoch.epoch).toBe(3);
        expect(back.told.find(({ event }) => event === 'restored')?.['merges']).toBeGreaterThan(0);
      }),
    );

    it(
      'leave decisions behind that a process of the epoch before still writes',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 40));
        const old = bench.owner();
        await old.process(0, 20);
        const late = await old.decide(20, 30);
        const settings = { options: strict, onOtherEpoch: 'switch' as const };
        const next = bench.owner(settings);
        const state = await next.process(20, 30);
        await late.publish();
        const restored = await bench.owner({ options: strict }).process(30, 40);
        await next.process(30, 40);
        expect(Buffer.compare(Buffer.from(restored.snapshot()), Buffer.from(state.snapshot()))).toBe(0);
        await expect(old.process(30, 40).then(() => bench.owner().process(30, 40))).resolves.toMatchObject({ epoch: { epoch: 2 } });
      }),
    );

    it(
      'do not count decisions of the epoch before that come between its beginning and its first decision',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 40));
        const old = bench.owner();
        await old.process(0, 20);
        const late = await old.decide(20, 30);
        const next = bench.owner({ options: strict, onOtherEpoch: 'switch' });
        const { state, publish } = await next.decide(20, 30);
        await late.publish();
        await publish();
        const restored = await bench.owner({ options: strict }).decide(20, 30);
        expect(restored.state.decisionAt(25n)).toEqual(state.decisionAt(25n));
        expect(restored.state.decisionAt(25n)?.epoch).toBe(2);
        expect(Buffer.compare(Buffer.from(restored.state.snapshot()), Buffer.from(state.snapshot()))).toBe(0);
      }),
    );

    it(
      'do not count decisions of the epoch before that come while the new one is being prepared',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 40));
        const old = bench.owner();
        await old.process(0, 20);
        const late = await old.decide(20, 30);
        const send = bench.producer.send.bind(bench.producer);
        bench.producer.send = async (messages) => {
          bench.producer.send = send;
          await late.publish();
          await send(messages);
        };
        const next = bench.owner({ options: strict, onOtherEpoch: 'switch' });
        const state = await next.process(20, 30);
        const last = bench.owner({ options: strict });
        const restored = await last.decide(20, 30);
        // Ten of them twice: as what was decided before the epoch began, and in it.
        expect(last.told.find(({ event }) => event === 'restored')).toMatchObject({ covered: '30', decisions: 40 });
        expect(restored.state.decisionAt(25n)).toEqual(state.decisionAt(25n));
        for (const { articleId } of stream(0, 30)) expect(restored.state.book.storyOf(articleId)).toBe(state.book.storyOf(articleId));
      }),
    );

    it(
      'begin once: a second switch to the same epoch is refused, a second record of it ignored, and the log is known to be ours after it',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 40));
        await bench.owner().process(0, 20);
        const settings = { options: strict, onOtherEpoch: 'switch' as const };
        const [first, second] = [bench.owner(settings), bench.owner(settings)];
        await second.assignAgain();
        await first.process(20, 30);
        await first.assignAgain();
        const state = await first.process(30, 35);
        expect(first.told.filter(({ event }) => event === 'restored')).toHaveLength(1);
        await expect(second.process(35, 36)).rejects.toMatchObject({ code: 'cluster-epoch' });
        const epochs = await epochsOf(bench);
        expect(epochs).toHaveLength(2);
        const again = { ...epochs[1]!, raw: { partition, offset: '25' } };
        await bench.producer.send([
          { topic: 'clusterDecisions', key: String(partition), partition, id: 'again', time: again.observedAt, event: again },
        ]);
        const restored = await bench.owner({ options: strict }).decide(35, 35);
        expect(restored.state.covered()).toBe(35n);
        expect(Buffer.compare(Buffer.from(restored.state.snapshot()), Buffer.from(state.snapshot()))).toBe(0);
      }),
    );

    it(
      'begin again when a switch was cut off on its way, and end as if it had not been',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 40));
        await bench.owner().process(0, 30);
        const cut = bench.owner({ options: strict, onOtherEpoch: 'switch' });
        const send = bench.producer.send.bind(bench.producer);
        let calls = 0;
        bench.producer.send = async (messages) => {
          calls += 1;
          if (calls > 2) throw new Error('cut');
          await send(messages);
        };
        await expect(cut.process(30, 40)).rejects.toThrow('cut');
        bench.producer.send = send;
        expect(await epochsOf(bench)).toHaveLength(1);
        await bench.owner({ options: strict, onOtherEpoch: 'switch' }).process(30, 40);
        const stands = followed(bench);
        const latest = new Map((await bench.read('stories')).map(({ event }) => [event.id, event]));
        const listed = [...latest.values()].flatMap(({ id, articles }) =>
          articles.map(({ articleId }): [string, string] => [articleId, id]),
        );
        expect(new Map(listed)).toEqual(stands);
      }),
    );
  });
}
