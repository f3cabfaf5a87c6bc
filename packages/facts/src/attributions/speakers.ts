import type { Entity } from '@copydesk/language';
import { Cast } from './cast.ts';
import { listed, personNouns } from './lexicon/nouns.ts';
import { describe, type NameSpan } from './describe.ts';
import { introductions, retyped } from './introductions.ts';
import { namesWithin } from './name-index.ts';
import { phraseBefore, type View } from './noun-phrase.ts';
import { withItsArticle } from './phrase-text.ts';
import type { Report } from './report.ts';
import { sourceOf } from './subject.ts';
import type { AttributionInput, Speaker } from './types.ts';
import { viaAround } from './via.ts';
import { wordOf, type Word } from './words.ts';

/** Who a report is attributed to, and through whom. */
export interface Attributed {
  speaker: Speaker | null;
  via: string[];
}

/** Names of the article from its parses, in order. */
export function namesOf({ text, parses }: AttributionInput): NameSpan[] {
  return (parses ?? []).flatMap(({ names }) =>
    names.map(({ start, end, type }) => retyped({ start, end, type, text: text.slice(start, end).replace(/['’]s$/u, '') })),
  );
}

/** Makes out the speakers of all reports, in the order in which their cues stand, so that later pronouns and surnames find earlier names. */
export function speakersOf(
  reports: readonly Report[],
  views: readonly View[],
  names: readonly NameSpan[],
  text: string,
  entities: readonly Entity[] = [],
): Map<Report, Attributed> {
  const words = views[0]?.words ?? [];
  const cast = new Cast(names, introductions(words, names, text), gendersOf(entities));
  const acting = subjectsOf(words, names);
  let observed = 0;
  const result = new Map<Report, Attributed>();
  const heard = new Map<Speaker, string[]>();
  const bySource = new Map<string, Speaker | null>();
  const place = (report: Report): number => report.source?.span.start ?? report.content.start;
  for (const report of reports.toSorted((a, b) => place(a) - place(b) || (a.cue?.start ?? 0) - (b.cue?.start ?? 0))) {
    const view = views[report.segment];
    if (view === undefined) continue;
    for (; (acting[observed]?.start ?? Infinity) < place(report); observed += 1) observe(cast, acting[observed], text);
    const key = report.source === null ? '' : `${report.source.span.start} ${report.source.span.end}`;
    const known = report.source === null ? undefined : bySource.get(key);
    const speaker = known !== undefined ? known : speakerOf(report, view, cast, names, text);
    if (report.source !== null) bySource.set(key, speaker);
    const range = rangeOf(view);
    const via = viaAround(view.words, range, report.content, report.source?.span ?? null, report.cue, text).filter(
      (name) => name !== speaker?.name,
    );
    const carrier =
      report.carrier === undefined || report.carrier === null
        ? null
        : describe(report.carrier.words, namesIn(names, report.carrier.words), text);
    if (carrier?.speaker.kind === 'outlet' && carrier.speaker.name !== null && !via.includes(carrier.speaker.name))
      via.push(carrier.speaker.name);
    result.set(report, { speaker, via: inherited(report, speaker, via, heard) });
  }
  return result;
}

function observe(cast: Cast, name: NameSpan | undefined, text: string): void {
  if (name === undefined) return;
  const { start } = name;
  if (name.type === 'PER') return cast.observe(name.text, start);
  const article = { text: text.slice(Math.max(0, start - 4), start).trimEnd(), start: start - 4, end: start - 1 };
  cast.observeBody(withItsArticle(name.text, article, text), start);
}

/** Genders by every form of a name. */
function gendersOf(entities: readonly Entity[]): Map<string, 'female' | 'male'> {
  const genders = new Map<string, 'female' | 'male'>();
  for (const { type, gender, name, aliases } of entities) {
    if (type !== 'PER' || gender === undefined) continue;
    for (const form of [name, ...aliases]) genders.set(form, gender);
  }
  return genders;
}

/** People and bodies that stand as the subject of a clause, in order: whom "he" and "the company" may mean though they have not spoken. */
function subjectsOf(words: readonly Word[], names: readonly NameSpan[]): NameSpan[] {
  const subjects = new Set(words.filter((word) => word.relation === 'nsubj' || word.relation === 'nsubj:pass').map((word) => word.start));
  // A name that opens its sentence, or that a verb follows, acts whatever the parser made of it.
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    const after = words[index + 1];
    const opens = before === undefined || before.sentence !== word.sentence;
    const verb = after !== undefined && after.sentence === word.sentence && (after.upos === 'VERB' || after.upos === 'AUX');
    if (word.upos === 'PROPN' && (opens || verb)) subjects.add(word.start);
  }
  const inside = (name: NameSpan): boolean => {
    for (let at = name.start; at < name.end; at += 1) if (subjects.has(at)) return true;
    return false;
  };
  return names.filter((name) => name.type !== 'LOC' && inside(name));
}

/** Once somebody has told a medium, what "he" adds later in the article was told to it as well. */
function inherited(report: Report, speaker: Speaker | null, via: string[], heard: Map<Speaker, string[]>): string[] {
  if (speaker === null) return via;
  const before = heard.get(speaker);
  if (via.length > 0) heard.set(speaker, via);
  return via.length === 0 && before !== undefined && report.source !== null ? [...before] : via;
}

function rangeOf(view: View): { from: number; to: number } {
  const numbers = view.items.flatMap((item) => (item.word < 0 ? [] : [item.word]));
  return { from: numbers[0] ?? 0, to: (numbers.at(-1) ?? -1) + 1 };
}

const nobody: Speaker = { name: null, role: null, organisation: null, anonymous: true, number: 'many', kind: 'anonymous' };

function speakerOf(report: Report, view: View, cast: Cast, names: readonly NameSpan[], text: string): Speaker | null {
  const { source } = report;
  if (report.hearsay === true) return report.unnamed === undefined ? nobody : { ...nobody, name: report.unnamed };
  if (source === null) return null;
  const at = source.span.start;
  const only = source.words.length === 1 ? source.words[0] : undefined;
  if (only !== undefined && (only.lower === 'who' || only.lower === 'which' || only.lower === 'that')) {
    const antecedent = antecedentOf(view, only);
    const described = antecedent === null ? null : describe(antecedent, namesIn(names, antecedent), text);
    return described === null ? null : cast.settle(described, at);
  }
  if (only !== undefined && (only.lower === 'he' || only.lower === 'she')) {
    const subject = personBefore(view, only);
    const described = subject === null ? null : describe(subject, namesIn(names, subject), text);
    if (described !== null) return cast.settle(described, at);
  }
  if (only !== undefined && (only.upos === 'PRON' || ['he', 'she', 'it', 'they'].includes(only.lower))) return cast.pronoun(only.lower, at);
  const described = describe(source.words, namesIn(names, source.words), text);
  if (described === null) return null;
  return cast.settle(described, at);
}

const namesIn = (names: readonly NameSpan[], words: readonly Word[]): NameSpan[] =>
  namesWithin(names, words[0]?.start ?? 0, words.at(-1)?.end ?? 0);

/** "The farmer was fined; he denies …": somebody without a name whom the main clause before the pronoun, in its own sentence, is about. */
function personBefore(view: View, pronoun: Word): Word[] | null {
  for (const [index, item] of view.items.entries()) {
    const word = wordOf(view.words, item);
    if (word === undefined || word.start >= pronoun.start) return null;
    if (word.relation !== 'nsubj' && word.relation !== 'nsubj:pass') continue;
    const verb = view.words[word.head];
    if (verb?.relation !== 'root' || verb.start > pronoun.start || verb.sentence !== pronoun.sentence) continue;
    const person = word.upos === 'NOUN' ? listed(word.lower, personNouns) : null;
    return person === null || person.plural ? null : sourceOf(view, { from: Math.max(0, index - 1), to: index + 1 }).words;
  }
  return null;
}

/** The noun phrase before "who". */
function antecedentOf(view: View, pronoun: Word): Word[] | null {
  const index = view.items.findIndex((item) => wordOf(view.words, item) === pronoun);
  if (index < 1) return null;
  const run = phraseBefore(view, wordOf(view.words, view.items[index - 1])?.text === ',' ? index - 1 : index);
  return run === null ? null : sourceOf(view, run).words;
}
