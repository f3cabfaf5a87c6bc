import { Kind, kindAt } from './characters.ts';

/** Letters that stay with the digits before them: ordinals and decades. */
const suffix = /^(?:st|nd|rd|th|s)$/i;

/**
 * End of the number that starts at `start`: digits with separators between them ("1,200.5", "10:30", "9/11", "713-853-3989"), ordinals ("20th"), decades ("1990s").
 * A unit written on ("5m", "10pm", "3km") is a token of its own.
 */
export function numberEnd(text: string, start: number, limit: number): number {
  let at = start;
  let hyphens = 0;
  let letters = 0;
  while (at < limit) {
    if (kindAt(text, at) === Kind.digit) at += 1;
    else if ('.,:/'.includes(text.charAt(at)) && at + 1 < limit && kindAt(text, at + 1) === Kind.digit) at += 2;
    else if (text.charAt(at) === '-' && at + 1 < limit && kindAt(text, at + 1) === Kind.digit) {
      hyphens += 1;
      at += 2;
    } else break;
  }
  if (hyphens === 1) return text.indexOf('-', start);
  if (hyphens > 1) return at;
  let end = at;
  while (end < limit && kindAt(text, end) === Kind.letter) {
    end += 1;
    letters += 1;
  }
  if (letters === 0) return at;
  const tail = text.slice(at, end);
  return suffix.test(tail) || (letters === 1 && tail !== tail.toLowerCase()) ? end : at;
}
