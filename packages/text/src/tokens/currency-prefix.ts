/** Currency codes and letters that newsrooms write right before the digits. */
const codes: ReadonlySet<string> = new Set(
  'USD EUR GBP JPY CNY RMB INR AUD CAD CHF HKD NZD SGD SEK NOK DKK KRW RUB ZAR BRL MXN TRY AED SAR THB IDR MYR PHP PLN ILS NIS RM RP RS KSH TK NT'.split(
    ' ',
  ),
);
const dollarCountries: ReadonlySet<string> = new Set('US A AU C CA CAN HK NZ S SG NT'.split(' '));
/** What tells an amount from the number of a model ("PS4"). */
const amount = /^\d{1,3}(?:,\d{3}|\.\d|m\b|bn\b|k\b)/;

/**
 * True when letters are a currency written on the digits after them: "USD10m", "RM23.50", "$US55,931"; "PS2.7m", which is what "£2.7m" becomes in ASCII.
 * @param letters the letters, at most three
 * @param before  the character before them
 * @param rest    the text from the first digit on
 */
export function isCurrencyPrefix(letters: string, before: string, rest: string): boolean {
  const plain = letters.toUpperCase();
  if (letters.length > 3 || (letters !== plain && plain !== 'RS' && plain !== 'RP' && plain !== 'KSH' && plain !== 'TK')) return false;
  if (plain === 'PS') return amount.test(rest);
  return before === '$' ? dollarCountries.has(plain) : codes.has(plain);
}
