import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fleet } from './fleet.ts';
import type { Installation } from './installation.ts';
import type { MadeRecord } from './made-input.ts';

/** Writes records into NDJSON files of so many lines. @returns their paths, in order. */
export function writeInput(folder: string, records: readonly MadeRecord[], perFile: number): string[] {
  const files: string[] = [];
  for (let at = 0; at < records.length; at += perFile) {
    const file = join(folder, `input-${String(at / perFile).padStart(5, '0')}.ndjson`);
    writeFileSync(
      file,
      records
        .slice(at, at + perFile)
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(''),
    );
    files.push(file);
  }
  return files;
}

/**
 * Gives the reader one file after the other, each not before `everyMs` after the last one began, and waits until the last is read.
 * @param mayBegin holds the next file back while it answers false.
 */
export async function feed(
  installation: Installation,
  fleet: Fleet,
  files: readonly string[],
  everyMs: number,
  mayBegin: () => boolean = () => true,
): Promise<void> {
  for (const [index, file] of files.entries()) {
    while (!mayBegin()) await sleep(100);
    const begun = performance.now();
    const runId = `file-${index}`;
    await fleet.read(runId, [file]);
    while (!(await installation.isRead(runId))) await sleep(100);
    await sleep(Math.max(0, everyMs - (performance.now() - begun)));
  }
}
