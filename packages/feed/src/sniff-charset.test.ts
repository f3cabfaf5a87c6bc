import { describe, expect, it } from 'vitest';
import { sniffLegacyCharset } from './sniff-charset.ts';

/** Encodes through the decoder's own table: finds for each character the bytes that decode to it. */
function encode(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, number[]>();
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  if (!/^(?:windows|koi8)/.test(charset)) {
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (!table.has(character)) table.set(character, [lead, trail]);
      }
    }
  }
  return Uint8Array.from(Array.from(text).flatMap((character) => table.get(character) ?? [0x3f]));
}

describe('sniffLegacyCharset', () => {
  it.each([
    ['windows-1252', 'Die Stadt hat über höhere Löhne beraten. Öffentliche Gebäude müssen schließen, äußerten sich Beschäftigte.'],
    ['windows-1252', 'Le maire a déclaré que la réforme serait présentée après l’été. Ça dépend des élus, a-t-on répété.'],
    ['windows-1252', 'Já não há dúvidas: a situação é difícil. A população está à espera de soluções, não de promessas.'],
    ['windows-1251', 'Городской совет заявил во вторник, что переговоры о новых автобусах будут продолжены.'],
    ['koi8-r', 'Городской совет заявил во вторник, что переговоры о новых автобусах будут продолжены.'],
    ['shift_jis', '市は火曜日、新しいバスの計画を発表した。来年度の予算案について検討している。'],
    ['euc-jp', '市は火曜日、新しいバスの計画を発表した。来年度の予算案について検討している。'],
    ['euc-kr', '시는 화요일 새로운 버스 계획을 발표했다. 내년도 예산안에 대해 검토하고 있다고 밝혔다.'],
    ['gb18030', '城市星期二宣布了新的公共汽车计划。政府正在研究明年的预算，这是一个重要的决定。'],
    ['big5', '城市星期二宣布了新的公車計劃。政府正在研究明年的預算案，這是一個重要的決定。'],
    ['windows-1253', 'Ο δήμος ανακοίνωσε την Τρίτη νέα μέτρα για τις συγκοινωνίες της πόλης.'],
    ['windows-1255', 'העירייה הודיעה ביום שלישי על אוטובוסים חדשים בכל רחבי העיר.'],
  ])('finds %s', (charset, text) => {
    expect(sniffLegacyCharset(encode(text, charset))).toBe(charset);
  });
});
