import { comparatorBefore, currencyBySign } from '@copydesk/text';
import type { NumberMention } from '@copydesk/text';
import { gluedAt, hyphenAt, lowerAt, textAt } from './candidate.ts';
import type { Words } from './candidate.ts';
import { monthNames, weekdayNames } from './calendar-words.ts';

/** Nouns that a number after them tells apart: "page 12", "category 4", "flight 370". */
const labels: ReadonlySet<string> = new Set(
  (
    'page pages p p. pp pp. chapter section article articles act clause paragraph figure fig fig. table appendix annex volume vol vol. part verse line lines no no. nos nos. number numbers № # n° type category class grade level stage phase ' +
    'tier group pool game match week day round lap heat leg set episode series season book version release model mark mk generation gen route highway interstate motorway road rte flight train bus line platform gate ' +
    'terminal runway pier berth room suite apartment apt apt. unit block building floor ward district zone area precinct region sector lot plot channel track station studio exit junction case rule law bill title form schedule ' +
    'proposition prop prop. amendment resolution question item point point. chapter psalm matthew mark luke john step option plan tranche bracket division formula update upgrade firmware patch local windows iphone ipad galaxy playstation ps xbox android ios boeing airbus ' +
    'apollo soyuz shuttle falcon starship voyager pioneer hurricane storm typhoon reactor area pier zip code postcode extension ext ext. isbn covid vitamin omega schedule seed caption slide photo photos image picture ranked rank ranks ranking seeded fortune ftse nikkei dax cac russell nasdaq stoxx p bottom'
  ).split(' '),
);

const streetWords =
  /^(?:street|st|st\.|road|rd|rd\.|avenue|ave|ave\.|lane|ln|drive|boulevard|blvd|blvd\.|way|court|place|pl|pl\.|square|terrace|parkway|crescent|close|row)$/;

/** True for a number that names something: an identifier, a model, an address, a page. Never a quantity. */
export function isLabel(words: Words, number: NumberMention, hasUnit: boolean, hasNoun: boolean): boolean {
  return (
    isGluedToName(words, number) ||
    isAfterLabel(words, number, hasUnit) ||
    isBeforeModelName(words, number) ||
    isIdentifier(words, number) ||
    isPageOf(words, number) ||
    isAfterName(words, number, hasUnit, hasNoun) ||
    isAddress(words, number, hasUnit) ||
    isPartOfCode(words, number, hasUnit)
  );
}

/** "Covid-19", "F-16", "TPP-11": a hyphen ties the digits to a word. */
function isGluedToName(words: Words, number: NumberMention): boolean {
  const { tokenStart: start } = number;
  if (number.form === 'words' || !hyphenAt(words, start - 1) || !gluedAt(words, start)) return false;
  const left = textAt(words, start - 2);
  if (gluedAt(words, start - 2) && /^\d/.test(textAt(words, start - 3))) return false;
  if (!/^[\p{L}]/u.test(left) || currencyBySign(left) !== undefined) return false;
  return (
    !/^(?:minus|sub|plus|to|now|magnitude|a|mid|under|over|age|aged|and|or|million|billion|thousand|hundred)$/i.test(left) &&
    !/^\d/.test(left)
  );
}

/** True for the sizes of pictures: "4K screen", "1080p". They look like amounts of thousands and of pence. */
export function isPictureSize(words: Words, number: NumberMention): boolean {
  const lines = textAt(words, number.tokenStart);
  if (
    /^(?:240|360|480|720|1080|1440|2160|4320)$/.test(lines) &&
    /^[pi]$/.test(textAt(words, number.tokenStart + 1)) &&
    gluedAt(words, number.tokenStart + 1)
  )
    return true;
  return textAt(words, number.tokenEnd - 1) === 'K' && (number.value ?? 0) <= 16_000 && !lowerAt(words, number.tokenEnd).endsWith('s');
}

/** "1 / 18": the place in a series. */
function isPageOf(words: Words, number: NumberMention): boolean {
  const { tokenStart: start, tokenEnd: end } = number;
  return (
    (textAt(words, end) === '/' && /^\d/.test(textAt(words, end + 1))) ||
    (textAt(words, start - 1) === '/' && /^\d/.test(textAt(words, start - 2)))
  );
}

/** "0108263", "1." before an entry of a list, "Registration number: 130349", "the Group of 20", the company 3M. */
function isIdentifier(words: Words, number: NumberMention): boolean {
  const { tokenStart: start } = number;
  if (number.form === 'digits' && /^0\d/.test(textAt(words, start))) return true;
  if (start === 0 && /^\d{1,2}$/.test(textAt(words, 0)) && /^[.)]$/.test(textAt(words, 1)) && gluedAt(words, 1)) return true;
  if (/^\d{3,}$/.test(textAt(words, start)) && /^\d{3,}$/.test(textAt(words, start - 1)) && number.scale === 1) return true;
  if (textAt(words, start) === '3' && textAt(words, start + 1) === 'M' && gluedAt(words, start + 1)) return true;
  if (
    /^(?:call|calls|called|calling|dial|dialled|dialed|dialling|dialing)$/.test(lowerAt(words, start - 1)) &&
    /^(?:911|999|112|000)$/.test(textAt(words, start))
  )
    return true;
  // Clubs: "the 49ers".
  if (textAt(words, number.tokenEnd) === 'ers' && gluedAt(words, number.tokenEnd)) return true;
  const before = lowerAt(words, start - 1);
  if (before === ':' && /^(?:number|no|no\.|id|code|license|licence|isbn|tel|phone|fax|ref)$/.test(lowerAt(words, start - 2))) return true;
  if (before === 'of' && labels.has(lowerAt(words, start - 3)) && /^\d+$/.test(textAt(words, start - 2))) return true;
  return before === 'of' && /^(?:Group|Gang|Big|Club)$/.test(textAt(words, start - 2));
}

