import { createHash } from 'node:crypto';
import type { ClusterSnapshot, SnapshotManifest } from '@copydesk/contracts';
import { describe, expect, it } from 'vitest';
import { newestManifest, readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import type { SnapshotError } from '../../src/snapshot/snapshot-error.ts';
import { writeSnapshot } from '../../src/snapshot/write-snapshot.ts';
import { partition } from '../cluster-bench.ts';
import type { ClusterBench } from '../cluster-bench.ts';
import { madeEpoch } from '../made-epoch.ts';
import { stream } from '../made-stream.ts';
import { onBench } from './on-bench.ts';
import type { MakeBus } from './on-bench.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const epoch = madeEpoch({}, { raw: { partition, offset: '0' } });

/** 40 articles decided by an owner that takes a snapshot every 10. */
async function filled(bench: ClusterBench) {
  await bench.send(stream(0, 60));
  const owner = bench.owner({ snapshotEvery: 10 });
  for (let at = 0; at < 40; at += 5) await owner.process(at, at + 5);
  await owner.stop();
  return owner;
}

async function sendRecord({ producer }: ClusterBench, key: string, event: ClusterSnapshot) {
  await producer.send([{ topic: 'clusterSnapshots', key, partition, id: key, time: epoch.observedAt, event }]);
}

/** What an owner that begins at an offset says of the snapshot, and the state it comes to with all articles. */
async function restart(bench: ClusterBench, begin: number) {
  const owner = bench.owner();
  const state = await owner.process(begin, 60);
  const restored = owner.told.find(({ event }) => event === 'restored');
  return { restored, refused: owner.told.find(({ event }) => event === 'snapshot-refused'), hash: hashOf(state.snapshot()) };
}

export function snapshotChapters(makeBus: MakeBus): void {
  describe('snapshots', () => {
    it(
      'bring the state back with the decisions behind them, the same as all decisions do',
      onBench(makeBus, async (bench) => {
        await filled(bench);
        const manifest = await newestManifest(bench.bus, partition);
        expect(manifest).toMatchObject({ epoch: { epoch: 1 } });
        const covered = Number(manifest!.covered);
        expect(covered).toBeGreaterThanOrEqual(10);
        const whole = bench.owner();
        await whole.process(0, 40);
        const expected = await whole.process(40, 60);
        const { restored, refused, hash } = await restart(bench, 40);
        expect(refused).toBeUndefined();
        expect(restored).toMatchObject({ fromSnapshot: true, covered: '60', decisions: 60 - covered });
        expect(hash).toBe(hashOf(expected.snapshot()));
      }),
    );

    it(
      'let what they cover be published again, as it was',
      onBench(makeBus, async (bench) => {
        await filled(bench);
        const before = await bench.read('articlesClustered');
        const { restored } = await restart(bench, 7);
        expect(restored).toMatchObject({ fromSnapshot: true });
        const after = await bench.read('articlesClustered');
        const of = (all: typeof before) => new Map(all.map(({ id, event }) => [id, JSON.stringify(event)]));
        for (const [id, event] of of(before)) expect(of(after).get(id)).toBe(event);
        expect(after.filter(({ id }) => id === before.at(-1)?.id)).toHaveLength(2);
      }),
    );

    const spoil: [string, SnapshotError['code'], (bench: ClusterBench, manifest: SnapshotManifest) => Promise<void>][] = [
      [
        'of which a part is missing',
        'snapshot-incomplete',
        (bench, manifest) => sendRecord(bench, 'x', { ...manifest, first: String(BigInt(manifest.first) + 1n) }),
      ],
      [
        'with a part that is not what was written',
        'snapshot-damaged',
        async (bench, manifest) => {
          const { packPart } = await import('../../src/snapshot/parts.ts');
          const data = await packPart(new Uint8Array(manifest.bytes));
          await sendRecord(bench, 'x', { kind: 'chunk', snapshot: manifest.snapshot, part: 0, data });
          await sendRecord(bench, 'y', manifest);
        },
      ],
      [
        'with a part that nothing can unpack',
        'snapshot-damaged',
        async (bench, manifest) => {
          await sendRecord(bench, 'x', { kind: 'chunk', snapshot: manifest.snapshot, part: 0, data: 'AAAA' });
          await sendRecord(bench, 'y', manifest);
        },
      ],
      [
        'whose bytes are no state, though their hash is right',
        'snapshot-damaged',
        async (bench, manifest) => {
          const bytes = Buffer.from('\0\0\0\u0002{}no state of the index');
          const { covered, decisions, first, slot } = manifest;
          await writeSnapshot(bench.producer, bytes, { covered, decisions, first, slot, epoch: manifest.epoch }, () => false);
        },
      ],
    ];
    it.each(spoil)('%s are refused with a code, and the decisions are replayed', async (_, code, damage) => {
      await onBench(makeBus, async (bench) => {
        await filled(bench);
        await damage(bench, (await newestManifest(bench.bus, partition))!);
        const { restored, refused } = await restart(bench, 40);
        expect(refused).toMatchObject({ code });
        expect(restored).toMatchObject({ fromSnapshot: false, decisions: 40, covered: '40' });
      })();
    });

    it(
      'made by other rules are refused with a code, and the decisions are replayed',
      onBench(makeBus, async (bench) => {
        await filled(bench);
        const other = bench.owner({ options: { storyJoin: 0.6 } });
        const state = await other.decide(40, 45);
        const manifest = (await newestManifest(bench.bus, partition))!;
        expect(state.state.epoch.rules).toBe(manifest.epoch.rules);
        const { createPartitionState } = await import('../../src/state/partition-state.ts');
        const foreign = createPartitionState(madeEpoch({ storyJoin: 0.6 }, { raw: epoch.raw }));
        const { decisions, first, slot } = manifest;
        await writeSnapshot(
          bench.producer,
          foreign.snapshot(),
          { covered: '40', decisions, first, slot, epoch: manifest.epoch },
          () => false,
        );
        const { restored, refused } = await restart(bench, 40);
        expect(refused).toMatchObject({ code: 'snapshot-other-epoch' });
        expect(restored).toMatchObject({ fromSnapshot: false, decisions: 40 });
      }),
    );

    it(
      'that were torn off while they were written leave the one before in force',
      onBench(makeBus, async (bench) => {
        await filled(bench);
        const manifest = (await newestManifest(bench.bus, partition))!;
        let parts = 0;
        const written = await writeSnapshot(
          bench.producer,
          new Uint8Array(2_000_000),
          { ...manifest, covered: '40', slot: 1 - manifest.slot },
          () => ++parts > 2,
        );
        expect(written).toBeUndefined();
        expect(await newestManifest(bench.bus, partition)).toEqual(manifest);
        expect((await restart(bench, 40)).restored).toMatchObject({ fromSnapshot: true });
      }),
    );

    it(
      'are not taken by a process that another has gone on after',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 60));
        const zombie = bench.owner({ snapshotEvery: 10 });
        await zombie.process(0, 10);
        const next = bench.owner();
        await next.process(10, 40);
        await zombie.process(10, 12);
        await zombie.stop();
        expect(zombie.told.map(({ event }) => event)).toContain('snapshot-left');
        expect(await newestManifest(bench.bus, partition)).toBeUndefined();
      }),
    );

    it(
      'that cannot be made stop nothing',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 30));
        const owner = bench.owner({ snapshotEvery: 5 });
        const state = await owner.process(0, 10);
        state.snapshotSteps = function* () {
          yield;
          throw new RangeError('Invalid string length');
        };
        expect((await owner.process(10, 20)).covered()).toBe(20n);
        await owner.stop();
        expect(owner.told).toContainEqual(expect.objectContaining({ event: 'snapshot-failed' }));
        expect(await newestManifest(bench.bus, partition)).toBeUndefined();
      }),
    );

    it(
      'larger than a message come back whole, in either slot',
      onBench(makeBus, async (bench) => {
        const bytes = Uint8Array.from({ length: 1_700_000 }, (_, at) => (at * 2_654_435_761) >>> 24);
        for (const slot of [0, 1, 0]) {
          const place = { slot, epoch, covered: String(slot), decisions: '0', first: '0' };
          const manifest = await writeSnapshot(
            bench.producer,
            bytes.map((byte) => byte ^ slot),
            place,
            () => false,
          );
          expect(manifest).toMatchObject({ parts: 3, bytes: 1_700_000 });
          expect(await newestManifest(bench.bus, partition)).toEqual(manifest);
          expect(hashOf(await readSnapshot(bench.bus, manifest!))).toBe(manifest!.stateHash);
        }
      }),
    );

    it(
      'are taken by the service and used at its next start',
      onBench(makeBus, async (bench) => {
        await bench.send(stream(0, 250));
        await bench.serve({ snapshotEvery: 100 });
        await bench.send(stream(250, 260));
        const told = await bench.serve({ snapshotEvery: 100 });
        expect(told.find(({ event }) => event === 'restored')).toMatchObject({ fromSnapshot: true });
        expect((await bench.read('clusterDecisions')).filter(({ event }) => !('kind' in event))).toHaveLength(260);
      }),
    );
  });
}
