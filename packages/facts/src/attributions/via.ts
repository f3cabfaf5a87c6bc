import type { Span } from '@copydesk/text';
import { outletKind } from './lexicon/outlets.ts';
import { withItsArticle } from './phrase-text.ts';
import type { Word } from './words.ts';

const carriers: ReadonlySet<string> = new Set(['to', 'with', 'on', 'by', 'via', 'in', 'told', 'through', 'tells', 'telling']);
const longestName = 6;
/** Characters after an interrupting cue in which a medium is looked for. */
const nearby = 60;

/** The longest known name of a medium that begins at word `at`, or null. */
function outletAt(words: readonly Word[], at: number, text: string): { name: string; to: number } | null {
  const first = words[at];
  if (first === undefined || !/^[\p{Lu}\d]/u.test(first.text)) return null;
  for (let to = Math.min(words.length, at + longestName); to > at; to -= 1) {
    const last = words[to - 1];
    if (last === undefined || last.sentence !== first.sentence) continue;
    const name = text.slice(first.start, last.end);
    const after = words[to];
    if (after !== undefined && after.sentence === first.sentence && after.upos === 'PROPN' && after.start === last.end + 1) continue;
    if (outletKind(name) !== null) return { name: name.replace(/['’]s$/u, ''), to };
  }
  return null;
}

/**
 * The media that carried a statement, said around its cue and outside the words reported: "told Reuters", "in an interview with the BBC", "in a post on X", "as quoted by Tass".
 * @param range words of the segment, [from, to)
 */
export function viaAround(
  words: readonly Word[],
  range: { from: number; to: number },
  content: Span,
  source: Span | null,
  cue: Span | null,
  text: string,
): string[] {
  const found: string[] = [];
  const interrupts = cue !== null && cue.start >= content.start && cue.end <= content.end;
  // What interrupts a quotation lies inside the span of its content, but only the next few words tell where it was said.
  const outside = (word: Word): boolean =>
    (word.end <= content.start || word.start >= content.end || (interrupts && word.start >= cue.start && word.start - cue.end < nearby)) &&
    (source === null || word.end <= source.start || word.start >= source.end) &&
    word.quote < 0;
  for (let at = range.from; at < range.to; at += 1) {
    const word = words[at];
    if (word === undefined || !carriers.has(word.lower) || !outside(word)) continue;
    // "wrote in the Guardian" carries the words, "claims in the Guardian" are what they are about.
    if (word.lower === 'in' && !(cue !== null && word.start >= cue.end && word.start - cue.end < 12)) continue;
    const next = words[at + 1];
    const from = next !== undefined && (next.lower === 'the' || next.lower === 'social') ? at + 2 : at + 1;
    const outlet = outletAt(words, at + 1, text) ?? outletAt(words, from, text);
    if (outlet === null || !outside(words[outlet.to - 1] ?? word)) continue;
    // "X" alone names the platform only after "on" or "via".
    if (outlet.name.length === 1 && word.lower !== 'on' && word.lower !== 'via') continue;
    const name = withItsArticle(outlet.name.replace(/^(?:the|The)\s+/, ''), next, text);
    if (!found.includes(name)) found.push(name);
  }
  return found;
}
