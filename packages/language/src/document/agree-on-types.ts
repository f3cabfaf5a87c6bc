import type { NameType } from '../names/name-classes.ts';
import type { NameMention, ParsedSentence } from '../parsed-sentence.ts';

/** Names found elsewhere in the text at least this surely are looked for where the recogniser passed them over. */
const sureName = 0.5;
/** Confidence of a name that was found only because it stands elsewhere. */
const carriedOver = 0.6;

/**
 * Makes the names of a text agree, in place: every mention of a name gets the type that its mentions favour, weighted by confidence; a
 * single word that ends a person's longer name is that person's ("Merkel" after "Angela Merkel"); and where a sure name stands again
 * as proper nouns that no name covers, it is added.
 */
export function agreeOnTypes(text: string, sentences: readonly ParsedSentence[]): void {
  const votes = countVotes(text, sentences);
  const typeOf = new Map<string, NameType>();
  for (const [name, types] of votes) {
    const [best] = [...types].sort((a, b) => b[1] - a[1]);
    if (best !== undefined) typeOf.set(name, best[0]);
  }
  for (const { names } of sentences) {
    for (const n of names) n.type = typeOf.get(text.slice(n.start, n.end)) ?? n.type;
  }
  addMissed(text, sentences, typeOf);
}

function countVotes(text: string, sentences: readonly ParsedSentence[]): Map<string, Map<NameType, number>> {
  const votes = new Map<string, Map<NameType, number>>();
  const vote = (key: string, type: NameType, weight: number): void => {
    const types = votes.get(key) ?? new Map<NameType, number>();
    types.set(type, (types.get(type) ?? 0) + weight);
    votes.set(key, types);
  };
  for (const { names } of sentences) {
    for (const n of names) {
      const name = text.slice(n.start, n.end);
      vote(name, n.type, n.confidence);
      const words = name.split(' ');
      const last = words.at(-1) as string;
      if (n.type === 'PER' && words.length > 1 && words.length < 5 && last.length > 2) vote(last, 'PER', n.confidence);
    }
  }
  return votes;
}

function addMissed(text: string, sentences: readonly ParsedSentence[], typeOf: ReadonlyMap<string, NameType>): void {
  const sure = new Map<string, NameType>();
  for (const { names } of sentences) {
    for (const n of names) {
      const name = text.slice(n.start, n.end);
      if (n.confidence >= sureName && n.tokenEnd - n.tokenStart <= 6) sure.set(name, typeOf.get(name) ?? n.type);
    }
  }
  for (const sentence of sentences) {
    const missed: NameMention[] = [];
    for (let i = 0; i < sentence.tokens.length; i++) {
      const found = longestAt(text, sentence, i, sure);
      if (found === undefined) continue;
      missed.push(found);
      i = found.tokenEnd - 1;
    }
    if (missed.length > 0) sentence.names = [...sentence.names, ...missed].sort((a, b) => a.start - b.start);
  }
}

/** The longest sure name that begins at a proper noun and touches neither a name nor, at its end, a further proper noun. */
function longestAt(
  text: string,
  { tokens, names }: ParsedSentence,
  i: number,
  sure: ReadonlyMap<string, NameType>,
): NameMention | undefined {
  const first = tokens[i];
  if (first?.upos !== 'PROPN' || tokens[i - 1]?.upos === 'PROPN') return undefined;
  for (let end = Math.min(tokens.length, i + 6); end > i; end--) {
    const last = tokens[end - 1];
    if (last === undefined || tokens[end]?.upos === 'PROPN') continue;
    const type = sure.get(text.slice(first.start, last.end));
    if (type === undefined || names.some((n) => n.tokenStart < end && i < n.tokenEnd)) continue;
    return { start: first.start, end: last.end, tokenStart: i, tokenEnd: end, type, confidence: carriedOver };
  }
  return undefined;
}
