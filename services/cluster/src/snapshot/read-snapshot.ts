import { createHash } from 'node:crypto';
import { readEvent } from '@copydesk/bus';
import type { Bus } from '@copydesk/bus';
import type { ClusterSnapshot, SnapshotManifest } from '@copydesk/contracts';
import { PART_BYTES, unpackPart } from './parts.ts';
import { SnapshotError } from './snapshot-error.ts';

const TOPIC = 'clusterSnapshots';

async function readRecords(
  bus: Bus,
  partition: number,
  from: bigint,
  take: (record: ClusterSnapshot) => void | Promise<void>,
): Promise<void> {
  const range = { partitions: [partition], from: new Map([[partition, String(from)]]) };
  await bus.admin.readToEnd(
    TOPIC,
    async (messages) => {
      for (const message of messages) {
        const read = readEvent(TOPIC, message);
        // What cannot be read is a part that is missing.
        if (read.ok && read.event !== null) await take(read.event);
      }
    },
    range,
  );
}

/** The manifest of the newest snapshot that was finished. */
export async function newestManifest(bus: Bus, partition: number): Promise<SnapshotManifest | undefined> {
  const place = (await bus.admin.endOffsets(TOPIC)).find((each) => each.partition === partition);
  if (place === undefined) return undefined;
  const [low, high] = [BigInt(place.low), BigInt(place.high)];
  // A finished snapshot ends in its manifest; only after one that was torn off all is looked through.
  for (const from of high - 1n > low ? [high - 1n, low] : [low]) {
    let found: SnapshotManifest | undefined;
    await readRecords(bus, partition, from, (record) => void (record.kind === 'manifest' && (found = record)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The state that a manifest speaks of, as its hash says.
 * @throws SnapshotError when a part is missing or the bytes are not those of the manifest
 */
export async function readSnapshot(bus: Bus, { epoch, snapshot, first, parts, bytes, stateHash }: SnapshotManifest): Promise<Uint8Array> {
  if (Math.ceil(bytes / PART_BYTES) !== parts) throw new SnapshotError('snapshot-damaged', `${bytes} bytes are not ${parts} parts`);
  const state = new Uint8Array(bytes);
  const seen = new Set<number>();
  await readRecords(bus, epoch.raw.partition, BigInt(first), async (record) => {
    if (record.kind !== 'chunk' || record.snapshot !== snapshot || record.part >= parts) return;
    const piece = await unpackPart(record.data).catch((error: unknown) => {
      throw new SnapshotError('snapshot-damaged', `part ${record.part}: ${error instanceof Error ? error.message : String(error)}`);
    });
    if (piece.length > bytes - record.part * PART_BYTES) throw new SnapshotError('snapshot-damaged', `part ${record.part} is too long`);
    state.set(piece, record.part * PART_BYTES);
    seen.add(record.part);
  });
  if (seen.size < parts) throw new SnapshotError('snapshot-incomplete', `${seen.size} of ${parts} parts are there`);
  const hash = createHash('sha256').update(state).digest('hex');
  if (hash !== stateHash) throw new SnapshotError('snapshot-damaged', `the state has the hash ${hash}, not ${stateHash}`);
  return state;
}
