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

/** Abbreviations that stand for several offsets (British or Bangladesh time, India, Israel or Ireland …), and the military letters, which RFC 2822 voids. */
const ambiguous = new Set(['bst', 'ist', 'ast', 'sst', 'gst', 'amt', 'pyt', 'ect', 'lt', 'local']);

/**
 * Offset of a zone as written: `Z`, `+0530`, `-3:00`, `GMT+2`, `CEST`.
 * @returns minutes east; `unknown` when the zone is a known word for several offsets; undefined when it is no zone.
 */
export function readZone(raw: string): number | 'unknown' | undefined {
  const zone = raw.toLowerCase();
  const byName = named.get(zone);
  if (byName !== undefined) return byName;
  if (ambiguous.has(zone) || /^[a-y]$/.test(zone)) return 'unknown';
  const numeric = /^(?:gmt|utc|ut)?\s?([+\u2212-])\s?(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (!numeric) return undefined;
  const minutes = Number(numeric[3] ?? 0);
  if (minutes > 59) return undefined;
  return (numeric[1] === '+' ? 1 : -1) * (Number(numeric[2]) * 60 + minutes) + 0;
}
