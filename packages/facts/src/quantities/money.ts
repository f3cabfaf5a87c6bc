import { currencyBySign, startsUnitName, unitByWord, unitOf } from '@copydesk/text';
import type { Unit } from '@copydesk/text';
import { gluedAt, hyphenAt, lowerAt, textAt } from './candidate.ts';
import type { Words } from './candidate.ts';

/** The currency before a number: "$5", "US$5", "HK $5", "EUR 5", "$-5". */
export function currencyBefore(words: Words, at: number): { unit: Unit; tokenStart: number } | undefined {
  const near = textAt(words, at - 1);
  if (near === '') return undefined;
  const joined = textAt(words, at - 2) + near;
  const long = currencyBySign(joined);
  if (long !== undefined && (gluedAt(words, at - 1) || near === '$')) return { unit: long, tokenStart: at - 2 };
  const short = currencyBySign(near);
  if (short === undefined || !isSignHere(words, at, near)) return undefined;
  return { unit: short, tokenStart: at - 1 };
}

/** A sign counts anywhere; letters only when glued to the number or a code of three capitals. */
function isSignHere(words: Words, at: number, sign: string): boolean {
  if (!/^[A-Za-z]/.test(sign)) return true;
  return gluedAt(words, at) || /^[A-Z]{3}$/.test(sign) || /^(?:Rs|Rs\.|RM|Rp|Rp\.|KSh|Tk)$/.test(sign);
}

/** The currency after a number, in words or as a sign: "5 million Australian dollars", "1,200€", "100 USD", "50 cents", "118.5p". */
export function currencyAfter(words: Words, at: number, value: number, scale: number): { unit: Unit; tokenEnd: number } | undefined {
  const from = hyphenAt(words, at) && gluedAt(words, at + 1) ? at + 1 : at;
  for (let length = startsUnitName(lowerAt(words, from)) ? 4 : 0; length > 0; length -= 1) {
    const phrase = words.lower.slice(from, from + length).join(' ');
    const unit = /^pounds?$/.test(phrase) ? unitOf('GBP') : unitByWord(phrase);
    if (unit?.unitClass !== 'money' || length > words.lower.length - from) continue;
    return isMoneyWord(phrase, value, scale) ? { unit, tokenEnd: from + length } : undefined;
  }
  const sign = textAt(words, at);
  const glued = gluedAt(words, at);
  const penny = unitOf('penny');
  if (penny !== undefined && sign === 'p' && (glued || /^(?:[,.;:)]|at|to|in|and|)$/.test(textAt(words, at + 1))))
    return { unit: penny, tokenEnd: at + 1 };
  const unit = currencyBySign(sign);
  if (/^(?:19|20)\d\d$/.test(textAt(words, at - 1)) && !/^(?:USD|EUR|GBP|JPY|[€$£¥])$/.test(sign)) return undefined;
  if (unit === undefined || (sign.length === 1 && /[A-Za-z]/.test(sign))) return undefined;
  return /^[A-Za-z]{1,2}\.?$/.test(sign) && sign !== 'kn' && !glued ? undefined : { unit, tokenEnd: at + 1 };
}

/** Currency names that are ordinary words count only for amounts that money has. */
function isMoneyWord(phrase: string, value: number, scale: number): boolean {
  if (
    phrase === 'won' ||
    phrase === 'real' ||
    phrase === 'reals' ||
    phrase === 'rand' ||
    phrase === 'dong' ||
    phrase === 'sol' ||
    phrase === 'lev'
  )
    return Math.abs(value) >= 100 && phrase !== 'real' && phrase !== 'reals';
  if (phrase === 'pound' || phrase === 'pounds') return scale >= 1e6;
  return true;
}

/** "$76 US a barrel", "$31.20 U.S.", "$5m Cdn": a country written after an amount in dollars. */
export function dollarCountry(words: Words, at: number, unit: Unit): { unit: Unit; tokenEnd: number } | undefined {
  if (unit.symbol !== 'USD') return undefined;
  const text = textAt(words, at);
  if (text === 'US' || text === 'U.S.' || text === 'U.S' || text === 'USD') return { unit, tokenEnd: at + 1 };
  const other = currencyBySign(text);
  if (other !== undefined && /^[A-Z]{3}$/.test(text)) return { unit: other, tokenEnd: at + 1 };
  const named = /^(?:Canadian|Australian|Cdn|CDN|NZ)$/.test(text)
    ? unitByWord(`${lowerAt(words, at) === 'cdn' ? 'canadian' : lowerAt(words, at)} dollar`)
    : undefined;
  return named === undefined ? undefined : { unit: named, tokenEnd: at + 1 };
}
