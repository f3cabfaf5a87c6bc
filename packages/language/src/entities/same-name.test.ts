import { describe, expect, it } from 'vitest';
import { sameName } from './same-name.ts';

describe('sameName', () => {
  it.each([
    ['Muammar Gaddafi', 'Moammar Qadhafi', 'PER'],
    ['Mohammed bin Rashid', 'Muhammad bin Rashid', 'PER'],
    ['Sergey Lavrov', 'Sergei Lavrov', 'PER'],
    ['J. Doe', 'Jane Doe', 'PER'],
    ['Bill Rogers', 'William Rogers', 'PER'],
    ['Recep Erdoğan', 'Recep Erdogan', 'PER'],
    ['President Bashar al-Assad', 'Bashar Assad', 'PER'],
    ['Acme Corp.', 'Acme Corporation', 'ORG'],
    ['WHO', 'World Health Organization', 'ORG'],
    ['The Hague', 'Hague', 'LOC'],
    ['Hizbullah', 'Hezbollah', 'ORG'],
  ] as const)('%s = %s', (a, b, type) => {
    expect(sameName(a, b, { type })).toBe(true);
    expect(sameName(b, a, { type })).toBe(true);
  });

  it.each([
    ['Ali Khamenei', 'Ruhollah Khomeini', 'PER'],
    ['Niger', 'Nigeria', 'LOC'],
    ['Iran', 'Iraq', 'LOC'],
    ['Austria', 'Australia', 'LOC'],
    ['John Smith', 'Jane Smith', 'PER'],
    ['Smith', 'Jane Smith', 'PER'],
    ['Bank of England', 'Bank of Ireland', 'ORG'],
    ['', 'x', 'ORG'],
  ] as const)('%s ≠ %s', (a, b, type) => {
    expect(sameName(a, b, { type })).toBe(false);
    expect(sameName(b, a, { type })).toBe(false);
  });

  it('knows other names of places when told where to look', () => {
    const placeNames = (plain: string): string[] => (plain === 'kiev' || plain === 'kyiv' ? ['Kyiv'] : []);
    expect(sameName('Kiev', 'Kyiv', { type: 'LOC', placeNames })).toBe(true);
    expect(sameName('Kiev', 'Lviv', { type: 'LOC', placeNames })).toBe(false);
  });
});
