import type { NameSpan } from './describe.ts';
import { bodyNouns, listed, personNouns } from './lexicon/nouns.ts';
import { tidy } from './phrase-text.ts';
import type { Word } from './words.ts';

const honorific = /^(?:mr|mrs|ms|miss)\.?$/u;

/** A person's name inside a source phrase. */
export interface PersonRead {
  name: string;
  role: string | null;
  organisation: string | null;
  several: boolean;
}

const capital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.text) && /\p{L}/u.test(word.text);
const isRole = (word: Word): boolean =>
  honorific.test(word.lower) ||
  listed(word.lower, personNouns) !== null ||
  bodyNouns.has(word.lower) ||
  /^(?:sen|rep|gov|gen|lt|col|maj|capt|sgt|dr|prof|adm|sheriff|judge|justice|pm|ceo|cfo|chief)\.?$/u.test(word.lower);

/**
 * The person a phrase names: by the recogniser, or by a title right before capitalised words ("spokesperson Hua Chunying"), which it may take for a place.
 * @returns null where the phrase names nobody
 */
export function personIn(words: readonly Word[], names: readonly NameSpan[], text: string): PersonRead | null {
  const people = names.filter((name) => name.type === 'PER' && !owns(name, words, text) && !bodyNouns.has(name.text.toLowerCase()));
  const joined =
    people.length > 1 &&
    words.some((word) => word.lower === 'and' && word.start >= (people[0]?.end ?? 0) && word.end <= (people[1]?.start ?? 0));
  const titled = joined ? null : (titledRun(words, names) ?? (people.length === 0 ? afterComma(words) : null));
  const first = people[0];
  let from = titled?.from ?? -1;
  let to = titled?.to ?? -1;
  if (titled === null) {
    if (first === undefined) return null;
    from = words.findIndex((word) => word.start >= first.start);
    to = words.findLastIndex((word) => word.end <= first.end) + 1;
    if (from < 0 || to <= from) return null;
    while (from > 0 && extendsName(words, from - 1, names)) from -= 1;
  }
  const name = text.slice(words[from]?.start, words[to - 1]?.end).replace(/['’]s$/u, '');
  if (joined) return { name: people.map((other) => other.text).join(' and '), role: null, organisation: null, several: true };
  const clause = words.findLastIndex(
    (word, index) => index < from && (word.upos === 'AUX' || word.upos === 'SCONJ' || (word.upos === 'VERB' && /^\p{Ll}/u.test(word.text))),
  );
  const before = tidy(words.slice(clause + 1, words[from - 1]?.text === ',' ? from - 1 : from), text);
  const role = before ?? apposition(words.slice(to), text);
  const leadsIn = words[clause + 1];
  if (role !== null && before !== null && leadsIn?.upos === 'ADP') return { name, role: null, organisation: null, several: false };
  const body = names.find((other) => other.type === 'ORG' && role !== null && role.includes(other.text));
  const split = role === null || body === undefined ? null : ofBody(role, body.text);
  return split !== null
    ? { name, role: split, organisation: withoutArticle(body?.text ?? ''), several: false }
    : { name, role, organisation: body?.text.replace(/^(?:the|The)\s+/u, '') ?? null, several: false };
}

const withoutArticle = (text: string): string => text.replace(/^(?:the|The)\s+/u, '');

/** "board member of the Policy Institute" → "board member"; a role that is nothing without its body ("head of the Central Bank") stays whole. */
function ofBody(role: string, body: string): string | null {
  const at = role.indexOf(body);
  const lead = role.slice(0, at).replace(/(?<!\s)\s+(?:of|for|at|with|from)(?:\s+the)?\s*$/u, '');
  return at > 0 &&
    at + body.length === role.length &&
    lead.includes(' ') &&
    lead.length < at - 2 &&
    !/(?:head|chief|chairman|chair|president|director|commander|leader|minister)$/iu.test(lead)
    ? lead
    : null;
}

/** A capitalised first name that the recogniser left out. */
const extendsName = (words: readonly Word[], at: number, names: readonly NameSpan[]): boolean => {
  const word = words[at];
  return (
    word !== undefined &&
    capital(word) &&
    word.upos === 'PROPN' &&
    !isRole(word) &&
    !honorific.test(word.lower) &&
    !names.some((name) => name.start <= word.start && word.end <= name.end) &&
    words[at + 1]?.text !== "'s" &&
    !/^(?:The|A|An)$/u.test(word.text)
  );
};

/** "Trump's lawyer": the name owns what follows and is not the one who speaks. */
const owns = (name: NameSpan, words: readonly Word[], text: string): boolean =>
  /^(?:'s|’s|'|’)/u.test(text.slice(name.end, name.end + 2)) &&
  words.some((word) => word.start >= name.end && ['NOUN', 'PROPN'].includes(word.upos));

/** One to four capitalised words after the last title, up to the end of the core; after a body ("… Committee Leonid Slutsky") at least two. */
function titledRun(words: readonly Word[], names: readonly NameSpan[]): { from: number; to: number } | null {
  const stop = words.findIndex((word) => [',', '(', 'who', 'on'].includes(word.lower));
  const end = stop < 0 ? words.length : stop;
  let from = end;
  while (from > 0 && capital(words[from - 1]) && !isRole(words[from - 1] as Word) && end - from < 4) from -= 1;
  while (from < end && honorific.test(words[from]?.lower ?? '')) from += 1;
  const count = end - from;
  const title = words[from - 1];
  if (count === 0 || title === undefined || !isRole(title)) return null;
  if (count < 2 && listed(title.lower, personNouns) === null && !title.text.endsWith('.') && !honorific.test(title.lower)) return null;
  const first = words[from];
  // After a body ("Senate Committee"), more capitals may only go on with its name; a title ("Mayor", "spokesman") is sure of a person.
  const bodyTitle = listed(title.lower, personNouns) === null;
  // "deputy head of the Harbour Committee Ann Lee": a person is led up to.
  const led = words.slice(0, from - 1).some((word, at) => listed(word.lower, personNouns) !== null && words[at + 1]?.lower === 'of');
  if (
    bodyTitle &&
    !led &&
    first !== undefined &&
    names.some((name) => name.type === 'ORG' && name.start < first.start && name.end >= (words[end - 1]?.end ?? 0))
  )
    return null;
  return { from, to: end };
}

/** "the brother of the captain, Jonas Berg": two to four capitalised words that a comma joins to a person's description. */
function afterComma(words: readonly Word[]): { from: number; to: number } | null {
  const comma = words.findIndex((word) => word.text === ',');
  if (comma < 1 || !words.slice(0, comma).some((word) => listed(word.lower, personNouns) !== null)) return null;
  let to = comma + 1;
  while (capital(words[to]) && words[to]?.upos === 'PROPN' && to - comma <= 4) to += 1;
  const count = to - comma - 1;
  return count >= 2 && (to === words.length || words[to]?.text === ',') ? { from: comma + 1, to } : null;
}

/** The words after the comma that follows a name, up to a relative clause or the next comma. */
function apposition(words: readonly Word[], text: string): string | null {
  let rest = words;
  if (rest[0]?.text === '(') {
    const close = rest.findIndex((word) => word.text === ')');
    rest = close < 0 ? [] : rest.slice(close + 1);
  }
  const lead = rest[1];
  if (
    rest[0]?.text !== ',' ||
    lead === undefined ||
    ['who', 'whose', 'which'].includes(lead.lower) ||
    lead.upos === 'ADP' ||
    /^\d/u.test(lead.text)
  )
    return null;
  const body = rest.slice(1);
  const end = body.findIndex((word) => word.text === ',' || word.text === '(' || ['who', 'whose', 'whom'].includes(word.lower));
  const run = end < 0 ? body : body.slice(0, end);
  return run.some((word) => word.upos === 'AUX' || word.upos === 'PRON' || /^[.!?]$/u.test(word.text)) ? null : tidy(run, text);
}
