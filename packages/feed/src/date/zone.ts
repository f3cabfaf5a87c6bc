/** Minutes east of UTC of the abbreviations that name one offset in news and feeds. RFC 822's own first. */
const named = new Map<string, number>(
  Object.entries({
    ut: 0,
    gmt: 0,
    utc: 0,
    z: 0,
    zulu: 0,
    wet: 0,
    est: -300,
    edt: -240,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
    akst: -540,
    akdt: -480,
    hst: -600,
    nst: -210,
    ndt: -150,
    adt: -180,
    cet: 60,
    cest: 120,
    mez: 60,
    mesz: 120,
    met: 60,
    mest: 120,
    wat: 60,
    cat: 120,
    west: 60,
    eet: 120,
    eest: 180,
    eat: 180,
    sast: 120,
    msk: 180,
    pkt: 300,
    npt: 345,
    wib: 420,
    ict: 420,
    hkt: 480,
    sgt: 480,
    myt: 480,
    awst: 480,
    wita: 480,
    wit: 540,
    jst: 540,
    kst: 540,
    acst: 570,
    acdt: 630,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
    brt: -180,
    art: -180,
    clt: -240,
    clst: -180,
  }),
);

/**
 * Abbreviations that stand for several offsets (India, Israel or Ireland; Atlantic or Arabia), and the military letters, which RFC 2822 voids: a time in
 * one of them is not known.
 */
const ambiguous = new Set(['ist', 'ast', 'sst', 'gst', 'amt', 'pyt', 'ect', 'wst', 'act', 'lt', 'local']);

/** Names whose offset follows from the day: the zones of US broadcasters, and British time, which is only called so in summer. */
const places = new Map([
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
  ['bst', 'Europe/London'],
]);

/** Minutes east of UTC, or a place whose clock it is. `summer`: only if that place keeps summer time then. */
export type Zone = number | { place: string; summer: boolean };

/**
 * A zone as written: `Z`, `+0530`, `-3:00`, `GMT+2`, `CEST`, `ET`, `Europe/Paris`.
 * @returns `unknown` when it is a zone that names no single offset; undefined when it is no zone.
 */
export function readZone(raw: string): Zone | 'unknown' | undefined {
  const zone = raw.toLowerCase();
  const byName = named.get(zone);
  if (byName !== undefined) return byName;
  if (ambiguous.has(zone) || /^[a-y]$/.test(zone)) return 'unknown';
  const place = places.get(zone) ?? (/^[a-z]{3,20}\/[a-z_]{3,20}(?:\/[a-z_]{3,20})?$/.test(zone) && isPlace(raw) ? raw : undefined);
  if (place !== undefined) return { place, summer: zone === 'bst' };
  const numeric = /^(?:gmt|utc|ut)?\s?([+\u2212-])\s?(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (!numeric) return undefined;
  const minutes = Number(numeric[3] ?? 0);
  if (minutes > 59) return undefined;
  return (numeric[1] === '+' ? 1 : -1) * (Number(numeric[2]) * 60 + minutes) + 0;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(place: string): Intl.DateTimeFormat {
  let clock = clocks.get(place);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en', {
      timeZone: place,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    clocks.set(place, clock);
  }
  return clock;
}

function isPlace(name: string): boolean {
  try {
    // Only names that exist are kept, so the cache is bounded by the time zone database.
    return clockOf(name) !== undefined;
  } catch {
    return false;
  }
}

function offsetAt(place: string, at: number): number {
  const part = Object.fromEntries(
    clockOf(place)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute) - at) / 60_000);
}

/**
 * Offset of a zone at a local time (given as if it were UTC, in milliseconds).
 * @returns undefined when the place's clocks show that time twice or never, or are not on summer time as the name says.
 */
export function offsetOf(zone: Zone, local: number): number | undefined {
  if (typeof zone === 'number') return zone;
  const { place, summer } = zone;
  const day = 86_400_000;
  const around = new Set([offsetAt(place, local - day), offsetAt(place, local + day)]);
  const fitting = [...around].filter((offset) => offsetAt(place, local - offset * 60_000) === offset);
  const [only] = fitting;
  return fitting.length !== 1 || (summer && only === 0) ? undefined : only;
}