/** "11 Pro", "737 Max", "90049 ZIP Code", "787 Dreamliner" stays a number. */
function isBeforeModelName(words: Words, number: NumberMention): boolean {
  const next = textAt(words, number.tokenEnd);
  if (
    number.form === 'digits' &&
    /^\d+\.\d+(?:\.\d+)*$/.test(textAt(words, number.tokenStart)) &&
    /^(?:update|upgrade|version|firmware|patch|release)$/i.test(next)
  )
    return true;
  return number.form === 'digits' && number.scale === 1 && /^(?:Pro|Max|Plus|Ultra|Mini|Series|ZIP|Zip|Lite|XL|MAX|Turbo)$/.test(next);
}

function isAfterLabel(words: Words, number: NumberMention, hasUnit: boolean): boolean {
  if (number.kind === 'vague' || number.kind === 'fraction') return false;
  const before = lowerAt(words, number.tokenStart - 1);
  if (!labels.has(before)) return false;
  if (before === '#') return true;
  if (
    number.form === 'words' &&
    textAt(words, number.tokenStart) === lowerAt(words, number.tokenStart) &&
    before !== 'number' &&
    before !== 'phase' &&
    before !== 'chapter'
  )
    return false;
  return !hasUnit && number.scale === 1 && !/[,]\d{3}/.test(textAt(words, number.tokenStart));
}

/** "iPhone 11", "Big 12", "Fortune 100": a capitalised word before a bare whole number, with nothing counted after it. */
function isAfterName(words: Words, number: NumberMention, hasUnit: boolean, hasNoun: boolean): boolean {
  const { tokenStart: start } = number;
  const text = textAt(words, start);
  if (hasUnit || number.form === 'words' || number.scale !== 1 || number.kind !== 'cardinal' || !/^\d{1,4}$/.test(text) || start === 0)
    return false;
  const before = textAt(words, start - 1);
  if (!/^\p{Lu}|^[a-z]\p{Lu}/u.test(before) || monthNames.has(before.toLowerCase()) || weekdayNames.has(before.toLowerCase())) return false;
  if (functionStart.has(before.toLowerCase()) || currencyBySign(before) !== undefined) return false;
  if (/^(?:to|-|–|—)$/.test(lowerAt(words, number.tokenEnd)) && /^\d/.test(textAt(words, number.tokenEnd + 1))) return false;
  if (comparatorBefore(words.tokens, start) !== undefined) return false;
  return (
    !hasNoun ||
    (/^\p{Lu}{2,4}$/u.test(before) && !/^(?:US|UK|EU|UN|UAE|NATO|DC|LA|NYC)$/.test(before) && words.text !== words.text.toUpperCase())
  );
}

const functionStart: ReadonlySet<string> = new Set(
  'the a an in on at by for from to of with and or but some about around over under nearly almost roughly at least only just these those all other another between more less than up down what when while since after before as if i he she it they we you his her its their our my your killed wounded'.split(
    ' ',
  ),
);

/** "49 Zorro Ranch Road": a bare number, then capitalised words that end in a kind of street. */
function isAddress(words: Words, number: NumberMention, hasUnit: boolean): boolean {
  if (hasUnit || number.form === 'words' || !/^\d{1,5}$/.test(textAt(words, number.tokenStart))) return false;
  for (let at = number.tokenEnd; at < number.tokenEnd + 5; at += 1) {
    const text = textAt(words, at);
    if (at > number.tokenEnd && streetWords.test(text.toLowerCase()) && /^\p{Lu}/u.test(text)) return true;
    if (at === number.tokenEnd && hyphenAt(words, at) && /^\d+$/.test(textAt(words, at + 1))) {
      at += 1;
      continue;
    }
    if (at === number.tokenEnd && /^(?:Ave|Rue|Via|Calle|Avenue|Boulevard|Place)$/.test(text)) return true;
    if (!/^\p{Lu}|^\d+(?:st|nd|rd|th)$/u.test(text)) return false;
  }
  return false;
}

/** Digits glued to letters that are no unit, or a piece of a longer code: "737-800", "M21 9AB8", "4x4". */
function isPartOfCode(words: Words, number: NumberMention, hasUnit: boolean): boolean {
  const { tokenStart: start, tokenEnd: end } = number;
  if (number.form === 'words') return false;
  if (gluedAt(words, start) && /^[\p{L}_/\\&@*]$/u.test(textAt(words, start - 1)) && currencyBySign(textAt(words, start - 1)) === undefined)
    return true;
  if (!gluedAt(words, end)) return false;
  return /^[_\\@*]/.test(textAt(words, end)) || (!hasUnit && number.suffix === undefined && /^\p{Lu}+\d*$/u.test(textAt(words, end)));
}
