import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scrub } from './scrub.ts';

test('plain text stays as it is', () => {
  expect(scrub('A plain line.\nAnother\tone.').text).toBe('A plain line.\nAnother\tone.');
});

test('controls, lone surrogates and odd line ends go', () => {
  expect(scrub('a\u0000b\r\nc\rd\ud800e\u00adf\ufeff').text).toBe('ab\nc\nd\ufffdef');
  expect(scrub('pair \ud83d\ude00 kept \ude00\ud83d').text).toBe('pair \ud83d\ude00 kept \ufffd\ufffd');
});

test('a surrogate that follows another high one is judged with its own partner', () => {
  expect(scrub('\ud83d\ud83d\ude00').text).toBe('\ufffd\ud83d\ude00');
});

test('composes to NFC and leads back', () => {
  const source = 'x\u0000 cafe\u0301 au lait';
  const { text, map } = scrub(source);
  expect(text).toBe('x caf\u00e9 au lait');
  expect(source.slice(map.toSource(text.indexOf('au')))).toBe('au lait');
  expect(source.slice(map.toSource(2), map.toSource(6))).toBe('cafe\u0301');
});

test('any string: idempotent, well formed, offsets ascend inside the source', () => {
  const any = fc.string({
    unit: fc.oneof(
      fc.constantFrom('a', ' ', '\u0000', '\ud83d', '\ude00', '\u0301', '\r', '\n', '\u00ad', '\u00e9', '\u1100', '\u1161'),
      fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
    ),
  });
  fc.assert(
    fc.property(any, (source) => {
      const { text, map } = scrub(source);
      expect(text.isWellFormed()).toBe(true);
      expect(scrub(text).text).toBe(text);
      let last = 0;
      for (let offset = 0; offset <= text.length; offset += 1) {
        const at = map.toSource(offset);
        expect(at).toBeGreaterThanOrEqual(last);
        expect(at).toBeLessThanOrEqual(source.length);
        last = at;
      }
    }),
  );
});

test('unchanged characters map to themselves', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('word ', 'e\u0301', '\u0000', '\r\n', 'Ü')), (parts) => {
      const source = parts.join('');
      const { text, map } = scrub(source);
      for (const match of text.matchAll(/word/g))
        expect(source.slice(map.toSource(match.index), map.toSource(match.index) + 4)).toBe('word');
    }),
  );
});
