const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const groupedByDots = /^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/;
const indian = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const plain = /^\d*(?:\.\d+)?$/;
const decimalComma = /^\d+,\d{1,2}$/;
const decimalCommaGrouped = /^\d{1,3}\.\d{3},\d{1,2}$/;
/** No number in an article has more digits; what is longer is an identifier. */
const longest = 30;

/** The value of a token of digits with separators; null when it is none ("10:30", "9/11", "1.2.3"). */
export function digitsValue(token: string): number | null {
  if (token === '' || token.length > longest) return null;
  const first = token.charCodeAt(0);
  if (first !== 0x2e && (first < 0x30 || first > 0x39)) return null;
  if (plain.test(token) && token !== '.') return Number(token);
  if (grouped.test(token) || indian.test(token)) return Number(token.replaceAll(',', ''));
  if (groupedByDots.test(token) || decimalCommaGrouped.test(token)) return Number(token.replaceAll('.', '').replace(',', '.'));
  if (decimalComma.test(token)) return Number(token.replace(',', '.'));
  return null;
}

const slashed = /^(\d{1,3})[/⁄](\d{1,3})$/;
/** Denominators that people write; "9/11", "24/7" and "5/18" are no fractions. */
const usual = new Set([2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 50, 64, 100, 128, 1000]);

/** The value of "1/2" as a token; null for what looks like a date or a score. */
export function slashValue(token: string): number | null {
  const match = slashed.exec(token);
  if (match === null) return null;
  const top = Number(match[1]);
  const bottom = Number(match[2]);
  return top > 0 && top < bottom && usual.has(bottom) ? top / bottom : null;
}

/** The value of "21st", "3rd"; null when the token is no ordinal in digits. */
export function digitOrdinal(token: string): number | null {
  const match = /^(\d{1,4}|\d{1,3},\d{3})(?:st|nd|rd|th)$/i.exec(token);
  return match === null ? null : Number((match[1] ?? '').replace(',', ''));
}
