import type { Conflict, Fact } from '@copydesk/contracts';

/**
 * A fact as the fold sees it now, before it is compared with what was published. `id` is the id it would have if it were published first now;
 * `diffLedger` keeps the published id where there is one. `descriptor` says what the claim is about, in words that do not change with the mentions.
 */
export type FactDraft = Omit<Fact, 'revision' | 'aliases' | 'status'> & { readonly descriptor: string };

/** A conflict as the fold sees it now. `facts` holds draft ids. */
export type ConflictDraft = Omit<Conflict, 'revision' | 'status'>;

/** What a story comes to. Facts by key, conflicts by id. */
export interface StoryDrafts {
  readonly facts: FactDraft[];
  readonly conflicts: ConflictDraft[];
}
