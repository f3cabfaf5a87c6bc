import { clearIntakeProgress, loadIntakeProgress, saveIntakeProgress, saveIntakeRun } from '@copydesk/storage';
import type { Database, IntakeRun } from '@copydesk/storage';
import type { Entry, Start } from './item.ts';
import type { InputFile } from './list-files.ts';

/** Where an earlier reading of an input ended in the file of that name, and the version of the file that it read. */
export type Reached = (name: string) => (Start & { fingerprint: string }) | undefined;

/** The entry into a file is kept in a row of its own beside that of the file; no file has such a name. */
const entryName = (file: string): string => `${file}\nentry`;

/** How often the state of a run is written: what was done since then is found unchanged after a crash. */
const WRITE_EVERY_MS = 250;

/** The state of one run of bulk intake in the database: its counts, and how far each file of each input was read. */
export class RunState {
  readonly run: IntakeRun;
  readonly #database: Database;
  readonly #now: () => number;
  #written = Number.NEGATIVE_INFINITY;
  readonly #reached = new Map<string, { input: string; file: string; fingerprint: string; position: number }>();

  /** @param now monotonic milliseconds. */
  constructor(database: Database, run: IntakeRun, now: () => number) {
    this.#database = database;
    this.run = run;
    this.#now = now;
  }

  /** Where an input that was begun and not finished was left. */
  async begun(input: string): Promise<Reached> {
    const known = await loadIntakeProgress(this.#database, input);
    return (name) => {
      const place = known.get(name);
      if (place === undefined || place.fingerprint === '') return undefined;
      const kept = known.get(entryName(name));
      const [, records, version] = /^(\d{1,15}) (.*)$/s.exec(kept?.fingerprint ?? '') ?? [];
      const entry = kept !== undefined && version === place.fingerprint ? { byte: kept.position, position: Number(records) } : undefined;
      return { position: place.position, fingerprint: place.fingerprint, ...(entry === undefined ? {} : { entry }) };
    };
  }

  /** Notes that everything before the position has its outcome, and where the file can be read from. */
  reached(input: string, { name, fingerprint, resumable }: InputFile, position: number, entry: Entry | undefined): void {
    if (fingerprint === '') return;
    this.#reached.set(`${input}\n${name}`, { input, file: name, fingerprint, position });
    if (!resumable || entry === undefined) return;
    const file = entryName(name);
    this.#reached.set(`${input}\n${file}`, { input, file, fingerprint: `${entry.position} ${fingerprint}`, position: entry.byte });
  }

  /** Writes what has changed, when it is time or `now` is given. */
  async write(when: 'due' | 'now'): Promise<void> {
    if (when === 'due' && this.#now() - this.#written < WRITE_EVERY_MS) return;
    await saveIntakeRun(this.#database, this.run);
    for (const [key, entry] of this.#reached) {
      await saveIntakeProgress(this.#database, entry);
      if (this.#reached.get(key) === entry) this.#reached.delete(key);
    }
    this.#written = this.#now();
  }

  /** An input was read to its end. */
  async finished(input: string): Promise<void> {
    for (const [key, entry] of this.#reached) if (entry.input === input) this.#reached.delete(key);
    await clearIntakeProgress(this.#database, input);
  }
}
