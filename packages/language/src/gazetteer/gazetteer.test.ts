import { describe, expect, it } from 'vitest';
import { sameName } from '../entities/same-name.ts';
import { loadGazetteer } from './gazetteer.ts';

const gazetteer = loadGazetteer();

describe('gazetteer', () => {
  it('finds countries, their short forms and demonyms', () => {
    expect(gazetteer.places('norway')[0]).toMatchObject({ kind: 'country', country: 'NO' });
    expect(gazetteer.places('U.K.')[0]).toMatchObject({ kind: 'country', country: 'GB', name: 'United Kingdom' });
    expect(gazetteer.countryOfDemonym('Norwegian')).toBe('NO');
  });

  it('puts the most populous city of a name first', () => {
    const [first, second] = gazetteer.places('Birmingham');
    expect(first?.country).toBe('GB');
    expect(second?.population).toBeLessThanOrEqual(first?.population ?? 0);
  });

  it('knows spellings of one city', () => {
    expect(sameName('Kiev', 'Kyiv', { type: 'LOC', placeNames: gazetteer.placeNames })).toBe(true);
    expect(sameName('Bombay', 'Mumbai', { type: 'LOC', placeNames: gazetteer.placeNames })).toBe(true);
    expect(gazetteer.places('')).toEqual([]);
  });
});
