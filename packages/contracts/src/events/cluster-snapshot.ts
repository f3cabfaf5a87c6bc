import { z } from 'zod';
import { epochSchema } from './decision.ts';

/** A part of a snapshot. Keys name partition, slot and part: the log keeps the last writer of each, which is two snapshots at most. */
const chunkSchema = z.object({
  kind: z.literal('chunk'),
  snapshot: z.string(),
  part: z.int().nonnegative(),
  /** Bytes of the state, compressed with zstd, in base64. */
  data: z.string(),
});

/** Says that a snapshot is whole, and what it is: the state after all that `cluster.decisions.v1` holds before `decisions`. Written last. */
const manifestSchema = z.object({
  kind: z.literal('manifest'),
  snapshot: z.string(),
  slot: z.int().nonnegative(),
  epoch: epochSchema,
  /** First raw offset that is not in the state. */
  covered: z.string(),
  /** Where to go on in the partition's decisions. */
  decisions: z.string(),
  /** Where in this topic the first part can be looked for. */
  first: z.string(),
  parts: z.int().positive(),
  /** Of the whole state, not compressed. */
  bytes: z.int().positive(),
  /** SHA-256 (hex) of the state: equal for equal states. */
  stateHash: z.string(),
});
export type SnapshotManifest = z.infer<typeof manifestSchema>;

/** What the topic of snapshots carries. */
export const clusterSnapshotSchema = z.discriminatedUnion('kind', [chunkSchema, manifestSchema]);
export type ClusterSnapshot = z.infer<typeof clusterSnapshotSchema>;
