import type { QuantityMention } from './quantity-mention.ts';

/**
 * A figure in brackets that gives the one before it in another unit ("about 1,700 miles (2,735km)", "rose by 5 lb (2.3 kg)") shares its comparator and its change, unless it
 * brings a comparator of its own.
 */
export function shareWithConversions(sentence: string, mentions: readonly QuantityMention[]): QuantityMention[] {
  const shared: QuantityMention[] = [];
  for (const mention of mentions) {
    const before = shared.at(-1);
    shared.push(before !== undefined && isConversion(sentence, before, mention) ? share(before, mention) : mention);
  }
  return shared;
}

function isConversion(sentence: string, before: QuantityMention, mention: QuantityMention): boolean {
  if (
    mention.unitClass !== before.unitClass ||
    mention.unit === before.unit ||
    mention.unit === '' ||
    before.unitClass === 'count' ||
    mention.start <= before.end
  )
    return false;
  const gap = sentence.slice(before.end, Math.min(mention.start, before.end + 12));
  return mention.start - before.end <= 12 && /^[^().;]{0,3}\(\s?$|^\s?\/\s?$|^\s?[([]\s?$/.test(gap) && mention.comparatorCue === null;
}

function share(before: QuantityMention, mention: QuantityMention): QuantityMention {
  const comparator =
    mention.comparator === 'eq' && before.comparator !== 'range' && before.comparator !== 'vague' ? before.comparator : mention.comparator;
  if (before.changeRole === null || before.change === undefined || mention.change !== undefined) return { ...mention, comparator };
  const amount = mention.value === null ? {} : { [before.changeRole]: mention.value };
  return {
    ...mention,
    comparator,
    change: { direction: before.change.direction, ...amount },
    changeRole: before.changeRole,
    changeCue: before.changeCue,
  };
}
