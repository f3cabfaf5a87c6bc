/** What a UTF-16 code unit is for word finding. */
export const KIND = { separator: 0, letter: 1, digit: 2, unspaced: 3, ignored: 4, surrogate: 5 } as const;

// Cyrillic and Greek letters that look like Latin ones, always folded: a text that mixes scripts to dodge comparison meets the honest one,
// and a text wholly in such a script is changed the same way everywhere, so nothing is lost.
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', е: 'e', ѕ: 's', і: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', н: 'h', о: 'o', р: 'p', ԛ: 'q', с: 'c', т: 't', у: 'y', ү: 'y', ѵ: 'v', ԝ: 'w', х: 'x', һ: 'h', ԁ: 'd', ɡ: 'g', ı: 'i',
  α: 'a', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ϲ: 'c', ϳ: 'j', ո: 'n', օ: 'o', ѐ: 'e',
}; // prettier-ignore

const LETTER = /[\p{L}\p{Mc}\p{Mn}\p{Nl}]/u;
const DIGIT = /\p{Nd}/u;
// Marks that writers add or leave out (Latin accents, Arabic and Hebrew vowel points) and characters that are not seen at all.
const UNSEEN =
  // oxlint-disable-next-line no-misleading-character-class -- code points, each on its own
  /[\p{Cf}\p{Me}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180E\u3164\uFE00-\uFE0F\uFFA0\u0300-\u036F\u0483-\u0487\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/u;
// Scripts written without spaces between words: each character is a unit of its own.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** Folds one character: case, accents, width, digits of any script, letters that look alike. Returns one code unit, or 0 where nothing is left. */
function foldCharacter(character: string): number {
  const plain = character.normalize('NFKD').toLowerCase();
  for (const part of plain) {
    if (UNSEEN.test(part)) continue;
    const look = Object.hasOwn(LOOKALIKES, part) ? LOOKALIKES[part] : undefined;
    return (look ?? part).charCodeAt(0);
  }
  return 0;
}

/** Value of a decimal digit of any script: digits stand in runs of ten in Unicode. */
function digitValue(code: number): number {
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCharCode(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

/** Kind of every UTF-16 code unit. */
export const kindOf = new Uint8Array(65536);
/** Folded form of every UTF-16 code unit. */
export const foldOf = new Uint16Array(65536);
/** 1 for upper-case and title-case letters. */
export const upperOf = new Uint8Array(65536);

for (let code = 0; code < 65536; code += 1) {
  if (code >= 0xd800 && code <= 0xdfff) {
    kindOf[code] = KIND.surrogate;
    continue;
  }
  const character = String.fromCharCode(code);
  if (UNSEEN.test(character)) kindOf[code] = KIND.ignored;
  else if (DIGIT.test(character)) {
    kindOf[code] = KIND.digit;
    foldOf[code] = 48 + (code < 58 ? code - 48 : digitValue(code));
  } else if (LETTER.test(character)) {
    const folded = foldCharacter(character);
    kindOf[code] = folded === 0 ? KIND.ignored : UNSPACED.test(character) ? KIND.unspaced : KIND.letter;
    foldOf[code] = folded;
    if (character !== character.toLowerCase()) upperOf[code] = 1;
  }
}

/** Kind and folded form of a character outside the basic plane, packed as `kind << 16 | folded`. Styled mathematical letters fold to plain ones. */
export function foldAstral(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (UNSEEN.test(character)) return KIND.ignored << 16;
  const plain = character.normalize('NFKC');
  const code = plain.charCodeAt(0);
  if (plain !== character && kindOf[code] !== KIND.surrogate) return ((kindOf[code] ?? 0) << 16) | (foldOf[code] ?? 0);
  if (UNSPACED.test(character)) return (KIND.unspaced << 16) | (codePoint & 0xffff);
  return LETTER.test(character) || DIGIT.test(character) ? (KIND.letter << 16) | (codePoint & 0xffff) : 0;
}
