import { expect, it } from 'vitest';
import { agencyCalled, agencyNamed, agencyOfSite } from './agencies.ts';

it('takes an abbreviation with its letter case only, a long name with any', () => {
  expect(agencyNamed('The AP')).toBe('Associated Press');
  expect(agencyNamed('the associated press:')).toBe('Associated Press');
  expect(agencyNamed('ap')).toBeUndefined();
  expect(agencyNamed(`AP${' '.repeat(70)}`)).toBeUndefined();
});

it('gives a carrier its one name, however it is written', () => {
  expect(['AP', 'ap', 'A.P.', 'the Associated Press', 'AP News'].map(agencyCalled)).toEqual(
    Array.from({ length: 5 }, () => 'Associated Press'),
  );
  expect(agencyCalled('The Lake Gazette')).toBeUndefined();
});

it('knows the sites of agencies, and no others that only sound like one', () => {
  expect(agencyOfSite('apnews.com')).toBe('Associated Press');
  expect(agencyOfSite('french.Xinhuanet.com')).toBe('Xinhua');
  expect(agencyOfSite('beta.gazette.example')).toBeUndefined();
  expect(agencyOfSite('reuters')).toBeUndefined();
});
