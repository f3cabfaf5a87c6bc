import { describe, expect, it } from 'vitest';
import { finish } from '@copydesk/near-duplicate';
import { packState, unpackState } from './state-bytes.ts';
import type { StoredState } from './state-bytes.ts';

const story = (id: string, articles: number): StoredState['book']['stories'][number] => ({
  id,
  revision: 1,
  language: 'en',
  title: 'Überschrift',
  firstSeen: '2024-03-05T12:00:00.000Z',
  lastSeen: '2024-03-05T12:00:00.000Z',
  mergedInto: null,
  departed: 0,
  members: Array.from({ length: articles }, (_, at) => [`a_${id}_${at}`, 'g', 1, 5]),
});

describe('the bytes of a state', () => {
  it.each([
    ['empty', []],
    ['of several blocks, with a story larger than one', [story('a', 60_000), story('b', 60_000), story('c', 150_000), story('d', 1)]],
  ])('%s come back as they were', (_, stories) => {
    const state: StoredState = {
      covered: '270001',
      names: [['s_1', 's_2', 3]],
      book: { stories, assigned: [['a_a_1', 's_9']], hour: 473_000 },
      index: Uint8Array.from([1, 2, 3]),
    };
    const bytes = finish(packState({ ...state, index: [state.index.subarray(0, 1), state.index.subarray(1)] }));
    expect(unpackState(bytes)).toEqual(state);
    // As a view into other bytes, too.
    const shifted = new Uint8Array(bytes.length + 5);
    shifted.set(bytes, 5);
    expect(unpackState(shifted.subarray(5)).index).toEqual(state.index);
  });
});
