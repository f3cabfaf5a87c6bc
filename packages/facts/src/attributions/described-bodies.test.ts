import { loadModel, readDocument } from '@copydesk/language';
import { describe, expect, test } from 'vitest';
import { DescribedBodies } from './described-bodies.ts';
import { findAttributions } from './find.ts';

const model = loadModel('en');
const speakers = (text: string): (string | null)[] => {
  const { sentences, entities } = readDocument(model, text);
  return findAttributions({ text, sentences, parses: sentences, entities }).map(({ speaker }) => speaker?.name ?? speaker?.role ?? null);
};

describe('bodies that are described', () => {
  const bodies = () => {
    const named = ['Norwind AS', 'Ministry of Transport', 'Northern Front', 'Harbour Bank'];
    const known = new DescribedBodies(named.map((text, at) => ({ text, start: at, end: at + 1, type: 'ORG' as const })));
    for (const [at, name] of named.entries()) known.note(name, at + 1, false);
    known.note('The Times', 5, true);
    return known;
  };
  test.each([
    ['ministry', 'Ministry of Transport'],
    ['bank', 'Harbour Bank'],
    ['company', 'Norwind AS'],
    ['movement', 'Northern Front'],
    ['newspaper', 'The Times'],
    ['court', null],
    ['website', null],
    ['broadcaster', null],
  ])('%s is %s', (noun, wanted) => {
    expect(bodies().find(noun, 10)).toBe(wanted);
  });
  test('who spoke rather than who only acts', () => {
    const known = bodies();
    known.note('Norwind AS', 6, true);
    known.note('Harbour Bank', 7, false);
    expect(known.find('company', 10)).toBe('Norwind AS');
  });
  test('none that comes later, stands far back, or is a place', () => {
    expect(bodies().find('bank', 2)).toBeNull();
    expect(bodies().find('bank', 9000)).toBeNull();
    const places = new DescribedBodies([{ text: 'Peru', start: 0, end: 4, type: 'LOC' }]);
    places.note('Peru', 0, true);
    expect(places.find('group', 10)).toBeNull();
  });
  test('speak under their names', () => {
    expect(speakers('Norwind Corporation opened a plant in May. The company said it would hire 300 people.')).toEqual([
      'Norwind Corporation',
    ]);
    expect(
      speakers('On Monday, The Guardian reported that ministers had met. The ferry is owned by a firm not named by the newspaper.'),
    ).toEqual(['The Guardian', 'The Guardian']);
  });
});

describe('what is withheld', () => {
  test('is told by who keeps it', () => {
    expect(speakers('The union did not name its leader.')).toEqual(['union']);
    expect(speakers('The plan did not name a date.')).not.toContain('date');
    expect(speakers('The river is not named by anybody.')).toEqual([]);
  });
});

test('an acronym before a dash is no dateline where a verb stands between', () => {
  expect(speakers('NASA said the probe — launched in May — had landed.')).toEqual(['NASA']);
  expect(speakers('LIMA — The mayor said the bridge was safe.')).toEqual(['mayor']);
});

test('an agreement with somebody is the word of the one who agrees', () => {
  expect(speakers('Lund agreed with the unions to raise wages.')).toEqual(['Lund']);
});
