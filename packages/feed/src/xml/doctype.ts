import { decodeReferences } from './references.ts';

const maxEntities = 100;
const maxEntityLength = 2000;

/**
 * General entities that a DOCTYPE's internal subset declares with a literal value. Values are replaced once and never expanded in each other,
 * so entity bombs stay small; external and parameter entities are not read at all.
 */
export function readEntities(subset: string): Map<string, string> {
  const entities = new Map<string, string>();
  const declaration = /<!ENTITY\s{1,9}([\w.:-]{1,40})\s{1,9}(?:"([^"<]{0,2000})"|'([^'<]{0,2000})')/g;
  for (const [, name, double, single] of subset.slice(0, maxEntities * maxEntityLength).matchAll(declaration)) {
    if (name === undefined || entities.has(name) || entities.size >= maxEntities) continue;
    entities.set(name, decodeReferences(double ?? single ?? '', undefined, undefined));
  }
  return entities;
}

/**
 * End (exclusive) of the DOCTYPE that begins at `at`, and its internal subset. Without a closing `>` only the keyword is skipped.
 * @param withSubset look for a subset; only the one before the root counts, so the search for its end is made at most once.
 */
export function doctypeExtent(text: string, at: number, withSubset: boolean): { end: number; subset: string } {
  const close = text.indexOf('>', at);
  if (close < 0) return { end: text.length, subset: '' };
  const bracket = text.slice(at, close).indexOf('[');
  if (withSubset && bracket >= 0) {
    const subsetEnd = /\]\s{0,99}>/g;
    subsetEnd.lastIndex = at + bracket;
    const found = subsetEnd.exec(text);
    if (found) return { end: found.index + found[0].length, subset: text.slice(at + bracket + 1, found.index) };
  }
  return { end: close + 1, subset: '' };
}
