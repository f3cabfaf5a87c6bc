import { describe, expect, it } from 'vitest';
import { progressLine } from './progress-line.ts';

const progress = { seen: 1500, accepted: 1400, unchanged: 60, rejected: 40, bytes: 250, totalBytes: 1000, elapsedMs: 10_000 };

describe('the progress line', () => {
  it('shows the share, the rate, and how long it will take at this rate', () => {
    expect(progressLine(progress, 200)).toBe(
      '[######------------------]  25 % 1,500 items, 150/s, 30 s left; 1,400 new, 60 known, 40 refused',
    );
    expect(progressLine({ ...progress, elapsedMs: 4_000_000 }, 200)).toContain('3 h 20 min left');
  });

  it('guesses nothing where the size is unknown or the run has just begun', () => {
    expect(progressLine({ ...progress, totalBytes: 0 }, 200)).toBe('1,500 items, 150/s; 1,400 new, 60 known, 40 refused');
    expect(progressLine({ ...progress, elapsedMs: 0 }, 200)).not.toContain('left');
  });

  it('fits the terminal', () => {
    expect(progressLine(progress, 40)).toHaveLength(39);
  });
});
