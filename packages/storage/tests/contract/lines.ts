import { expect, test } from 'vitest';
import type { Database, WaitingMessage } from '../../src/index.ts';
import { countWaiting, joinLine, leaveLine, lineState, nextInLine } from '../../src/index.ts';
import { onStore } from './harness.ts';

function waiting(line: string, head: string, joint?: string, leads = true): WaitingMessage {
  return { line, head, leads, joint: joint === undefined ? undefined : { id: joint, lines: 2 }, value: Buffer.from(`value of ${head}`) };
}

/** Carries out what has its turn until nothing has. */
async function carriedOut(database: Database): Promise<string[]> {
  const heads: string[] = [];
  for (let next = await nextInLine(database); next !== undefined; next = await nextInLine(database)) {
    expect(next.value.toString()).toBe(`value of ${next.head}`);
    expect(await leaveLine(database, next)).toBe(true);
    expect(await leaveLine(database, next)).toBe(false);
    heads.push(next.head);
  }
  return heads;
}

export function lineChapters(server: string): void {
  test('a joint event has its turn when it is first in all its lines, and then what waited behind it', async () => {
    await onStore(server, async (database) => {
      for (const each of [waiting('a', 'joint in a', 'j'), waiting('a', 'behind in a'), waiting('b', 'before in b', 'i')])
        await joinLine(database, each);
      await joinLine(database, waiting('b', 'joint in b', 'j'));
      expect(await carriedOut(database)).toEqual([]);
      expect(await lineState(database, 'a', 'j')).toEqual({ isHeld: true, isCarriedOut: false });
      expect(await lineState(database, 'c', undefined)).toEqual({ isHeld: false, isCarriedOut: false });
      expect(await countWaiting(database)).toBe(4);

      await joinLine(database, waiting('c', 'the other of b', 'i'));
      expect(await carriedOut(database)).toEqual(['before in b', 'joint in a', 'behind in a', 'joint in b', 'the other of b']);
      expect(await lineState(database, 'a', 'j')).toEqual({ isHeld: false, isCarriedOut: true });
    });
  });

  test('what only says that an event concerns its line has its turn after what says what to do', async () => {
    await onStore(server, async (database) => {
      await joinLine(database, waiting('a', 'departure', 'j', false));
      await joinLine(database, waiting('a', 'behind'));
      await joinLine(database, waiting('b', 'assignment', 'j'));
      expect(await carriedOut(database)).toEqual(['assignment', 'departure', 'behind']);
    });
  });

  test('a message that came twice waits for nothing the second time', async () => {
    await onStore(server, async (database) => {
      for (const [line, head] of [
        ['a', 'first'],
        ['a', 'again'],
        ['b', 'other'],
      ] as const)
        await joinLine(database, waiting(line, head, 'j'));
      expect(await carriedOut(database)).toEqual(['first', 'again', 'other']);
    });
  });

  test('an event that is missing in a line goes on alone when it has waited long enough, and not before', async () => {
    await onStore(server, async (database) => {
      await joinLine(database, waiting('a', 'alone', 'j'));
      await joinLine(database, waiting('a', 'behind'));
      expect(await nextInLine(database, { aloneAfterSeconds: 3600 })).toBeUndefined();
      const next = await nextInLine(database, { aloneAfterSeconds: -1 });
      expect(next?.head).toBe('alone');
      await leaveLine(database, next!);
      expect(await carriedOut(database)).toEqual(['behind']);
    });
  });
}
