import { expect, test } from 'vitest';
import { detectLanguage } from './detect-language.ts';

test.each([
  ['The city council approved the new tram line after a long debate on Monday evening.', 'en'],
  ['Der Stadtrat hat am Montagabend nach langer Debatte die neue Straßenbahnlinie beschlossen.', 'de'],
  ['El ayuntamiento aprobó el lunes la nueva línea de tranvía tras un largo debate.', 'es'],
  ['市議会は月曜日の夜、長い議論の末に新しい路面電車の路線を承認した。', 'ja'],
])('%s', (text, language) => {
  expect(detectLanguage(text)).toEqual({ language, reliable: true });
});

test('nothing to tell it by', () => {
  for (const text of ['', '12:30', '\ud800\ud800', 'https://example.org/a'])
    expect(detectLanguage(text)).toEqual({ language: null, reliable: false });
});
