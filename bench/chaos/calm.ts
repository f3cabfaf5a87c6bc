import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFleet } from './fleet.ts';
import { makeInstallation } from './installation.ts';

/** Where a run takes place. */
export interface Place {
  folder: string;
  files: readonly string[];
  brokers: string;
  postgres: string;
  say: (line: string) => void;
}

/** The undisturbed run: every file in one go. */
export async function runCalm(place: Place): Promise<{ dump: string[]; seconds: number }> {
  const begun = performance.now();
  const installation = await makeInstallation('calm', place);
  const fleet = await startFleet(join(place.folder, 'calm'), { ...installation.environment });
  try {
    await fleet.read('calm', place.files);
    while (!(await installation.isRead('calm'))) await sleep(200);
    while (!(await installation.isSettled())) await sleep(300);
    const dump = await installation.dump();
    const seconds = Math.round((performance.now() - begun) / 1000);
    place.say(`undisturbed: ${dump.length} lines in ${seconds} s`);
    return { dump, seconds };
  } finally {
    await fleet.stop();
    await installation.close();
  }
}
