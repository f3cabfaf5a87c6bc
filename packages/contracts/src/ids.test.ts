import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { articleId, conflictId, mentionId } from './ids.ts';

describe('content ids', () => {
  it('depend on content, not on the order of members', () => {
    expect(articleId({ feed: 'f', guid: 'g' })).toBe(articleId({ guid: 'g', feed: 'f' }));
    expect(conflictId('numeric', ['b', 'a'])).toBe(conflictId('numeric', ['a', 'b']));
  });

  it('keep a guid apart from a URL of the same text, and the feed apart from the guid', () => {
    expect(articleId({ feed: '', guid: 'x' })).not.toBe(articleId({ url: 'x' }));
    expect(articleId({ feed: 'ab', guid: 'c' })).not.toBe(articleId({ feed: 'a', guid: 'bc' }));
  });

  it('change with every part of a mention’s place', () => {
    const base = { articleId: 'a', revision: 1, start: 0, end: 5, type: 'event', slot: 'r' };
    const ids = [base, { ...base, revision: 2 }, { ...base, start: 1 }, { ...base, end: 6 }, { ...base, slot: 's' }].map((parts) =>
      mentionId(parts),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('canonicalJson', () => {
  it('sorts keys at every depth and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: undefined, A: null })).toBe('{"A":null,"b":[{"c":2,"d":1}]}');
  });
});
