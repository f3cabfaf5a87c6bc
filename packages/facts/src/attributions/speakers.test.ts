import { loadModel, readDocument } from '@copydesk/language';
import { expect, test } from 'vitest';
import { findAttributions } from './find.ts';

const model = loadModel('en');
const read = (text: string) => {
  const { sentences, entities } = readDocument(model, text);
  return findAttributions({ text, sentences, parses: sentences, entities }).map(
    ({ speaker, content }) => `${speaker?.name ?? speaker?.role ?? '-'}: ${text.slice(content.start, content.end)}`,
  );
};

test.each([
  [
    'whom the sentence is about, and not who spoke before',
    'Ann Lund said it was late. The attacker was caught; he denies the charge.',
    'attacker: the charge',
  ],
  [
    'the verb of what was said, though it looks like a participle',
    'Police said the driver fled from the hotel, a few miles south of the port.',
    'Police: ',
  ],
  [
    'a thing without what is said behind it',
    'He pledges loyalty to the Northern Front group, which later claims responsibility.',
    '-: loyalty to the Northern Front group',
  ],
  [
    'rumours by what they are called',
    'The move follows earlier reports that the plant would close.',
    'earlier reports: that the plant would close',
  ],
])('%s', (_, text, wanted) => {
  expect(read(text).some((line) => (wanted.endsWith(' ') ? line.startsWith(wanted) : line === wanted))).toBe(true);
});
