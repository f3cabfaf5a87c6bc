/** Currency codes and letters that newsrooms write right before the digits. */
const codes: ReadonlySet<string> = new Set(
  'USD EUR GBP JPY CNY RMB INR AUD CAD CHF HKD NZD SGD SEK NOK DKK KRW RUB ZAR BRL MXN TRY AED SAR THB IDR MYR PHP PLN ILS NIS HK RM RP RS PS KSH TK NT'.split(
    ' ',
  ),
);
const dollarCountries: ReadonlySet<string> = new Set('US A AU C CA CAN HK NZ S SG NT'.split(' '));

/** True when the letters are a currency written on the digits after them: "USD10m", "RM23.50", and after a dollar sign "$US55,931". */
export function isCurrencyPrefix(letters: string, before: string): boolean {
  const plain = letters.toUpperCase();
  if (letters.length > 3 || (letters !== plain && plain !== 'RS' && plain !== 'RP' && plain !== 'KSH' && plain !== 'TK')) return false;
  return before === '$' ? dollarCountries.has(plain) : codes.has(plain);
}
