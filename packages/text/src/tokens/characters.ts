/** Character classes of the token scanner, by UTF-16 code unit; a table for what is common, Unicode properties for the rest. */
export const Kind = { space: 0, letter: 1, digit: 2, mark: 3, other: 4 } as const;
export type CharacterKind = (typeof Kind)[keyof typeof Kind];

const letterLike = /^[\p{L}\p{M}]$/u;
const digitLike = /^\p{Nd}$/u;
const spaceLike = /^[\p{Z}\u200b\u2060]$/u;
const pictographic = /^\p{Extended_Pictographic}$/u;

const table = new Uint8Array(0x3000);
for (let code = 0; code < table.length; code += 1) {
  const char = String.fromCharCode(code);
  if (code <= 0x20 || spaceLike.test(char)) table[code] = Kind.space;
  else if (letterLike.test(char)) table[code] = Kind.letter;
  else if (digitLike.test(char)) table[code] = Kind.digit;
  else table[code] = pictographic.test(char) ? Kind.other : Kind.mark;
}

/** The kind of the code unit at `at`; surrogates count as letters, so that what lies beyond the BMP stays in one piece. */
export function kindAt(text: string, at: number): CharacterKind {
  const code = text.charCodeAt(at);
  if (code < 0x3000) return table[code] as CharacterKind;
  if (code >= 0xd800 && code <= 0xdfff) return Kind.letter;
  const char = text.charAt(at);
  if (spaceLike.test(char)) return Kind.space;
  if (letterLike.test(char)) return Kind.letter;
  if (digitLike.test(char)) return Kind.digit;
  return Kind.mark;
}
