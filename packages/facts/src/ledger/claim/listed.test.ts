import { expect, it } from 'vitest';
import { madeMention, madeQuantity } from '../test-data/made-mentions.ts';
import { listedIn } from './listed.ts';

const dead = (id: string, value: number, place: string | null = null) =>
  madeMention('a', id, { type: 'quantity', object: 'dead', place, quantity: madeQuantity(value, 'person', { measure: 'dead' }) });

it('finds a list of like numbers in an article, but not two numbers', () => {
  expect(listedIn([dead('1', 13), dead('2', 22), dead('3', 49)])).toEqual(new Set(['a.1', 'a.2', 'a.3']));
  expect(listedIn([dead('1', 13), dead('2', 22), dead('3', 22)])).toEqual(new Set());
});

it('takes numbers with places for a list only when there are many', () => {
  const places = ['Lima', 'Quito', 'Accra', 'Cork', 'Oslo'];
  const told = places.map((place, index) => dead(String(index), 10 + index, place));
  expect(listedIn(told.slice(0, 4)).size).toBe(0);
  expect(listedIn(told).size).toBe(5);
});
