import { describe, expect, it } from 'vitest';
import { CommandError } from '../failure.ts';
import { reclusterArguments } from './recluster.ts';

describe('recluster', () => {
  it('hands on what to compare', () => {
    expect(reclusterArguments(['--compare', '--set', 'storyJoin=0.5', '--set', 'denseHours=24', '--json'])).toEqual([
      '--limit',
      '20',
      '--set',
      'storyJoin=0.5',
      '--set',
      'denseHours=24',
      '--json',
    ]);
    expect(reclusterArguments(['--', '--compare', '--limit', '3'])).toEqual(['--limit', '3']);
  });

  it.each([
    [[]],
    [['--json']],
    [['--compare', '--limit', 'all']],
    [['--compare', '--set', 'storyJoin']],
    [['--compare', '--set', '--x=1']],
    [['--compare', 'more']],
    [['--switch']],
  ])('says how it is used for %j', (args) => {
    expect(() => reclusterArguments(args)).toThrow(CommandError);
    expect(() => reclusterArguments(args)).toThrow(/usage: copydesk recluster/);
  });
});
