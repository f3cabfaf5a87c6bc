// Makes src/date/data/names.json from the CLDR data inside Node's ICU: `node packages/feed/training/calendar-names.ts`. Names that two languages use
// for different months (or days) are left out, and printed.
import { writeFileSync } from 'node:fs';

const locales = (
  'en de fr es pt it nl sv da nb nn fi pl cs sk sl hr sr sr-Latn bs mk bg ro hu tr el ru uk be et lv lt is ga cy ca eu gl sq id ms vi af sw az kk uz ' +
  'ka hy he ar fa hi bn ta te ml mr gu th tl'
).split(' ');

/** In use, and not in CLDR's forms. */
const more: Readonly<Record<string, number>> = { sept: 9, ιούλ: 7, ιουλ: 7, σεπ: 9, μαϊ: 5, ιουν: 6 };

type Names = Map<string, Set<number>>;

function add(names: Names, raw: string, value: number): void {
  const name = raw.toLowerCase().normalize('NFKC').replace(/\.$/, '').trim();
  if (name.length < 2 || !/^\p{L}[\p{L}\p{M}]*$/u.test(name)) return;
  names.set(name, (names.get(name) ?? new Set()).add(value));
}

function rows(names: Names, from: number, count: number): string[] {
  const clear = [...names].filter(([, values]) => values.size === 1);
  console.log(
    'left out:',
    [...names]
      .filter(([, values]) => values.size > 1)
      .map(([name, values]) => `${name} ${[...values].join('/')}`)
      .join(', '),
  );
  return Array.from({ length: count }, (_, index) =>
    clear
      .filter(([, values]) => values.has(index + from))
      .map(([name]) => name)
      .sort()
      .join(' '),
  );
}

const months: Names = new Map();
const weekdays: Names = new Map();
for (const locale of locales) {
  const calendar = `${locale}-u-ca-gregory-nu-latn`;
  for (const style of ['long', 'short'] as const) {
    const alone = new Intl.DateTimeFormat(calendar, { month: style, timeZone: 'UTC' });
    const within = new Intl.DateTimeFormat(calendar, { day: 'numeric', month: style, year: 'numeric', timeZone: 'UTC' });
    const weekday = new Intl.DateTimeFormat(calendar, { weekday: style, timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      const parts = [alone, within].flatMap((format) => format.formatToParts(Date.UTC(2023, month, 15)));
      for (const part of parts) if (part.type === 'month') add(months, part.value, month + 1);
    }
    for (let day = 0; day < 7; day++) {
      for (const part of weekday.formatToParts(Date.UTC(2023, 0, 1 + day))) if (part.type === 'weekday') add(weekdays, part.value, day);
    }
  }
}
for (const [name, month] of Object.entries(more)) add(months, name, month);
const data = { months: rows(months, 1, 12), weekdays: rows(weekdays, 0, 7) };
writeFileSync(new URL('../src/date/data/names.json', import.meta.url), `${JSON.stringify(data, null, 1)}\n`);
