import type { ReceivedMessage } from '@copydesk/bus';
import { expect, test } from 'vitest';
import { describeLetter, topicsNamed } from './letters.ts';
import { listLines, plain, showLines } from './show.ts';

const letter = (parts: Partial<ReceivedMessage> = {}): ReceivedMessage => ({
  topic: 'articlesRaw',
  partition: 0,
  offset: '5',
  key: 'en',
  value: Buffer.from('{"kind":'),
  headers: {
    ce_id: 'e1',
    copydesk_original_topic: 'articles.raw.v1',
    copydesk_original_partition: '2',
    copydesk_original_offset: '17',
    copydesk_error_code: 'message-not-json',
    copydesk_error_detail: 'it ends too early',
    copydesk_stage: 'cluster.read',
    copydesk_attempts: '1',
  },
  ...parts,
});

test('a letter that was written twice has one id; another place or other bytes have another', () => {
  const { id, place, code } = describeLetter(letter());
  expect({ place, code }).toEqual({ place: '2/17', code: 'message-not-json' });
  expect(describeLetter(letter({ offset: '6' })).id).toBe(id);
  expect(describeLetter(letter({ value: Buffer.from('{') })).id).not.toBe(id);
  expect(describeLetter(letter({ headers: { ...letter().headers, copydesk_original_offset: '18' } })).id).not.toBe(id);
  expect(describeLetter(letter({ topic: 'articlesClustered' })).id).not.toBe(id);
});

test('hostile bytes cannot move the cursor of a terminal', () => {
  expect(plain('\u001b[2J\u202Eabc\uD800', 100)).toBe('\\u001b[2J\\u202eabc\uFFFD');
  expect(plain('abcdef', 3)).toBe('abc…');
  const lines = showLines(describeLetter(letter()), letter({ value: Buffer.from('\u0007'), headers: { 'x\r\ny': 'z\n' } }), undefined);
  expect(lines.join('|')).not.toMatch(/[\p{Cc}]/u);
});

test('letters are counted by topic, code and what was done with them', () => {
  const one = describeLetter(letter());
  const lines = listLines(
    [
      { letter: one, mark: undefined },
      { letter: { ...one, id: 'd_2' }, mark: undefined },
      { letter: { ...one, id: 'd_3' }, mark: 'dropped' },
    ],
    2,
  );
  expect(lines[0]).toBe('     2  articles.raw.v1  message-not-json');
  expect(lines[1]).toBe('     1  articles.raw.v1  message-not-json  (dropped)');
  expect(lines.at(-1)).toBe('… and 1 more');
  expect(listLines([], 2)).toEqual(['No dead letters.']);
});

test('topics are named as on the broker', () => {
  expect(topicsNamed('articles.clustered.v1')).toEqual(['articlesClustered']);
  expect(topicsNamed(undefined)).toEqual(['articlesRaw', 'articlesClustered']);
  expect(topicsNamed('facts.v1')).toBeUndefined();
});
