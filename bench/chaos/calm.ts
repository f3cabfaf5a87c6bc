import { globSync, statSync } from 'node:fs';
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
  /** Variables of the services beside those that say where things are. */
  environment?: Readonly<Record<string, string>>;
  /** What the names of topics and databases carry beside the run's own, where the broker and the database are shared. */
  mark?: string;
  say: (line: string) => void;
}

/** Bytes of each topic's log on the broker's disk, one replica. */
function topicBytes(folder: string): Record<string, number> {
  const bytes: Record<string, number> = {};
  for (const file of globSync(join(folder, 'kafka', 'data', 'calm.*', '*.log'))) {
    const topic = /calm\.(.+)-\d+$/.exec(join(file, '..'))?.[1];
    if (topic !== undefined) bytes[topic] = (bytes[topic] ?? 0) + statSync(file).size;
  }
  return bytes;
}

/** The undisturbed run: every file in one go. */
export async function runCalm(
  place: Place,
): Promise<{ dump: string[]; seconds: number; bytesPerArticle: { database: number; topics: Record<string, number> } }> {
  const begun = performance.now();
  const installation = await makeInstallation('calm', place);
  const empty = await installation.databaseBytes();
  const fleet = await startFleet(join(place.folder, 'calm'), installation.environment);
  try {
    await fleet.read('calm', place.files);
    while (!(await installation.isRead('calm'))) await sleep(200);
    while (!(await installation.isSettled())) await sleep(300);
    const dump = await installation.dump();
    const seconds = Math.round((performance.now() - begun) / 1000);
    place.say(`undisturbed: ${dump.length} lines in ${seconds} s`);
    const articles = dump.filter((line) => line.includes('"kind":"article"')).length;
    const topics = Object.fromEntries(
      Object.entries(topicBytes(place.folder)).map(([topic, bytes]) => [topic, Math.round(bytes / articles)]),
    );
    const database = Math.round(((await installation.databaseBytes()) - empty) / articles);
    return { dump, seconds, bytesPerArticle: { database, topics } };
  } finally {
    await fleet.stop();
    await installation.close();
  }
}
