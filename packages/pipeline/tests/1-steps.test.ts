import { describe, expect, test } from 'vitest';
import { deadLetter, drop, ok, pipeline } from '../src/index.ts';

/**
 * Chapter 1: a pipeline is a list of named steps.
 * Here is a small one: it reads a temperature report, passes over the duplicates, and makes a sentence.
 */
interface Report {
  readonly place: string;
  readonly degrees: number;
}

function reports() {
  const known = new Set<string>();
  const asked: string[] = [];
  const line = pipeline<string>('reports')
    .step('read', (text) => {
      asked.push('read');
      const [place, degrees] = text.split(' ');
      if (place === undefined || degrees === undefined) return deadLetter('message-schema', `no place and degrees in "${text}"`);
      return ok<Report>({ place, degrees: Number(degrees) });
    })
    .step('pass over duplicates', (report) => {
      asked.push('pass over duplicates');
      if (known.has(report.place)) return drop('seen before');
      known.add(report.place);
      return ok(report);
    })
    .step('tell', async ({ place, degrees }) => {
      asked.push('tell');
      return ok(`It is ${degrees} degrees in ${place}.`);
    });
  return { line, asked };
}

describe('1. Steps', () => {
  test('each step gets what the one before it made; the last one makes the outcome', async () => {
    const { line } = reports();
    expect(line.steps).toEqual(['read', 'pass over duplicates', 'tell']);
    expect(await line.run('Bern 21')).toEqual({ kind: 'ok', value: 'It is 21 degrees in Bern.' });
  });

  test('a step may end an input in good order: what comes after it does not run', async () => {
    const { line, asked } = reports();
    await line.run('Bern 21');
    asked.length = 0;
    expect(await line.run('Bern 22')).toEqual({ kind: 'drop', stage: 'reports.pass over duplicates', reason: 'seen before' });
    expect(asked).toEqual(['read', 'pass over duplicates']);
  });

  test('a step may give an input up: the outcome says which step, and why', async () => {
    const { line, asked } = reports();
    expect(await line.run('Bern')).toEqual({
      kind: 'dead-letter',
      stage: 'reports.read',
      code: 'message-schema',
      detail: 'no place and degrees in "Bern"',
      attempts: 1,
    });
    expect(asked).toEqual(['read']);
  });

  test('a pipeline is never changed: adding a step gives a new one', async () => {
    const { line } = reports();
    const loud = line.step('shout', (sentence) => ok(sentence.toUpperCase()));
    expect(await loud.run('Oslo 4')).toEqual({ kind: 'ok', value: 'IT IS 4 DEGREES IN OSLO.' });
    expect(line.steps).toHaveLength(3);
    expect(() => loud.step('shout', ok)).toThrow(RangeError);
    expect(await pipeline<number>('nothing').run(7)).toEqual({ kind: 'ok', value: 7 });
  });
});
