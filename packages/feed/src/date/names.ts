import { readFileSync } from 'node:fs';

const data = JSON.parse(readFileSync(new URL('./data/names.json', import.meta.url), 'utf8')) as { months: string[]; weekdays: string[] };

const months = indexed(data.months, 1);
const weekdays = indexed(data.weekdays, 0);

function indexed(rows: readonly string[], base: number): Map<string, number> {
  return new Map(rows.flatMap((row, index) => row.split(' ').map((name): [string, number] => [name, index + base])));
}

/** 1–12 for a month's name in lower case, of any language known here; undefined for other words and for names that mean different months. */
export function monthOf(word: string): number | undefined {
  return months.get(word);
}

/** 0 (Sunday) – 6 for a weekday's name in lower case. */
export function weekdayNamed(word: string): number | undefined {
  return weekdays.get(word);
}
