import { describe, expect, it } from 'vitest';
import type { ParsedToken } from '@copydesk/language';
import { findClauses } from './clause.ts';
import { ParseTree } from './tree.ts';

const token = (text: string, upos: string, xpos: string, head: number, relation: string): ParsedToken => ({
  ...({} as ParsedToken),
  start: 0,
  end: text.length,
  text,
  upos,
  xpos,
  lemma: text,
  head,
  relation,
});

describe('clauses of odd trees', () => {
  it('reads a participle that opens the sentence and hangs on the predicate behind it', () => {
    const tree = new ParseTree([
      token('boasting', 'VERB', 'VBG', 2, 'acl'),
      token('is', 'AUX', 'VBZ', 2, 'cop'),
      token('town', 'NOUN', 'NN', -1, 'root'),
    ]);
    expect(findClauses(tree).map(({ head }) => head)).toEqual([0, 2]);
  });
});
