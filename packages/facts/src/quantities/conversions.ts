import type { QuantityMention } from './quantity-mention.ts';

/**
 * A figure in brackets that gives the one before it in another unit ("about 1,700 miles (2,735km)", "rose by 5 lb (2.3 kg)") shares its comparator and its change, unless it
 * brings a comparator of its own.
 */
export function shareWithConversions(sentence: string, mentions: readonly QuantityMention[]): QuantityMention[] {
  const shared: QuantityMention[] = [];
  for (const mention of mentions) {
    const before = shared.at(-1);
    const joined = before !== undefined && (isConversion(sentence, before, mention) || isOtherwisePut(sentence, before, mention));
    if (joined) shared.push(share(before, mention));
    else shared.push(before !== undefined && isNewLevel(sentence, before, mention) ? settle(before, mention) : mention);
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

/** "rose $1.15, or 1.4%": the same change as a share of the whole. */
function isOtherwisePut(sentence: string, before: QuantityMention, mention: QuantityMention): boolean {
  return (
    (mention.unitClass === 'ratio') !== (before.unitClass === 'ratio') &&
    before.changeRole === 'by' &&
    /^,? or (?:about |nearly |roughly |some )?$/.test(sentence.slice(before.end, Math.min(mention.start, before.end + 14)))
  );
}

/** "fell 1.2%, or 402 points, to 34,053": the level that the change leads to. */
function isNewLevel(sentence: string, before: QuantityMention, mention: QuantityMention): boolean {
  if (before.changeRole !== 'by' || mention.change !== undefined || mention.value === null) return false;
  return /^,? to (?:about |around |nearly |just )?$/.test(sentence.slice(before.end, Math.min(mention.start, before.end + 14)));
}

function settle(before: QuantityMention, mention: QuantityMention): QuantityMention {
  if (before.change === undefined || mention.value === null) return mention;
  return { ...mention, change: { direction: before.change.direction, to: mention.value }, changeRole: 'to', changeCue: before.changeCue };
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

/** "rose to 6.4 pct from 6.3 pct": the old level stands after the new one and belongs to the same change. */
export function completeChanges(sentence: string, mentions: readonly QuantityMention[]): QuantityMention[] {
  return mentions.map((mention, index) => {
    const next = mentions[index + 1];
    if (
      next === undefined ||
      next.value === null ||
      mention.change?.to === undefined ||
      mention.change.from !== undefined ||
      next.unit !== mention.unit
    )
      return mention;
    const gap = sentence.slice(mention.end, Math.min(next.start, mention.end + 60));
    if (next.start - mention.end > 60 || !/\bfrom(?:\s\S{1,12}){0,3}\s?$/.test(gap) || /[;:.]/.test(gap)) return mention;
    return { ...mention, change: { ...mention.change, from: next.value } };
  });
}
