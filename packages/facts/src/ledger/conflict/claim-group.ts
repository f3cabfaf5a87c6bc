import type { Conflict } from '@copydesk/contracts';
import type { FactDraft } from '../drafts.ts';
import type { ValueGroup } from '../fact/values.ts';
import type { ToldSet } from '../told/told-set.ts';
import type { Profile } from '../claim/profile.ts';

/** A fact with all that its conflicts are read from. */
export interface ClaimGroup {
  readonly fact: FactDraft;
  readonly leader: Profile;
  readonly told: ToldSet;
  /** The numbers given, the best supported first; none where the claim is not about a number. */
  readonly values: readonly ValueGroup[];
}

/** One side of a disagreement, before it is written down. */
export interface Side {
  readonly value: string;
  readonly told: ToldSet;
}

/** A disagreement found by one of the rules. */
export interface Finding {
  readonly type: Conflict['type'];
  readonly class: Conflict['class'];
  readonly severity: Conflict['severity'];
  readonly facts: readonly FactDraft[];
  readonly sides: readonly Side[];
  readonly explanation: string;
}
