import type { Span } from '@copydesk/text';
import type { Candidate } from './candidate.ts';
import type { Refuse } from './choose.ts';
import { firstFrom, sentenceAt } from './sentences.ts';

/** Characters up to which a line without a full stop is a heading. */
const LONG_HEADING = 100;
/** Characters of a line up to which it is taken for one embedded post. */
const LONG_POST = 400;
/** What embedded posts of social networks end with: a short link to a picture, or the handle of its author in brackets. */
const post = /pic\.twitter\.com\/|\(@\w{1,30}\)/g;

/** Stretches of the text that are somebody's embedded posts: the article shows them and does not say them. */
function embeddedPosts(text: string): Span[] {
  const found: Span[] = [];
  for (const { index } of text.matchAll(post)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    // Looked for nearby only: a hostile text is one long line of handles.
    const back = text.slice(Math.max(0, index - LONG_POST), index).lastIndexOf('\n');
    const on = text.slice(index, index + LONG_POST).indexOf('\n');
    const start = back < 0 ? index - LONG_POST : Math.max(0, index - LONG_POST) + back + 1;
    const end = on < 0 ? (index + LONG_POST > text.length ? text.length : index + LONG_POST) : index + on;
    if (end - Math.max(0, start) <= LONG_POST) found.push({ start: Math.max(0, start), end });
    else found.push({ start: index, end: Math.min(end, index + LONG_POST / 2) });
  }
  return found;
}

/** A short line of its own without a full stop. */
export function isHeading(text: string, { start, end }: Span): boolean {
  return end - start < LONG_HEADING && !/[.!?:;"”’)]$/.test(text.slice(start, end).trim());
}

/**
 * Headings between the paragraphs: short lines without a full stop, with a sentence before and behind them. What they say is told by the sentences below; lines without a full stop one
 * after the other are a list, and told by themselves.
 */
function headingsWithin(text: string, sentences: readonly Span[]): ReadonlySet<number> {
  const found = new Set<number>();
  const heading = (index: number): boolean => {
    const sentence = sentences[index];
    return sentence !== undefined && isHeading(text, sentence);
  };
  for (let index = 1; index < sentences.length - 1; index++) {
    const { start = 0, end = 0 } = sentences[index] ?? {};
    if (!heading(index) || (index > 1 && heading(index - 1)) || heading(index + 1)) continue;
    if (text.slice(Math.max(0, start - 3), start).includes('\n') && text.slice(end, end + 4).includes('\n')) found.add(index);
  }
  return found;
}

/** Lines that lead elsewhere: "Read more: …", "Sign up for our newsletter". */
const pointer =
  /^(?:(?:read|see|watch|listen|more)(?: (?:more|also|next|now|live|on this|from))?:|(?:read|see) (?:more|also|next|the full)\b|(?:related|recommended|photos?|video|gallery|editor[’']s picks?)(?: (?:articles?|stories|story|content|topics))?:|click here|sign up|subscribe (?:to|now)|follow us|download (?:our|the) app)/i;
/** Characters of a sentence within which it says that it leads elsewhere. */
const POINTER = 40;

/** Words of somebody who speaks in his own name, or to the reader. */
const own = /(?:^|\s)(?:we|us|our|you|your|my|me|ourselves|myself|yourself)(?:[\s’']|$)|^(?:We|You)(?:[\s’']|$)|^(?:Our|Your|My) \p{Ll}/u;
const self = /^I(?:\s|[’']|$)/;

/** A comment or an address: "I went in", "a scandal that should shame us all", outside any report. What somebody else says with such words is his. */
function inOwnVoice({ subject, object, quote, source }: Candidate): boolean {
  if (quote !== null || source !== null) return false;
  return self.test(subject ?? '') || own.test(subject ?? '') || own.test(object ?? '');
}

/** Leaves out what the article shows without telling it: headings between paragraphs, embedded posts, links, and the writer's own voice. */
export function withoutWhatIsNotTold(
  candidates: readonly Candidate[],
  sentences: readonly Span[],
  text: string,
  refuse: Refuse,
): Candidate[] {
  const headings = headingsWithin(text, sentences);
  const posts = embeddedPosts(text);
  return candidates.filter((candidate) => {
    const { span } = candidate;
    const inHeading = headings.has(sentenceAt(sentences, span.start));
    const shown = posts[firstFrom(posts, span.start, ({ end }) => end - 1)];
    const inPost = shown !== undefined && shown.start < span.end;
    if (inPost) refuse(candidate, 'embedded-post', '');
    else if (inHeading) refuse(candidate, 'heading', '');
    if (inPost || inHeading) return false;
    if (pointer.test(text.slice(span.start, Math.min(span.end, span.start + POINTER)))) {
      refuse(candidate, 'heading', 'a link');
      return false;
    }
    if (inOwnVoice(candidate)) {
      refuse(candidate, 'own-voice', '');
      return false;
    }
    return true;
  });
}
