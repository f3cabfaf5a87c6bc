import type { NameMention, ParsedSentence, ParsedToken } from '../parsed-sentence.ts';
import { unitHeads } from '../names/organisation-words.ts';

/** Confidence of a name whose extent its own acronym tells. */
const byAcronym = 0.9;
const acronym = /^[\p{Lu}\p{N}&]{2,8}s?$/u;
const smallWord = /^(?:of|the|and|for|in|on|to|at|by|with|de|la|du|des|del|et|y|&|-|–)$/i;
/** Words before a bracket that are looked at for each letter of the acronym. */
const wordsPerLetter = 3;

/**
 * Names defined with their acronym, in place: in "the State Board of Antiquities and Heritage (SBAH)" the letters tell where the name begins, so
 * that it is one organisation, and the acronym names it too (Schwartz and Hearst 2003, on capitalised words). What is no organisation by its
 * words or by the recogniser ("Gross Domestic Product (GDP)") is left alone.
 */
export function nameDefinedAcronyms(sentence: ParsedSentence): void {
  const { tokens } = sentence;
  for (let open = 1; open < tokens.length - 2; open++) {
    if (tokens[open]?.text !== '(' || tokens[open + 2]?.text !== ')') continue;
    const short = tokens[open + 1] as ParsedToken;
    if (!acronym.test(short.text)) continue;
    const start = longFormStart(tokens, open, short.text.replace(/s$/, ''));
    if (start === undefined) continue;
    const inside = sentence.names.filter((n) => n.tokenStart < open && start < n.tokenEnd);
    const organisation = inside.some((n) => n.type === 'ORG') || tokens.slice(start, open).some((t) => unitHeads.has(t.text.toLowerCase()));
    if (!organisation) continue;
    place(sentence, nameOf(tokens, start, open));
    place(sentence, nameOf(tokens, open + 1, open + 2));
  }
}

/** The token at which the words before a bracket begin whose capitalised initials are the acronym's letters. */
function longFormStart(tokens: readonly ParsedToken[], open: number, letters: string): number | undefined {
  let left = letters.length;
  const furthest = Math.max(0, open - letters.length * wordsPerLetter);
  for (let i = open - 1; i >= furthest; i--) {
    const { text } = tokens[i] as ParsedToken;
    const initial = text.charAt(0);
    if (initial === letters[left - 1] && /\p{Lu}/u.test(initial)) {
      left--;
      if (left === 0) return open - i > 1 ? i : undefined;
    } else if (!smallWord.test(text)) return undefined;
  }
  return undefined;
}

function nameOf(tokens: readonly ParsedToken[], from: number, to: number): NameMention {
  const [first, last] = [tokens[from] as ParsedToken, tokens[to - 1] as ParsedToken];
  return { start: first.start, end: last.end, tokenStart: from, tokenEnd: to, type: 'ORG', confidence: byAcronym };
}

/** Puts a name in the place of those that it touches. */
function place(sentence: ParsedSentence, name: NameMention): void {
  const others = sentence.names.filter((n) => n.tokenEnd <= name.tokenStart || n.tokenStart >= name.tokenEnd);
  sentence.names = [...others, name].sort((a, b) => a.start - b.start);
}
