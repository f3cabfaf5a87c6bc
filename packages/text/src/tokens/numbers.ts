import { Kind, kindAt } from './characters.ts';

/** Letters that stay with the digits before them: ordinals and decades. */
const suffix = /^(?:st|nd|rd|th|s)$/i;

/**
 * End of the number that starts at `start`: digits with separators between them ("1,200.5", "10:30", "9/11", "713-853-3989"), ordinals ("20th"), decades ("1990s").
 * A unit written on ("5m", "10pm", "3km") is a token of its own.
 */
export function numberEnd(text: string, start: number, limit: number): number {
  let at = text.charAt(start) === '.' ? start + 1 : start;
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
  return suffix.test(tail) || isCode(text.slice(start, at), tail) ? end : at;
}

/** "83N", "3143C" are codes; in "13.6M", "10W", "120V" the letter is a scale or a unit. */
function isCode(digits: string, letter: string): boolean {
  if (letter.length !== 1 || letter === letter.toLowerCase()) return false;
  return /^\d{4,}$/.test(digits) || !/[MBKTWVAFCGLJPHD]/.test(letter);
}
