/** Titles and ranks that stand before a person's name and are not part of it; compared in lower case without a final full stop. */
const titles: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mister madam dr doctor prof professor sir dame lord lady baron baroness king queen prince princess duke duchess emperor sultan emir sheikh ' +
    'president vice-president premier chancellor minister secretary governor gov mayor senator sen representative rep congressman congresswoman councillor commissioner ' +
    'ambassador consul judge justice magistrate attorney marshal chief general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl private admiral ' +
    'commander commodore brigadier officer inspector detective constable sheriff deputy superintendent coach manager director chairman chairwoman chair ceo spokesman spokeswoman spokesperson ' +
    'pope bishop archbishop cardinal reverend rev father fr sister brother rabbi imam ayatollah mullah pastor saint st aunt uncle grandma grandpa mum mom dad former ex-president'
  ).split(' '),
);

/** True when a word is a title that stands before names. */
export function isTitle(word: string): boolean {
  const lower = word.toLowerCase();
  return titles.has(lower.endsWith('.') ? lower.slice(0, -1) : lower);
}
