import type { Attribution } from './types.ts';

/** Deepest report within a report that is followed. */
const deepest = 6;

/**
 * Puts reports into the reports that hold them: "Reuters reported that an official said …". Attributions come in order of their content, the longer first. A report inside what a
 * medium reports came through that medium; one that a trailing "Reuters reported" covers, too. An agency the article is credited to carried everything else.
 */
export function nested(found: Attribution[], credit: string | null): Attribution[] {
  const holders: number[] = [];
  found.forEach((attribution, index) => {
    while (holders.length > 0 && (found[holders.at(-1) ?? 0]?.content.end ?? 0) <= attribution.content.start) holders.pop();
    for (let up = holders.length - 1; up >= 0 && up > holders.length - 1 - deepest; up -= 1) {
      const holder = found[holders[up] ?? 0];
      if (holder === undefined || !holds(holder, attribution)) continue;
      attribution.within = holders[up] ?? null;
      break;
    }
    holders.push(index);
  });
  for (const attribution of found) leaveQuotes(found, attribution);
  for (const attribution of found) {
    let outer = attribution.within;
    for (let depth = 0; outer !== null && depth < deepest; depth += 1) {
      const holder = found[outer];
      if (holder?.speaker?.kind === 'outlet' && holder.speaker.name !== null) add(attribution, holder.speaker.name);
      outer = holder?.within ?? null;
    }
    if (credit !== null) add(attribution, credit);
  }
  return found;
}

/** Words between quotation marks are spoken by the innermost source: they are taken out of the reports around it. */
function leaveQuotes(found: readonly Attribution[], inner: Attribution): void {
  let outer = inner.within;
  for (let depth = 0; outer !== null && depth < deepest; depth += 1) {
    const holder = found[outer];
    if (holder === undefined) return;
    holder.quoteSpans = holder.quoteSpans.filter((quote) => quote.start < inner.content.start || quote.end > inner.content.end);
    outer = holder.within;
  }
}

const add = (attribution: Attribution, name: string): void => {
  const known = attribution.via.some((other) => other.toLowerCase() === name.toLowerCase());
  if (!known && attribution.speaker?.name?.toLowerCase() !== name.toLowerCase()) attribution.via.push(name);
};

/** The cue of the inner one stands within the words of the outer, whose own cue stands outside the inner's words. */
function holds(outer: Attribution, inner: Attribution): boolean {
  const inside = inner.content.start >= outer.content.start && inner.content.end <= outer.content.end;
  const cueInside = inner.cue === null || (inner.cue.start >= outer.content.start && inner.cue.end <= outer.content.end);
  const same = outer.source !== null && inner.source !== null && outer.source.start === inner.source.start;
  return inside && cueInside && !same && (inner.content.start !== outer.content.start || inner.content.end !== outer.content.end);
}
