/**
 * Charsets that feeds without any declaration are met in, each with the characters that make up much of any text in the languages written in it
 * (the most frequent letters or function words, from general letter statistics) and the least share of them among the characters outside ASCII.
 * Frequent characters, not valid byte pairs, tell these sets apart: most bytes are valid in all of them.
 */
const candidates: readonly { charset: string; frequent: RegExp; share: number }[] = [
  { charset: 'shift_jis', frequent: /[\u3041-\u3093\u30A1-\u30F6\u3001\u3002]/g, share: 0.35 },
  { charset: 'euc-jp', frequent: /[\u3041-\u3093\u30A1-\u30F6\u3001\u3002]/g, share: 0.35 },
  { charset: 'euc-kr', frequent: /[이다는의에가을은를한고사지기대로하인시도정]/g, share: 0.25 },
  { charset: 'gb18030', frequent: /[的一是不了人在有我他这中大来上国个到说们为和地，。]/g, share: 0.1 },
  { charset: 'big5', frequent: /[的一是不了人在有我他這中大來上國個到說們為和地，。]/g, share: 0.1 },
  { charset: 'windows-1251', frequent: /[оеаинтсрвл]/g, share: 0.45 },
  { charset: 'koi8-r', frequent: /[оеаинтсрвл]/g, share: 0.45 },
  { charset: 'windows-1253', frequent: /[αοιετσνηυρπκς]/g, share: 0.45 },
  { charset: 'windows-1255', frequent: /[יוהלאמרבתש]/g, share: 0.5 },
  { charset: 'windows-1256', frequent: /[اليمنروتبة]/g, share: 0.5 },
  {
    charset: 'windows-874',
    frequent: /[\u0E32\u0E19\u0E23\u0E2D\u0E01\u0E40\u0E07\u0E21\u0E22\u0E25\u0E27\u0E14\u0E17\u0E2A]/g,
    share: 0.4,
  },
];

const sampleLength = 65_536;
/** Fewer than this are too few to tell: a name with an accent in an English feed. */
const minCharacters = 12;

/** The charset of text that is no UTF-8 and declares nothing: the first whose frequent characters are frequent in it, else windows-1252. */
export function sniffLegacyCharset(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleLength);
  if (shareInWords(sample) < 0.6) return 'windows-1252';
  let best: { charset: string; margin: number } | undefined;
  for (const { charset, frequent, share } of candidates) {
    const foreign = new TextDecoder(charset).decode(sample).replace(/[\u0000-\u007F]+/g, '');
    const broken = foreign.match(/[\uFFFD\uE000-\uF8FF\uFF61-\uFF9F]/g)?.length ?? 0;
    if (foreign.length < minCharacters || broken * 20 > foreign.length) continue;
    const margin = (foreign.match(frequent)?.length ?? 0) / foreign.length / share;
    if (margin >= 1 && margin > (best?.margin ?? 0)) best = { charset, margin };
  }
  return best?.charset ?? (isMostlyGb2312(sample) ? 'gb18030' : 'windows-1252');
}

/** Share of the bytes outside ASCII that stand three or more together: accents stand alone, whole words of another script do not. */
function shareInWords(sample: Uint8Array): number {
  let all = 0;
  let together = 0;
  let run = 0;
  for (const byte of sample) {
    if (byte >= 0x80) run++;
    else if (run > 0) {
      all += run;
      if (run >= 3) together += run;
      run = 0;
    }
  }
  all += run;
  if (run >= 3) together += run;
  return all === 0 ? 0 : together / all;
}

/** Headlines are too short for frequent characters: then the most common level of GB 2312 (lead bytes B0–D7) tells Chinese. */
function isMostlyGb2312(sample: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < sample.length; at++) {
    const [lead = 0, trail = 0] = [sample[at], sample[at + 1]];
    if (lead < 0x80) continue;
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1) return false;
    pairs++;
    if (lead >= 0xb0 && lead <= 0xd7) common++;
    at++;
  }
  return pairs >= 4 && common >= pairs * 0.7;
}
