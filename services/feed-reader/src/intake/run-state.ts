import { clearIntakeProgress, loadIntakeProgress, saveIntakeProgress, saveIntakeRun } from '@copydesk/storage';
import type { Database, IntakeRun } from '@copydesk/storage';
import type { InputFile } from './list-files.ts';

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

  /** Where to go on in the files of an input that was begun and not finished. Files that changed since are read anew. */
  async begun(input: string): Promise<(file: InputFile) => number> {
    const known = await loadIntakeProgress(this.#database, input);
    return ({ name, fingerprint }) => {
      const place = known.get(name);
      return place !== undefined && place.fingerprint === fingerprint && fingerprint !== '' ? place.position : 0;
    };
  }

  /** Notes that everything before the position has its outcome. */
  reached(input: string, { name, fingerprint }: InputFile, position: number): void {
    if (fingerprint !== '') this.#reached.set(`${input}\n${name}`, { input, file: name, fingerprint, position });
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
