import { describe, expect, it } from 'vitest';
import { HostMemory, withoutRepeats } from './host-memory.ts';
import type { HostMemoryState } from './host-memory.ts';
import { readFlat } from './read-flat.ts';

const label = 'Watch our evening bulletin';
const promise = 'We promise to tell you everything about the harbour, every day, before anyone else does.';
/** Words of a page of its own: no two numbers share one. */
const word = (n: number): string => n.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
const body = (n: number, extra: readonly string[] = []): string =>
  [
    `The council of ${word(n)} voted on ${word(n + 900)} day to widen its road, members said.`,
    ...extra,
    `Work in ${word(n)} is to begin when the ${word(n + 900)} month does, the mayor said.`,
    `People of ${word(n)} had blocked a pier in protest for ${word(n + 900)} hours, police said.`,
  ].join('\n');

function taught(pages: number, extra: (n: number) => readonly string[], memory = new HostMemory()): HostMemory {
  for (let n = 0; n < pages; n++) memory.learn(body(n, extra(n)));
  return memory;
}
const repeated = (memory: HostMemory, text: string): string[] => text.split('\n').filter((_, i) => memory.repeats(text)[i]);

describe('HostMemory', () => {
  it('knows a label after five pages, whatever its numbers', () => {
    expect(
      repeated(
        taught(4, (n) => [`${label} ${n}`]),
        body(50, [`${label} 77`]),
      ),
    ).toEqual([]);
    expect(
      repeated(
        taught(5, (n) => [`${label} ${n}`]),
        body(50, [`${label} 77`]),
      ),
    ).toEqual([`${label} 77`]);
    expect(
      repeated(
        taught(60, (n) => (n % 12 === 0 ? [label] : [])),
        body(50, [label]),
      ),
    ).toEqual([]);
  });

  it('takes a sentence for the site’s only when every fourth page has it: background of a story repeats too', () => {
    expect(
      repeated(
        taught(40, (n) => (n % 5 === 0 ? [promise] : [])),
        body(50, [promise]),
      ),
    ).toEqual([]);
    expect(
      repeated(
        taught(40, (n) => (n % 3 === 0 ? [promise] : [])),
        body(50, [promise]),
      ),
    ).toEqual([promise]);
  });

  it('learns nothing from copies of one article, and takes nothing out of them', () => {
    const memory = new HostMemory();
    for (let copy = 0; copy < 20; copy++) memory.learn(body(1));
    expect(memory.state().pages).toBe(1);
    const same = new HostMemory(seen(body(1), 20));
    expect(same.repeats(body(1))).toEqual([false, false, false]);
  });

  it('goes on from its state as if it had never stopped', () => {
    const whole = taught(30, (n) => [`${label} ${n}`]);
    const first = taught(10, (n) => [`${label} ${n}`]);
    const second = new HostMemory(JSON.parse(JSON.stringify(first.state())) as HostMemoryState);
    for (let n = 10; n < 30; n++) second.learn(body(n, [`${label} ${n}`]));
    expect(second.state()).toEqual(whole.state());
  });

  it('stays bounded, keeps what repeats, and unlearns what a site says no more', () => {
    const memory = taught(2_000, () => [label], new HostMemory(undefined, 100));
    expect(memory.state().lines.length).toBeLessThanOrEqual(100);
    expect(repeated(memory, body(5_000, [label]))).toEqual([label]);
    for (let n = 3_000; n < 6_000; n++) memory.learn(body(n));
    expect(repeated(memory, body(7_000, [label]))).toEqual([]);
  });
});

/** A state that saw each line of the text so often. */
function seen(text: string, pages: number): HostMemoryState {
  const once = new HostMemory();
  once.learn(text);
  return { pages, lines: once.state().lines.map(([key]) => [key, pages]) };
}

describe('withoutRepeats', () => {
  it('takes the lines out and leads the rest back to the same characters', () => {
    const memory = taught(10, () => [promise, label]);
    const source = `Home | News\n${body(40, [promise, 'A road for the harbour', label])}`;
    const reading = readFlat(source);
    const without = withoutRepeats(reading, memory);
    expect(reading.text).toContain(promise);
    expect(without.text).not.toContain(promise);
    expect(without.text.split('\n').length).toBeLessThan(reading.text.split('\n').length);
    for (let i = 0; i < without.text.length; i++)
      if (without.text[i] !== '\n') expect(source[without.map?.(i) ?? -1]).toBe(without.text[i]);
    expect(without.headlines.map(({ start, end }) => without.text.slice(start, end))).toEqual(
      reading.headlines.map(({ start, end }) => reading.text.slice(start, end)).filter((line) => line !== label),
    );
    expect(withoutRepeats(reading, new HostMemory())).toBe(reading);
  });
});
