import { Kind, kindAt } from './characters.ts';

const opening = /^(?:https?:\/\/|ftp:\/\/|www\.)/i;

/**
 * End of the web address, e-mail address, @handle or #tag that starts at `start`; `start` itself when there is none.
 * Closing marks at the end of the chunk are left outside.
 * @param mayHoldMail whether the chunk has an @ at all: without one no mail address is looked for
 */
export function addressEnd(text: string, start: number, limit: number, mayHoldMail: boolean): number {
  const first = text.charAt(start);
  if (first === '@' || first === '#') return tagEnd(text, start, limit);
  if ('hHfFwW'.includes(first) && opening.test(text.slice(start, Math.min(limit, start + 8)))) return trimmed(text, start, limit);
  if (!mayHoldMail) return start;
  const kind = kindAt(text, start);
  if (kind !== Kind.letter && kind !== Kind.digit) return start;
  return mailEnd(text, start, limit);
}

function tagEnd(text: string, start: number, limit: number): number {
  if (start > 0 && kindAt(text, start - 1) !== Kind.space && kindAt(text, start - 1) !== Kind.mark) return start;
  let at = start + 1;
  if (at >= limit || kindAt(text, at) !== Kind.letter) return start;
  while (at < limit && (kindAt(text, at) === Kind.letter || kindAt(text, at) === Kind.digit || text.charAt(at) === '_')) at += 1;
  return at;
}

/** Longest local part of an e-mail address (RFC 5321), so that a long chunk is not read again from each of its words. */
const longestLocalPart = 64;

function mailEnd(text: string, start: number, limit: number): number {
  const stop = Math.min(limit, start + longestLocalPart);
  let at = start;
  while (at < stop && isMailCharacter(text, at)) at += 1;
  if (text.charAt(at) !== '@' || at + 1 >= limit) return start;
  let host = at + 1;
  while (host < limit && isMailCharacter(text, host)) host += 1;
  return host > at + 1 ? trimmed(text, start, host) : start;
}

function isMailCharacter(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === Kind.letter || kind === Kind.digit || '.-_+'.includes(text.charAt(at));
}

function trimmed(text: string, start: number, limit: number): number {
  let end = limit;
  for (let at = start; at < limit; at += 1) if ('<>"“”«»'.includes(text.charAt(at))) end = Math.min(end, at);
  while (end > start + 1 && ".,;:!?)]}'’".includes(text.charAt(end - 1))) end -= 1;
  return end;
}
