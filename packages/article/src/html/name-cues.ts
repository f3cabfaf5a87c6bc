import { spellings } from '../screen/literals.ts';
import { endSymbol, symbolBits, symbolOf } from '../screen/symbols.ts';
import { Trie } from '../screen/trie.ts';
import { namePatterns } from './name-patterns.ts';

/** Stands wherever a letter meets something else, or an end of the name. */
const boundary = endSymbol;
const hyphen = symbolOf['-'.charCodeAt(0)] ?? 0;
/** What the boundary is written as in a list of words, and what is read for it. */
const boundaryMark = '\u0001';
const markSymbol = String.fromCharCode(symbolOf[boundaryMark.charCodeAt(0)] ?? 0);
const boundaryText = String.fromCharCode(boundary);
const isLetter = (symbol: number): boolean => symbol >= 1 && symbol <= 26;

const { next, found } = automaton();

/** The expressions as an automaton: they list words, and say no more than whether other letters may stand around them. */
function automaton(): { next: Uint16Array; found: Int32Array } {
  const trie = new Trie();
  for (const [bit, { source }] of namePatterns) {
    const words = spellings(source.replaceAll('(?:^|[^a-z])', boundaryMark).replaceAll('(?![a-z])', boundaryMark));
    if (words === undefined) throw new Error(`not a list of words: ${source}`);
    for (const word of words) trie.add(withBoundaries(word), bit);
  }
  return trie.automaton();
}

/** A word as the automaton is given it: with the boundary wherever letters end or begin. Behind the one word that ends in another letter (ü) anything may follow. */
function withBoundaries(word: string): string {
  let out = '';
  let inLetters = false;
  for (let i = 0; i < word.length; i++) {
    const symbol = word.charCodeAt(i);
    const marked = word[i] === markSymbol;
    if (!marked && i > 0 && isLetter(symbol) !== inLetters && word[i - 1] !== markSymbol) out += boundaryText;
    if (!marked || inLetters || isLetter(word.charCodeAt(i + 1))) out += marked ? boundaryText : String.fromCharCode(symbol);
    inLetters = isLetter(symbol);
  }
  return out;
}

/** The cue bits of a list of names, as classes are given; what is written with humps is taken apart. One pass, nothing remembered: pages have thousands of names. */
export function nameCues(names: string): number {
  let state = 0;
  let bits = 0;
  let inLetters = false;
  let before = 0;
  for (let i = 0; i < names.length; i++) {
    const code = names.charCodeAt(i);
    const symbol = symbolOf[code] ?? 0;
    const letter = symbol >= 1 && symbol <= 26;
    if (code >= 65 && code <= 90 && ((before >= 97 && before <= 122) || (before >= 48 && before <= 57))) {
      if (inLetters) bits |= found[(state = next[(state << symbolBits) | boundary] ?? 0)] ?? 0;
      state = next[(state << symbolBits) | hyphen] ?? 0;
      inLetters = false;
    }
    if (letter !== inLetters) bits |= found[(state = next[(state << symbolBits) | boundary] ?? 0)] ?? 0;
    state = next[(state << symbolBits) | symbol] ?? 0;
    bits |= found[state] ?? 0;
    inLetters = letter;
    before = code;
  }
  return inLetters ? bits | (found[next[(state << symbolBits) | boundary] ?? 0] ?? 0) : bits;
}
