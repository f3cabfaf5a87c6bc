import { describe, expect, it } from 'vitest';
import { HostMemory, isKnownLine } from './host-memory.ts';
import { readFlat } from './read-flat.ts';

const promise = 'We promise to tell you everything about the harbour, every day, before anyone else does.';

describe('HostMemory', () => {
  it('knows a line after three pages, whatever its numbers', () => {
    const memory = new HostMemory();
    for (let page = 0; page < 3; page++) memory.add([`${promise} Call ${page}.`, `Something new on page ${'abc'[page]}.`]);
    expect(isKnownLine(memory.knownLines(), `${promise} Call 77.`)).toBe(true);
    expect(isKnownLine(memory.knownLines(), 'Something new on page a.')).toBe(false);
  });

  it('counts a line once a page, goes on from its state, and stays bounded', () => {
    const memory = new HostMemory();
    memory.add([promise, promise, promise]);
    expect(memory.knownLines().size).toBe(0);
    const again = new HostMemory(memory.state(), 100);
    again.add([promise]);
    again.add([promise]);
    for (let i = 0; i < 50; i++)
      again.add(
        Array.from(
          { length: 20 },
          (_, k) => `a line of its own ${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + k)}${i > 25 ? 'x' : 'y'}`,
        ),
      );
    expect(again.state().counts.length).toBeLessThanOrEqual(100);
    expect(again.state().counts.map(([line]) => line)).toContain(promise.toLowerCase());
  });

  it('takes known lines out of a reading', () => {
    const lines = [
      'The council voted on Monday to widen the harbour road, members said.',
      promise,
      'Work is to begin in the autumn and to last two years, the mayor said.',
      'Fishermen had blocked the pier in protest last week, police said.',
    ];
    const known = new Set([promise.toLowerCase()]);
    expect(readFlat(lines.join('\n')).text).toContain(promise);
    expect(readFlat(lines.join('\n'), { knownLines: known }).text).not.toContain(promise);
  });
});
