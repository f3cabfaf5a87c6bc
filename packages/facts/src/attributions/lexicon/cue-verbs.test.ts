import { expect, test } from 'vitest';
import { cueVerbs, inflect } from './cue-verbs.ts';

test('verbs are inflected by rule and by the list of irregular ones', () => {
  expect(inflect('say')).toEqual(['say', 'says', 'said', 'saying']);
  expect(inflect('deny')).toEqual(['deny', 'denies', 'denied', 'denying']);
  expect(inflect('write')).toEqual(['write', 'writes', 'wrote', 'written', 'writing']);
  expect(inflect('admit')).toContain('admitted');
  expect(inflect('agree')).toContain('agreeing');
});

test('a form gives its verbs, those with a particle first', () => {
  expect(cueVerbs('pointed').map(({ lemma }) => lemma)).toEqual(['point out', 'point to']);
  expect(cueVerbs('warned')[0]).toMatchObject({ cueClass: 'warn', clause: true, addressee: true });
  expect(cueVerbs('walked')).toEqual([]);
});
