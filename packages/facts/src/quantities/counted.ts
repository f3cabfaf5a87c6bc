import type { Counted, Words } from './candidate.ts';
import { gluedAt, hyphenAt, lowerAt, textAt } from './candidate.ts';
import { peopleAfter, peopleStates } from './people.ts';
import { isPlural, singular } from './singular.ts';

/** Words that cannot stand inside the counted noun phrase. */
const stops: ReadonlySet<string> = new Set(
  (
    'a an the this that these those and or but nor so yet if in on at by for from to of with without within under over after before during since until as than because although though while where when who whom whose which what how why ' +
    "is are was were be been being am has have had do does did will would can could may might must shall should not n't 's ’s i you he she it we they me him us them my your his her its our their " +
    'there here about around between against among through into onto out up down off away per via amid also just only even still already too very then now later ago earlier today yesterday tomorrow tonight last next ' +
    'said says say told according including such both either neither all any each every some no ' +
    'millions thousands hundreds dozens billions tens scores half one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen away apart together inside outside near across along behind beyond above below despite toward towards upon versus vs'
  ).split(' '),
);

/** Determiners that may stand between "of" and the noun: "three of its smaller bases". */
const determiners: ReadonlySet<string> = new Set('the a an this that these those its his her their our my your all such'.split(' '));

const longestPhrase = 7;

/**
 * The noun phrase that a number counts, from token `at` on: the words up to the first plural noun, or up to the end of the run for a number of one and after a hyphen
 * ("15-member"). Read off the surface; a caller with a parse can do better.
 * @param one the number is one (or a share), so that a singular noun is expected
 */
export function countedAfter(words: Words, at: number, one: boolean): Counted | undefined {
  if (hyphenAt(words, at) && gluedAt(words, at + 1)) return isWord(words, at + 1) ? phrase(words, at + 1, at + 2) : undefined;
  if (lowerAt(words, at) === 'others') return peopleAfter(words, at);
  const of = lowerAt(words, at) === 'of';
  let from = of || /^(?:such|[“"‘])$/.test(lowerAt(words, at)) ? at + 1 : at;
  if (!of && /^\d/.test(textAt(words, from))) from += hyphenAt(words, from + 1) ? 3 : 2;
  if (of) {
    if (lowerAt(words, from) === 'all') from += 1;
    if (determiners.has(lowerAt(words, from))) from += 1;
    if (/^(?:two|three|four|five|six|seven|eight|nine|ten)$/.test(lowerAt(words, from))) from += 1;
    if (lowerAt(words, from) === 'them' || lowerAt(words, from) === 'those') return undefined;
  }
  return (
    pluralPhrase(words, from) ??
    (one && !of ? singularPhrase(words, from) : undefined) ??
    peopleAfter(words, from) ??
    (of ? undefined : attributePhrase(words, from))
  );
}

/** Abbreviations that are function words in lower case. */
const countries: ReadonlySet<string> = new Set(['US', 'IT', 'WHO', 'AM', 'A']);

/** True for a word that may stand in a counted noun phrase. */
export function isWord(words: Words, at: number): boolean {
  const text = textAt(words, at);
  return /^[\p{L}][\p{L}.’'&-]*$/u.test(text) && (!stops.has(lowerAt(words, at)) || countries.has(text));
}

function pluralPhrase(words: Words, from: number): Counted | undefined {
  let last = -1;
  for (let at = from; at < from + longestPhrase; at += 1) {
    if (hyphenAt(words, at) && at > from && gluedAt(words, at + 1)) continue;
    if (last < 0 && at > from && isModelNumber(words, at)) continue;
    if (last < 0 && at > from && (isJoint(words, at) || isPossessive(words, at))) continue;
    if (!isWord(words, at) || (at > from && peopleStates.has(lowerAt(words, at)) && last >= 0)) break;
    const hyphenNext = hyphenAt(words, at + 1) && gluedAt(words, at + 2);
    if (
      isPlural(lowerAt(words, at)) &&
      !hyphenNext &&
      (last < 0 || attributive.has(lowerAt(words, last)) || (/^\p{Lu}/u.test(textAt(words, last)) && /^\p{Ll}/u.test(textAt(words, at))))
    )
      last = at;
    else if (last >= 0) break;
  }
  return last < 0 ? undefined : phrase(words, from, last + 1);
}

/** "digital and physical sales", "Kia and Hyundai vehicles": "and" between two words that go with one noun. */
function isJoint(words: Words, at: number): boolean {
  return lowerAt(words, at) === 'and' && isWord(words, at + 1) && !/^(?:then|later)$/.test(lowerAt(words, at + 1));
}

/** "two Kh-59 missiles", "three new 737 Max jets": digits inside the phrase, with a word after them. */
function isModelNumber(words: Words, at: number): boolean {
  return /^\d{1,4}$/.test(textAt(words, at)) && /^\p{L}/u.test(textAt(words, at + 1)) && !stops.has(lowerAt(words, at + 1));
}

/** "two of Ann's friends": the possessive of a name inside the phrase. */
function isPossessive(words: Words, at: number): boolean {
  return /^['’]s?$/.test(textAt(words, at)) && gluedAt(words, at) && /^\p{Lu}/u.test(textAt(words, at - 1));
}

/** Plurals that modify the noun after them; elsewhere a word in -s after a plural is a verb ("19 fouls proves"). */
const attributive: ReadonlySet<string> = new Set(
  'sports sales arms goods securities earnings communications systems operations savings drugs games materials rights weapons customs services human women men crew veterans airlines electronics robotics police staff aircraft media data'.split(
    ' ',
  ),
);

/** Singulars that stand after a number as an attribute ("an 11 member team"). */
const attributes: ReadonlySet<string> = new Set(
  'member person man woman page seat seater door cylinder bed bedroom room storey story team game race leg nation country state party'.split(
    ' ',
  ),
);

function attributePhrase(words: Words, at: number): Counted | undefined {
  const text = textAt(words, at);
  const abbreviation =
    /^\p{Lu}{2,6}$/u.test(text) && /^[.,;:)]?$/.test(textAt(words, at + 1)) && !/^(?:AM|PM|US|UK|EU|UN|GMT|ET|EST|PT|BST)$/.test(text);
  return attributes.has(lowerAt(words, at)) || abbreviation ? phrase(words, at, at + 1) : undefined;
}

function singularPhrase(words: Words, from: number): Counted | undefined {
  let end = from;
  while (end < from + 4 && isWord(words, end) && !(end > from && /(?:ed|ing|[^s]s)$/.test(lowerAt(words, end)))) end += 1;
  return end === from || (end === from + 1 && /[^e]ed$/.test(lowerAt(words, from))) ? undefined : phrase(words, from, end);
}

/** The tokens as a counted thing, the last one being its head. */
export function phrase(words: Words, from: number, to: number): Counted {
  const start = words.tokens[from]?.start ?? 0;
  const lastToken = words.tokens[to - 1];
  const head = singular(lowerAt(words, to - 1));
  const written = words.text.slice(start, lastToken?.end ?? start);
  return {
    tokenStart: from,
    tokenEnd: to,
    head,
    singular: `${written.slice(0, (lastToken?.start ?? start) - start)}${head}`,
    phrase: written,
  };
}
