import { mix32 } from './hash.ts';

/** On how many days word pairs were said again: a text copied all over in a day has one, the set phrases of a daily notice have one for each day. */
export interface PhraseDays {
  /** Notes that a known pair was said again on a day. */
  note(key: number, day: number): void;
  /** Days on which the pair was said again, an upper bound, at most 31; old days fade. */
  days(key: number): number;
  /** Makes room as the window grows and lets old days fade. Call it once per article. */
  keepUp(documents: number, day: number): void;
  bytes(): number;
  dump(): { cells: Uint8Array; faded: number };
  load(state: { cells: Uint8Array; faded: number }): void;
}

const FIRST_CELLS = 1 << 12;
const MOST_CELLS = 1 << 22;
const CELLS_PER_DOCUMENT = 16;
/** A day is taken from every count in so many: noise from pairs that share a cell goes, what is said daily stays. */
const FADES_EVERY = 4;
const [COUNT, LAST_DAY] = [31, 7];

/** Each pair has two cells and counts for the smaller one. A cell: days in the low five bits, the last day modulo eight above. */
export function createPhraseDays(): PhraseDays {
  let cells = new Uint8Array(FIRST_CELLS);
  let mask = FIRST_CELLS - 1;
  let faded = 0;

  const note = (at: number, day: number): void => {
    const cell = cells[at] ?? 0;
    const count = cell & COUNT;
    if (count > 0 && cell >>> 5 === (day & LAST_DAY)) return;
    cells[at] = Math.min(COUNT, count + 1) | ((day & LAST_DAY) << 5);
  };

  return {
    note(key, day) {
      note(key & mask, day);
      note(mix32(key) & mask, day);
    },
    days: (key) => Math.min((cells[key & mask] ?? 0) & COUNT, (cells[mix32(key) & mask] ?? 0) & COUNT),
    keepUp(documents, day) {
      while (cells.length < MOST_CELLS && documents * CELLS_PER_DOCUMENT > cells.length) {
        const old = cells;
        cells = new Uint8Array(old.length * 2);
        cells.set(old);
        cells.set(old, old.length);
        mask = cells.length - 1;
      }
      if (faded === 0) faded = day;
      if (day - faded < FADES_EVERY) return;
      faded = day;
      for (let at = 0; at < cells.length; at += 1) if (((cells[at] ?? 0) & COUNT) > 0) cells[at] = (cells[at] ?? 1) - 1;
    },
    bytes() {
      return cells.length;
    },
    dump: () => ({ cells, faded }),
    load(state) {
      ({ cells, faded } = { cells: Uint8Array.from(state.cells), faded: state.faded });
      mask = cells.length - 1;
    },
  };
}
