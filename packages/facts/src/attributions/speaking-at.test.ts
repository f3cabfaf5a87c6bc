import { loadModel, readDocument } from '@copydesk/language';
import { expect, test } from 'vitest';
import { findAttributions } from './find.ts';
import { speakingAt } from './speaking-at.ts';

const text = 'Reuters reported that the minister said Norway opposed the plan. The mayor denied it. Rain fell.';
const { sentences, entities } = readDocument(loadModel('en'), text);
const found = findAttributions({ text, sentences, parses: sentences, entities });
const at = (words: string): string | null | undefined => {
  const speaker = speakingAt(found, text.indexOf(words))?.speaker;
  return speaker === undefined ? undefined : (speaker?.name ?? speaker?.role);
};

test('the innermost speaker holds, stances are passed over, a cue is its own speaker', () => {
  expect(at('plan')).toBe('minister');
  expect(at('the minister')).toBe('Reuters');
  expect(at('denied')).toBe('mayor');
  expect(at('fell')).toBeUndefined();
});
