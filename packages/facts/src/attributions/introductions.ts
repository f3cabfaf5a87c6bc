import type { NameSpan } from './describe.ts';
import { namesWithin } from './name-index.ts';
import { listed, personNouns } from './lexicon/nouns.ts';
import { coreOf, headOf, tidy } from './phrase-text.ts';
import { personIn } from './person-name.ts';
import type { Word } from './words.ts';

/** How an article introduces a person: the role beside the first mention of the full name. */
export interface Introduction {
  role: string | null;
  organisation: string | null;
}

const left = 12;
const right = 16;
const titles =
  /^(?:Admiral|Adm\.|General|Gen\.|Lt\.|Colonel|Col\.|Major|Maj\.|Captain|Capt\.|Sergeant|President|Senator|Sen\.|Rep\.|Gov\.|Governor|Judge|Justice|Dr\.|Prof\.|Professor|Sheriff|Minister|Mayor|Chancellor|King|Queen|Prince|Princess|Pope|Bishop|Archbishop|Ayatollah|Sheikh|Sir)\s+/u;

/** Gives names that the recogniser took for places back to their bearers when a title opens them, and leaves the title out. */
export function retyped(found: NameSpan): NameSpan {
  const address = /^(?:Mr|Mrs|Ms|Miss)\.?\s+/u.exec(found.text)?.[0].length ?? 0;
  const name =
    address > 0 && address < found.text.length ? { ...found, start: found.start + address, text: found.text.slice(address) } : found;
  if (name.type === 'PER' && /^\p{Lu}{2,5}$/u.test(name.text)) return { ...name, type: 'ORG' };
  const title = titles.exec(name.text)?.[0];
  if (title === undefined || title.length >= name.text.length || (name.type === 'ORG' && /\s(?:of|for)\s/u.test(name.text))) return name;
  return { start: name.start + title.length, end: name.end, text: name.text.slice(title.length), type: 'PER' };
}

/** Roles of all people by full name, read where the article first names them in full. */
export function introductions(words: readonly Word[], names: readonly NameSpan[], text: string): Map<string, Introduction> {
  const found = new Map<string, Introduction>();
  let at = 0;
  for (const name of names) {
    if (name.type !== 'PER' || !name.text.includes(' ') || found.get(name.text)?.role != null) continue;
    while (at < words.length && (words[at]?.start ?? 0) < name.start) at += 1;
    const first = words[at];
    if (first === undefined || first.start !== name.start) continue;
    let from = at;
    while (from > 0 && at - from < left && describes(words[from - 1], first)) from -= 1;
    let to = at;
    while (to < words.length && (words[to]?.end ?? 0) <= name.end) to += 1;
    const end = Math.min(words.length, to + right);
    while (to < end && words[to]?.sentence === first.sentence && words[to]?.quote === first.quote) to += 1;
    const phrase = words.slice(from, to);
    const span = { start: phrase[0]?.start ?? 0, end: phrase.at(-1)?.end ?? 0 };
    const read = personIn(phrase, namesWithin(names, span.start, span.end), text);
    if (read === null || read.name !== name.text) continue;
    const ahead = roleBefore(words, from, text);
    found.set(name.text, {
      role: ahead === null ? read.role : read.role === null ? ahead : `${read.role}, ${ahead}`,
      organisation: read.organisation,
    });
  }
  return found;
}

/** A word before a name that may belong to its title: nominal, in the same sentence and quotation. */
const describes = (word: Word | undefined, first: Word): boolean =>
  word !== undefined &&
  word.sentence === first.sentence &&
  word.quote === first.quote &&
  (['NOUN', 'PROPN', 'ADJ'].includes(word.upos) ||
    word.text === '-' ||
    word.lower === "'s" ||
    word.text === '’s' ||
    (word.lower === 'of' && word.upos === 'ADP'));

/** "The commander of the Northern Fleet, Admiral Ivan Petrov": the description that a comma joins to the name after it. */
function roleBefore(words: readonly Word[], name: number, text: string): string | null {
  if (words[name - 1]?.text !== ',') return null;
  let from = name - 1;
  while (
    from > 0 &&
    name - from < left &&
    words[from - 1]?.sentence === words[name]?.sentence &&
    words[from - 1]?.text !== ',' &&
    words[from - 1]?.upos !== 'VERB'
  )
    from -= 1;
  const phrase = words.slice(from, name - 1);
  const head = headOf(coreOf(phrase));
  const article = ['the', 'a', 'an'].includes(phrase[0]?.lower ?? '') || phrase.some((word) => word.lower === "'s" || word.text === '’s');
  if (head === undefined || !article || listed(head.lower, personNouns) === null) return null;
  return tidy(phrase, text)?.replace(/(?<!\s)\s*\([^()]*\)/gu, '') ?? null;
}
