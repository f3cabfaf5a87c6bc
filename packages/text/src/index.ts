// The one home of sentences, tokens, scrubbing, numbers, comparators, units and web addresses.
// `detectLanguage` is imported from '@copydesk/text/detect-language': its table costs 80 MB and 150 ms, which only readers of articles should pay.
export type { Span } from './span.ts';
export { chainMaps, offsetMap } from './offset-map.ts';
export type { OffsetMap, Segment } from './offset-map.ts';
export { scrub } from './scrub.ts';
export type { Scrubbed } from './scrub.ts';
export { tokenize } from './tokens/tokenize.ts';
export type { Token } from './tokens/token.ts';
export { longestSentence, splitSentences } from './sentences/split-sentences.ts';
export { splitParagraphs } from './sentences/paragraphs.ts';
export { isAbbreviation } from './abbreviations/abbreviations.ts';
export { agencyCalled, agencyNamed, agencyOfSite } from './agencies/agencies.ts';
export { canonicalUrl, longestUrl } from './urls/canonical-url.ts';
export { isAggregator, publisherFamily } from './urls/publisher-family.ts';
export { findNumbers, findNumbersIn } from './numbers/find-numbers.ts';
export type { NumberKind, NumberMention } from './numbers/number-mention.ts';
export type { Comparator, ComparatorMention } from './comparators/comparator.ts';
export { comparatorAfter, comparatorBefore } from './comparators/find-comparator.ts';
export type { Unit, UnitClass } from './units/unit.ts';
export { convertUnit } from './units/convert.ts';
export { currencyBySign, startsUnitName, unitBySign, unitByWord, unitOf } from './units/registry.ts';
