import type { Entity } from '@copydesk/language';

/** Who a phrase of the text means, where that is sure: for pronouns and descriptions. */
export interface References {
  /** The name that the words from `start` to `end` stand for; undefined when they are a name themselves or nobody knows. */
  nameFor(start: number, end: number): string | undefined;
}

/** One number for two offsets: texts are far shorter than this. */
const keyOf = (start: number, end: number): number => start * 2 ** 26 + end;

/** Below it a pronoun is left as it stands: a wrong name is worse than none. */
const SURE = 0.6;

export function createReferences(entities: readonly Entity[]): References {
  const names = new Map<number, string>();
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      if (mention.kind !== 'name' && mention.confidence >= SURE) names.set(keyOf(mention.start, mention.end), entity.name);
    }
  }
  return { nameFor: (start, end) => names.get(keyOf(start, end)) };
}
