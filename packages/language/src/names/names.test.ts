import { describe, expect, it } from 'vitest';
import { loadModel } from '../language-model.ts';
import { mentionStart } from './mention-start.ts';

const model = loadModel();

/** The names of a sentence as "TYPE text". */
function namesOf(text: string): string[] {
  return model.parse(text, { start: 0, end: text.length }).names.map((n) => `${n.type} ${text.slice(n.start, n.end)}`);
}

describe('names of organisations', () => {
  it.each([
    ['The Portuguese Air Defence Command sent two jets.', 'ORG Portuguese Air Defence Command'],
    ['Soldiers of the 44th Mountain Brigade crossed the river.', 'ORG 44th Mountain Brigade'],
    ['Pilots of the 61st Fighter Wing were praised.', 'ORG 61st Fighter Wing'],
    ['She works at the Ministry of Fisheries and Forests in the capital.', 'ORG Ministry of Fisheries and Forests'],
    ['The inquiry by the Norwegian Dairy Council ended in May.', 'ORG Norwegian Dairy Council'],
  ])('takes the whole run before a head word: %s', (text, name) => {
    expect(namesOf(text)).toContain(name);
  });

  it.each([
    ['The Peruvian government rejected the offer.', 'ORG Peruvian government'],
    ['Analysts said Ghanaian security forces were ready.', 'ORG Ghanaian security forces'],
    ['A spokesman for the government of Chile declined to comment.', 'ORG government of Chile'],
    ['The U.S. military denied it.', 'ORG U.S. military'],
    ['The Kenyan-led coalition withdrew.', 'ORG Kenyan-led coalition'],
  ])('takes an institution with its country: %s', (text, name) => {
    expect(namesOf(text)).toContain(name);
  });

  it('leaves officials of a government and a date after a body out', () => {
    expect(namesOf('Several Peruvian government officials resigned.').join()).not.toContain('government');
    expect(namesOf('He spoke to the Harbour Council on Friday.')).toContain('ORG Harbour Council');
  });

  it('knows organisations by their spelling, with case', () => {
    expect(namesOf('Talks at UNESCO were delayed.')).toContain('ORG UNESCO');
    expect(namesOf('Who said that?')).toEqual([]);
  });

  it('goes over a hyphen in a university’s name', () => {
    expect(namesOf('She studied at the University of Norland-Easton.')).toContain('ORG University of Norland-Easton');
  });

  it('leaves a site with an organisation’s name alone', () => {
    expect(namesOf('They met at Harvest Bank Stadium on Sunday.')).not.toContain('ORG Harvest Bank');
  });
});

describe('persons', () => {
  it.each([
    ['Irish Navy Commodore Peter Larsson told reporters.', ['ORG Irish Navy', 'PER Peter Larsson']],
    ['He met Secretary of State Laura Bentley there.', ['PER Laura Bentley']],
    ['It was founded by Tariq al-Hamdani in 1989.', ['PER Tariq al-Hamdani']],
  ])('parts titles from names: %s', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  it('takes a name after "near" or "the village of" for a place', () => {
    expect(namesOf('The bus broke down near Tel Hamdan on Monday.')).toContain('LOC Tel Hamdan');
    expect(namesOf('She was born in the village of Mara Keele.')).toEqual(['LOC Mara Keele']);
  });
});

describe('places', () => {
  it('takes no people and no bank of a river for something else', () => {
    expect(namesOf('Two South African ministers crossed to the West Bank on Friday.')).toEqual(['LOC West Bank']);
  });
});

describe('mentionStart', () => {
  it('holds an organisation’s own article, not that of what it describes', () => {
    const text = 'The Swedish Navy praised the Swedish Navy report and the Red Cross, Reuters said.';
    const sentence = model.parse(text, { start: 0, end: text.length });
    expect(sentence.names.map((n) => text.slice(mentionStart(sentence, n), n.end))).toEqual([
      'The Swedish Navy',
      'Swedish Navy',
      'Red Cross',
      'Reuters',
    ]);
  });
});
