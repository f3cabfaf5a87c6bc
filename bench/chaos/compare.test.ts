import { expect, test } from 'vitest';
import { planAttacks } from './attacks.ts';
import { compareDumps } from './compare.ts';
import { createDice } from './dice.ts';
import { madeInput } from './made-input.ts';
import { withoutNames } from './nameless.ts';

const line = (kind: string, id: string, more: object = {}) => JSON.stringify({ kind, id, ...more });

test('equal dumps have no difference, in whatever order', () => {
  const dump = [line('fact', 'f1'), line('mention', 'm1')];
  expect(compareDumps(dump, dump.toReversed())).toEqual({ lost: 0, doubled: 0, differingBytes: 0, examples: [] });
});

test('what is missing is lost, what is there twice or anew is doubled, what changed differs', () => {
  const calm = [line('fact', 'f1', { statement: 'a' }), line('fact', 'f2'), line('fact', 'f3')];
  const disturbed = [line('fact', 'f1', { statement: 'b' }), line('fact', 'f2'), line('fact', 'f2'), line('fact', 'f4')];
  const { lost, doubled, differingBytes, examples } = compareDumps(calm, disturbed);
  expect({ lost, doubled }).toEqual({ lost: 1, doubled: 2 });
  expect(differingBytes).toBeGreaterThan(0);
  expect(examples.join('\n')).toMatch(/f1.*became/s);
});

test('dumps that differ in names of facts alone are told from those that say something else', () => {
  const dump = (fact: string, conflict: string, statement: string) => [
    line('fact', fact, { key: `k#${fact}`, aliases: [], mentions: ['m1', 'm2'], conflicts: [conflict], statement }),
    line('fact', 'f9', { key: 'k#9', aliases: ['f8'], mentions: ['m3'], conflicts: [conflict], statement: 'other' }),
    line('conflict', conflict, { type: 'numeric', class: 'contradiction', facts: ['f9', fact].toSorted() }),
  ];
  const bytes = (other: string[]) => compareDumps(withoutNames(dump('f1', 'x1', 'a')), withoutNames(other)).differingBytes;
  expect(bytes(dump('fa', 'xa', 'a'))).toBe(0);
  expect(compareDumps(dump('f1', 'x1', 'a'), dump('fa', 'xa', 'a')).differingBytes).toBeGreaterThan(0);
  expect(bytes(dump('f1', 'x1', 'b'))).toBeGreaterThan(0);
  expect(bytes(dump('f1', 'x1', 'a').slice(1))).toBeGreaterThan(0);
});

test('revisions of one article have outcomes of their own', () => {
  const outcome = (revision: number) => JSON.stringify({ kind: 'outcome', articleId: 'a', revision, outcome: {} });
  expect(compareDumps([outcome(1), outcome(2)], [outcome(1)])).toMatchObject({ lost: 1, doubled: 0 });
});

test('the same seed gives the same articles and attacks, another seed others', () => {
  expect(madeInput(80, 3)).toEqual(madeInput(80, 3));
  expect(madeInput(80, 3)).not.toEqual(madeInput(80, 4));
  const plan = (seed: number) => planAttacks(40, createDice(seed), { backends: true });
  expect(plan(1)).toEqual(plan(1));
  expect(plan(1)).not.toEqual(plan(2));
  const victims = new Set(plan(1).map(({ victim }) => victim));
  for (const victim of ['kafka', 'postgres', 'extractor', 'cluster', 'feed-reader'] as const) expect(victims).toContain(victim);
});

test('made articles hold copies, corrections under the same address, undated and empty ones', () => {
  const records = madeInput(400, 1);
  expect(new Set(records.map(({ url }) => url)).size).toBeLessThan(records.length);
  expect(new Set(records.map(({ text }) => text)).size).toBeLessThan(records.length);
  expect(records.some(({ published }) => published === null)).toBe(true);
  expect(records.some(({ text }) => text.trim() === '')).toBe(true);
});
