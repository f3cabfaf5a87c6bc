import type { Conflict } from '@copydesk/contracts';
import type { FactDraft } from '../drafts.ts';
import { supportOf } from '../fact/support.ts';
import type { Testimony } from '../fact/testimony.ts';
import type { Profile } from '../claim/profile.ts';

/** A fact with all that its conflicts are read from. */
export interface ClaimGroup {
  readonly fact: FactDraft;
  readonly leader: Profile;
  readonly testimonies: readonly Testimony[];
}

/** One side of a disagreement, before it is written down. */
export interface Side {
  readonly value: string;
  readonly testimonies: readonly Testimony[];
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

/** Independent roots behind some testimonies. */
export function rootsOf(testimonies: readonly Testimony[]): string[] {
  return [...new Set(supportOf(testimonies).roots.map((root) => root.name))].sort();
}
