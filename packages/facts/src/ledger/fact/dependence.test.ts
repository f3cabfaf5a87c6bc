import { describe, expect, it } from 'vitest';
import { madeArticle, madeMention } from '../test-data/made-mentions.ts';
import { createDependence } from './dependence.ts';
import { supportOf } from './support.ts';
import { testify } from './testimony.ts';
import type { Testimony } from './testimony.ts';

const anonymous = { kind: 'anonymous' as const, role: 'an official', via: [], cue: 'said', cueClass: 'say', direct: 'indirect' as const };
const agency = madeArticle('agency', 0, { wireCredit: ['Reuters'] });
const other = madeArticle('other', 1);
const told = (article: typeof agency, source: typeof anonymous | null = anonymous): Testimony =>
  testify(madeMention(article.articleId, 'm', { source }), article);

const claims = Array.from({ length: 5 }, (_, claim) => ({ claim }));

describe('createDependence', () => {
  it('finds an article that shares several unnamed speakers with an agency text, and lets go when they are gone', () => {
    const dependence = createDependence();
    const [first, second] = [{}, {}];
    for (const testimony of [told(agency), told(other)]) dependence.add(first, testimony);
    expect(dependence.retoldBy('other')).toEqual([]);
    for (const testimony of [told(agency), told(other)]) dependence.add(second, testimony);
    expect(dependence.retoldBy('other')).toEqual(['Reuters']);
    expect(dependence.takeTouched()).toEqual(new Set(['other']));
    dependence.remove(first, told(agency));
    expect(dependence.takeTouched()).toEqual(new Set(['other']));
    expect(dependence.retoldBy('other')).toEqual([]);
  });

  it('does not bind an article whose unnamed speakers are mostly its own', () => {
    const dependence = createDependence();
    for (let claim = 0; claim < 2; claim++)
      for (const testimony of [told(agency), told(other)]) dependence.add(claims[claim] ?? {}, testimony);
    expect(dependence.retoldBy('other')).toEqual(['Reuters']);
    for (let claim = 2; claim < 5; claim++) dependence.add(claims[claim] ?? {}, told(other));
    expect(dependence.retoldBy('other')).toEqual([]);
  });
});

describe('supportOf with silent credit', () => {
  it('adds no root for an unnamed speaker that an agency text has, and one for a named speaker', () => {
    expect(supportOf([told(agency), told(other)]).roots.map((root) => root.name)).toEqual(['Reuters']);
    const named = testify(madeMention('other', 'm', { source: { ...anonymous, kind: 'named', name: 'Ana Silva' } }), other);
    expect(supportOf([told(agency), named]).roots.map((root) => root.name)).toEqual(['Reuters', 'other.example']);
  });

  it('adds no root for an unattributed claim of an article that retells the agency', () => {
    expect(supportOf([told(agency, null), told(other, null)]).independent).toBe(2);
    expect(supportOf([told(agency, null), testify(madeMention('other', 'm'), other, { retells: ['Reuters'] })]).independent).toBe(1);
  });
});
