import { describe, expect, it } from 'vitest';
import { readFeedDate } from './feed-date.ts';

const locales =
  'en en-GB en-IN de fr fr-CA es pt-BR it nl sv da nb fi pl cs sl hr bg ro hu tr el ru uk et lv ca cy id vi hy ar fa hi th ja ko zh'.split(
    ' ',
  );

describe('dates as the locales of the world write them', () => {
  it.each(locales)('are right in %s, or refused', (locale) => {
    for (const dateStyle of ['full', 'long', 'medium', 'short'] as const) {
      for (const timeStyle of [undefined, 'medium'] as const) {
        const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC', ...(timeStyle ? { timeStyle } : {}) });
        for (let step = 0; step < 40; step++) {
          const at = new Date(Date.UTC(1995, 0, 1) + step * 26_352_347_000);
          const read = readFeedDate(format.format(at))?.iso;
          const expected = at.toISOString().slice(0, timeStyle ? 19 : 10);
          expect(read === undefined || read.startsWith(expected), format.format(at)).toBe(true);
        }
      }
    }
  });

  it('are read in the long forms of the languages that news is most written in', () => {
    const at = new Date(Date.UTC(2024, 10, 27, 14, 5, 9));
    for (const locale of ['en', 'en-GB', 'de', 'fr', 'es', 'pt-BR', 'it', 'nl', 'sv', 'ru', 'ja', 'ko', 'zh']) {
      const written = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
      expect(readFeedDate(written)?.iso, written).toBe('2024-11-27T00:00:00Z');
    }
  });
});
