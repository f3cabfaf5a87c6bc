import { createHash } from 'node:crypto';
import type { OutgoingMessage, Producer } from '@copydesk/bus';
import { eventId } from '@copydesk/contracts';
import type { ClusterSnapshot, SnapshotManifest } from '@copydesk/contracts';
import { PART_BYTES, packPart } from './parts.ts';

/** What is known of a snapshot before its bytes are looked at. */
export type SnapshotPlace = Pick<SnapshotManifest, 'slot' | 'epoch' | 'covered' | 'decisions' | 'first'>;

/**
 * Sends a state in parts and then its manifest: a snapshot without one was never finished. The parts are sent one after the other, so that decisions that are sent meanwhile go between them.
 * @param cancelled asked before each part: a partition that is no longer ours needs no snapshot of ours
 * @returns the manifest, undefined when it was cancelled
 */
export async function writeSnapshot(
  producer: Producer,
  bytes: Uint8Array,
  place: SnapshotPlace,
  cancelled: () => boolean,
): Promise<SnapshotManifest | undefined> {
  const { partition } = place.epoch.raw;
  const snapshot = eventId('snapshot', [partition, place.covered, place.epoch.epoch]);
  const send = async (name: string | number, event: ClusterSnapshot) => {
    const message: OutgoingMessage = {
      topic: 'clusterSnapshots',
      key: `${partition}/${place.slot}/${name}`,
      partition,
      id: eventId('snapshot-part', [snapshot, name]),
      time: place.epoch.observedAt,
      event,
    };
    await producer.send([message]);
  };
  const hash = createHash('sha256');
  const parts = Math.ceil(bytes.length / PART_BYTES);
  for (let part = 0; part < parts; part += 1) {
    if (cancelled()) return undefined;
    const piece = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
    hash.update(piece);
    await send(part, { kind: 'chunk', snapshot, part, data: await packPart(piece) });
  }
  if (cancelled()) return undefined;
  const manifest: SnapshotManifest = { kind: 'manifest', snapshot, ...place, parts, bytes: bytes.length, stateHash: hash.digest('hex') };
  await send('manifest', manifest);
  return manifest;
}
