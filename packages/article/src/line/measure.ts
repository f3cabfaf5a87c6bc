/** Writing systems told apart well enough to see a line that is foreign to its page. */
export type Script = 'latin' | 'cyrillic' | 'arabic' | 'hebrew' | 'greek' | 'cjk' | 'hangul' | 'indic' | 'none';

/** What one pass over a line's characters counts. */
export interface LineMeasure {
  length: number;
  /** Words; each two characters of Chinese, Japanese or Thai count as one. */
  words: number;
  letters: number;
  upper: number;
  digits: number;
  commas: number;
  /** Marks that end a sentence and are followed by a space, a quote or the end. */
  sentences: number;
  /** Words that begin with a capital letter. */
  capitalised: number;
  /** `| > » • · /` and the like. */
  separators: number;
  quotes: number;
  brackets: number;
  endsSentence: boolean;
  endsOpen: boolean;
  endsColon: boolean;
  beginsLower: boolean;
  script: Script;
}

const scripts: readonly Script[] = ['latin', 'cyrillic', 'arabic', 'hebrew', 'greek', 'cjk', 'hangul', 'indic'];

function scriptIndex(code: number): number {
  if (code < 0x250) return 0;
  if (code < 0x370) return -1;
  if (code < 0x400) return 4;
  if (code < 0x530) return 1;
  if (code < 0x590) return 0;
  if (code < 0x600) return 3;
  if (code < 0x780) return 2;
  if (code >= 0x900 && code < 0x1100) return 7;
  if (code >= 0x1e00 && code < 0x1f00) return 0;
  if (code >= 0x1f00 && code < 0x2000) return 4;
  if ((code >= 0x3040 && code < 0x3100) || (code >= 0x3400 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00)) return 5;
  if ((code >= 0xac00 && code < 0xd7b0) || (code >= 0x1100 && code < 0x1200)) return 6;
  if (code >= 0xfb50 && code < 0xff00) return 2;
  return -1;
}

/** What the loop below does with each character of ASCII. */
const [small, capitalLetter, figure, comma, terminal, separator, quoteMark, bracket] = [1, 2, 3, 4, 5, 6, 7, 8];
const asciiKinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character >= 'a' && character <= 'z') return small;
  if (character >= 'A' && character <= 'Z') return capitalLetter;
  if (character >= '0' && character <= '9') return figure;
  const marks: readonly (readonly [number, string])[] = [
    [comma, ','],
    [terminal, '.!?'],
    [separator, '|>/+<='],
    [quoteMark, '"'],
    [bracket, '(['],
  ];
  return marks.find(([, characters]) => characters.includes(character))?.[0] ?? 0;
});

/** Whether what follows a full stop lets a sentence end there: white space, the end, a quotation mark. */
function endsBefore(next: number): boolean {
  return (
    next <= 32 || next === 34 || next === 0x201d || next === 0x201c || next === 0xbb || next === 0xab || next === 39 || next === 0x2019
  );
}

const letterPattern = /\p{L}/u;
const closers = '"\'”’»«)]}›“';
const terminals = '.!?。！？؟।…';

/** Counts in one pass. Linear; looks at no more than the first 5,000 characters. */
export function measureLine(line: string): LineMeasure {
  const text = line.length > 5_000 ? line.slice(0, 5_000) : line;
  const counts = [0, 0, 0, 0, 0, 0, 0, 0];
  let words = 0;
  let letters = 0;
  let upper = 0;
  let digits = 0;
  let commas = 0;
  let sentences = 0;
  let capitalised = 0;
  let separators = 0;
  let quotes = 0;
  let brackets = 0;
  let inWord = false;
  let wide = 0;
  let latin = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    let letter = false;
    let capital = false;
    if (code < 128) {
      const kind = asciiKinds[code];
      if (kind === small) letter = true;
      else if (kind === capitalLetter) capital = letter = true;
      else if (kind === figure) digits++;
      else if (kind === comma) commas++;
      else if (kind === terminal) {
        if (i + 1 >= text.length || endsBefore(text.charCodeAt(i + 1))) sentences++;
      } else if (kind === separator) separators++;
      else if (kind === quoteMark) quotes++;
      else if (kind === bracket) brackets++;
    } else {
      const kind = scriptIndex(code);
      if (kind === 5) {
        letter = true;
        wide++;
      } else if (kind >= 0 && code > 0xbf) {
        letter = true;
        if (code < 0x590) {
          const character = text[i] ?? '';
          capital = character !== character.toLowerCase();
        }
      } else if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x61f || code === 0x964 || code === 0x2026) sentences++;
      else if (code === 0x3001 || code === 0xff0c || code === 0x60c) commas++;
      else if (code === 0x201c || code === 0x201e || code === 0xab || code === 0xbb || code === 0x300c) quotes++;
      else if (code === 0x2022 || code === 0xb7 || code === 0x203a || code === 0x25ba || code === 0x25cf || code === 0xa9) separators++;
    }
    if (letter) {
      letters++;
      if (capital) upper++;
      if (code < 0x250) latin++;
      else {
        const index = scriptIndex(code);
        if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
      }
      if (!inWord) {
        words++;
        if (capital) capitalised++;
      }
      inWord = true;
    } else if (inWord && code !== 39 && code !== 0x2019 && code !== 45) inWord = false;
  }
  if (wide > 0) words += wide / 2;
  counts[0] = (counts[0] ?? 0) + latin;
  let best = -1;
  for (let i = 0; i < counts.length; i++) if ((counts[i] ?? 0) > (best < 0 ? 0 : (counts[best] ?? 0))) best = i;
  let end = text.length - 1;
  while (end > 0 && closers.includes(text[end] ?? '')) end--;
  const last = text[end] ?? '';
  const endsOpen = last === '…' || text.endsWith('...') || text.endsWith('[…]') || text.endsWith('[...]');
  const first = text[0] ?? '';
  return {
    length: line.length,
    words,
    letters,
    upper,
    digits,
    commas,
    sentences,
    capitalised,
    separators,
    quotes,
    brackets,
    endsSentence: terminals.includes(last) && last !== '' && !endsOpen,
    endsOpen,
    endsColon: last === ':' || last === '：',
    beginsLower: letterPattern.test(first) && first === first.toLowerCase() && first !== first.toUpperCase(),
    script: scripts[best] ?? 'none',
  };
}
