import type { EpochMoves } from '@copydesk/contracts';

/** Under which id a story of the index is known outside. */
export interface EpochNames {
  readonly nameOf: (storyId: string) => string;
  forget(storyIds: readonly string[]): void;
  dump(): EpochMoves['names'];
}

/**
 * In the first epoch, stories are known by their own ids. In a later one, the same article may found a story whose id has been used, merged away and made an alias before: ids are kept where the story has stayed
 * (`names`), and all others end in the epoch's number.
 */
export function createEpochNames(epoch: number, names: EpochMoves['names'] = []): EpochNames {
  const known = new Map(names.map(([own, name, revision]) => [own, { name, revision }]));
  return {
    nameOf: (storyId) => known.get(storyId)?.name ?? (epoch === 1 ? storyId : `${storyId}.e${epoch}`),
    forget(storyIds) {
      for (const storyId of storyIds) known.delete(storyId);
    },
    dump: () => [...known].map(([own, { name, revision }]) => [own, name, revision]),
  };
}
