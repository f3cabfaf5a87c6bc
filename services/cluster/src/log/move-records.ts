import type { EpochMoves } from '@copydesk/contracts';
import { pieces } from '@copydesk/pipeline';

type Moves = Pick<EpochMoves, 'names' | 'merges' | 'splits'>;
type Entry = { [Kind in keyof Moves]: { kind: Kind; value: Moves[Kind][number] } }[keyof Moves];

const LARGEST_BYTES = 400_000;
/** Articles of one split in one record: ids have up to 200 characters. */
const ARTICLES_AT_ONCE = 1_500;

/** Cuts moves into records that fit into messages; at least one, so that the epoch can name it. */
export function moveRecords({ names, merges, splits }: Moves): Moves[] {
  const cut = splits.flatMap((split) =>
    [...pieces(split.articleIds, { items: ARTICLES_AT_ONCE })].map((articleIds) => ({ ...split, articleIds })),
  );
  const entries: Entry[] = [
    ...names.map((value): Entry => ({ kind: 'names', value })),
    ...merges.map((value): Entry => ({ kind: 'merges', value })),
    ...cut.map((value): Entry => ({ kind: 'splits', value })),
  ];
  const records = [...pieces(entries, { items: 10_000, size: LARGEST_BYTES, sizeOf: ({ value }) => JSON.stringify(value).length })];
  return (records.length === 0 ? [[]] : records).map((record) => ({
    names: record.flatMap((entry) => (entry.kind === 'names' ? [entry.value] : [])),
    merges: record.flatMap((entry) => (entry.kind === 'merges' ? [entry.value] : [])),
    splits: record.flatMap((entry) => (entry.kind === 'splits' ? [entry.value] : [])),
  }));
}
