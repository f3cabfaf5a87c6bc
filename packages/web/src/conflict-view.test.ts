import type { Conflict } from '@copydesk/contracts';
import { expect, it } from 'vitest';
import { conflictView } from './conflict-view.ts';

const side = (value: string) => ({ value, mentions: ['m_1'], articles: ['a_1'], roots: ['a_1'] });
const conflict: Conflict = {
  id: 'x_1',
  revision: 1,
  storyId: 's_1',
  type: 'numeric',
  class: 'contradiction',
  severity: 'low',
  facts: ['f_2'],
  sides: [side('3 boats'), side('4 boats')],
  explanation: 'The numbers differ.',
  firstSeen: '2031-05-05T00:00:00.000Z',
  lastChanged: '2031-05-05T00:00:00.000Z',
  status: 'active',
};
const facts = [
  { id: 'f_1', statement: 'the lake lost <b>' },
  { id: 'f_2', statement: 'the lake lost boats' },
];

it('names the claim that its sides are about, and calls roots by their names', () => {
  const { markup } = conflictView(conflict, { names: new Map([['a_1', 'The Gazette']]), facts });
  expect(markup).toContain('<a href="#f_2">the lake lost boats</a>');
  expect(markup).toContain('independent: The Gazette');
});

it('says no claim where the sides are the claims, or where the fact is not on the page', () => {
  expect(conflictView({ ...conflict, type: 'polarity' }, { names: new Map(), facts }).markup).not.toContain('About');
  expect(conflictView(conflict).markup).not.toContain('About');
});
