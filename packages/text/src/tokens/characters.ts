/** Character classes of the token scanner, by UTF-16 code unit. */
export const Kind = { space: 0, letter: 1, digit: 2, mark: 3, other: 4 } as const;
export type CharacterKind = (typeof Kind)[keyof typeof Kind];

const letterLike = /^[\p{L}\p{M}]$/u;
const digitLike = /^\p{Nd}$/u;
const spaceLike = /^[\p{Z}\u200b\u2060]$/u;
const pictographic = /^\p{Extended_Pictographic}$/u;

const unknown = 255;
/** Filled as characters are met: reading all properties at the start would cost every process 30 ms. */
const table = new Uint8Array(0x10000).fill(unknown);

/** The kind of the code unit at `at`; surrogates and what replaces broken ones count as letters, so that they stay in one piece. Past the end it is space. */
export function kindAt(text: string, at: number): CharacterKind {
  const code = text.charCodeAt(at);
  const known = table[code] ?? Kind.space;
  return known === unknown ? learn(code) : (known as CharacterKind);
}

function learn(code: number): CharacterKind {
  const kind = kindOf(code);
  table[code] = kind;
  return kind;
}

function kindOf(code: number): CharacterKind {
  if ((code >= 0xd800 && code <= 0xdfff) || code === 0xfffd) return Kind.letter;
  const char = String.fromCharCode(code);
  if (code <= 0x20 || spaceLike.test(char)) return Kind.space;
  if (letterLike.test(char)) return Kind.letter;
  if (digitLike.test(char)) return Kind.digit;
  return pictographic.test(char) ? Kind.other : Kind.mark;
}
