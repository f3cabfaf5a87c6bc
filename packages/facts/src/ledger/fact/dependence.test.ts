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

describe('createDependence', () => {
  it('finds an article that shares several unnamed speakers with an agency text, and lets go when they are gone', () => {
    const dependence = createDependence();
    const [first, second] = [{}, {}];
    dependence.setClaim(first, [told(agency), told(other)]);
    expect(dependence.retoldBy('other')).toEqual([]);
    dependence.setClaim(second, [told(agency), told(other)]);
    expect(dependence.retoldBy('other')).toEqual(['Reuters']);
    expect(dependence.takeChanged()).toEqual(new Set(['other']));
    dependence.setClaim(first, []);
    expect(dependence.retoldBy('other')).toEqual([]);
  });

  it('does not bind an article whose unnamed speakers are mostly its own', () => {
    const dependence = createDependence();
    for (let claim = 0; claim < 2; claim++) dependence.setClaim({ claim }, [told(agency), told(other)]);
    for (let claim = 0; claim < 3; claim++) dependence.setClaim({ own: claim }, [told(other)]);
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
