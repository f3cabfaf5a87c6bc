/** Closed word lists of English time expressions. Written for this package. */

/** TIMEX3 period units. `E` keeps decades and centuries apart from days and hours. */
export type Unit =
  'second' | 'minute' | 'hour' | 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year' | 'decade' | 'century' | 'millennium';

const table = <T>(rows: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(rows));

export const monthNames = table<number>({
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
});
/** Need a number beside them, since several are names or words of their own. */
export const monthAbbreviations = table<number>({
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
});
/** ISO weekday, Monday 1. */
export const weekdayNames = table<number>({ monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 });
export const weekdayAbbreviations = table<number>({ mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6, sun: 7 });

export const seasonNames = table<string>({
  spring: 'SP',
  summer: 'SU',
  autumn: 'FA',
  fall: 'FA',
  winter: 'WI',
  springtime: 'SP',
  summertime: 'SU',
  wintertime: 'WI',
});

export const unitNames = table<Unit>({
  second: 'second',
  seconds: 'second',
  minute: 'minute',
  minutes: 'minute',
  min: 'minute',
  mins: 'minute',
  hour: 'hour',
  hours: 'hour',
  hrs: 'hour',
  hr: 'hour',
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  weekend: 'weekend',
  weekends: 'weekend',
  fortnight: 'week',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  year: 'year',
  years: 'year',
  yr: 'year',
  yrs: 'year',
  decade: 'decade',
  decades: 'decade',
  century: 'century',
  centuries: 'century',
  millennium: 'millennium',
  millennia: 'millennium',
});
/** Period designator of a unit in a TIMEX3 value; time units come after "T". */
export const unitCodes: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  millennium: 'L',
};
export const clockUnits: ReadonlySet<Unit> = new Set(['second', 'minute', 'hour']);

export const dayParts = table<string>({
  morning: 'MO',
  dawn: 'MO',
  sunrise: 'MO',
  noon: 'MI',
  midday: 'MI',
  afternoon: 'AF',
  evening: 'EV',
  dusk: 'EV',
  sunset: 'EV',
  night: 'NI',
  midnight: 'NI',
  daytime: 'DT',
  nighttime: 'NI',
  overnight: 'NI',
});

/** Offsets from UTC of zones that name one offset; null where the zone alone leaves summer time open. */
export const zones = table<string | null>({
  gmt: 'Z',
  utc: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  jst: '+09:00',
  kst: '+09:00',
  hst: '-10:00',
  akst: '-09:00',
  akdt: '-08:00',
  aest: '+10:00',
  aedt: '+11:00',
  et: null,
  ct: null,
  mt: null,
  pt: null,
  ist: null,
  hkt: '+08:00',
  sgt: '+08:00',
});

const units = table<number>({
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
});
const tens = table<number>({ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 });
export const cardinals = { units, tens };
export const ordinals = table<number>({
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  'twenty-first': 21,
});
/** Amounts that name no number: the value becomes "PXD" and so on. */
export const vagueAmounts: ReadonlySet<string> = new Set([
  'few',
  'several',
  'some',
  'many',
  'couple',
  'dozen',
  'dozens',
  'numerous',
  'countless',
]);
