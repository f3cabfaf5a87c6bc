/** How many symbols there are: a power of two, so that a table of states by symbols is walked with shifts. */
export const symbolBits = 6;
/** Before the first character and behind the last. */
export const startSymbol = 29;
export const endSymbol = 30;
const [digit, space, otherMark, firstMark, firstBeyond] = [27, 28, 31, 32, 48];
/** Marks that expressions name; all others of ASCII are one symbol. */
const marks = "-_/:@.|>()[$&',©";

/**
 * The symbol of each UTF-16 code unit. Characters that a case-insensitive expression takes for the same have one symbol, and so have all digits and all white space;
 * characters beyond ASCII share sixteen. To be coarse is safe: a screen by symbols lets more through, never less.
 */
export const symbolOf: Uint8Array = makeSymbols();

function makeSymbols(): Uint8Array {
  const symbols = new Uint8Array(0x10000);
  for (let code = 0; code < symbols.length; code++) {
    const character = String.fromCharCode(code);
    const mark = marks.indexOf(character);
    if (mark >= 0) symbols[code] = firstMark + mark;
    else if (code < 128) symbols[code] = asciiSymbol(code, character);
    else if (/\s/.test(character)) symbols[code] = space;
    else {
      const upper = character.toUpperCase();
      // What expressions take for the same, without the flag `u`: the same single capital, ASCII ones apart.
      const folded = upper.length === 1 && upper.charCodeAt(0) >= 128 ? upper.charCodeAt(0) : code;
      symbols[code] = firstBeyond + (folded & 15);
    }
  }
  return symbols;
}

function asciiSymbol(code: number, character: string): number {
  const letter = code | 32;
  if (letter >= 97 && letter <= 122) return letter - 96;
  if (code >= 48 && code <= 57) return digit;
  return /\s/.test(character) ? space : otherMark;
}
