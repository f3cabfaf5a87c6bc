import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { carryOut, untilRecovered } from './attacks.ts';
import type { Attack } from './attacks.ts';
import type { Backend } from './backends.ts';
import type { Place } from './calm.ts';
import type { Dice } from './dice.ts';
import { feed } from './feeding.ts';
import { startFleet } from './fleet.ts';
import { makeInstallation } from './installation.ts';
import type { Installation } from './installation.ts';

/** What a disturbed run came to. */
export interface Disturbed {
  dump: string[];
  kills: number;
  deadLettered: number;
  longestRecoverySeconds: number;
  seconds: number;
  /** What the compacted topics say otherwise than the ledger. */
  topicFaults: string[];
  /** In an outage: services that said they were ready although what they need was away, and starts of services that should have waited. */
  neverRed?: string[];
  restarts?: number;
}

/** Compares the latest state on the compacted topics with the ledger: what a consumer holds in the end must be what the ledger says. */
export async function checkTopics(installation: Installation, dump: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [topic, kind] of [
    ['facts', 'fact'],
    ['conflicts', 'conflict'],
  ] as const) {
    const live = await installation.latest(topic);
    const objects = dump
      .map((line) => JSON.parse(line) as { kind: string; id: string; statement?: string })
      .filter((each) => each.kind === kind);
    const ids = new Set(objects.map(({ id }) => id));
    for (const { id, statement } of objects) {
      const value = live.get(id);
      if (value === undefined) faults.push(`${topic} lacks ${id}`);
      else if (statement !== undefined && (JSON.parse(value) as { statement?: string }).statement !== statement)
        faults.push(`${topic} has another ${id}`);
    }
    for (const id of live.keys()) if (!ids.has(id)) faults.push(`${topic} still has ${id}`);
  }
  return faults;
}

/** Lets the articles flow while attacks go on, then waits until every article has its outcome. */
export async function runDisturbed(
  place: Place,
  backends: readonly Backend[],
  attacks: readonly Attack[],
  options: { dice: Dice; minutes: number },
): Promise<Disturbed> {
  const begun = performance.now();
  const installation = await makeInstallation('chaos', place);
  const fleet = await startFleet(join(place.folder, 'chaos'), installation.environment);
  const { dice } = options;
  const everyMs = (options.minutes * 60_000) / Math.max(1, place.files.length);
  let longest = 0;
  try {
    const feeding = feed(installation, fleet, place.files, everyMs);
    // A failure is thrown where the feeding is awaited.
    feeding.catch(() => undefined);
    for (const [index, attack] of attacks.entries()) {
      await sleep(1_000 + dice.below(2_000));
      await carryOut(attack, fleet, backends);
      if (!attack.wait) {
        place.say(`${index + 1}/${attacks.length} ${attack.way} ${attack.victim}, and at once`);
        continue;
      }
      const took = await untilRecovered(installation, fleet);
      longest = Math.max(longest, took);
      const { pending, ended } = await installation.outcomes();
      place.say(
        `${index + 1}/${attacks.length} ${attack.way} ${attack.victim}: recovered in ${(took / 1000).toFixed(1)} s; ${ended} ended, ${pending} pending`,
      );
    }
    await feeding;
    while (!(await installation.isSettled())) await sleep(300);
    const dump = await installation.dump();
    return {
      dump,
      kills: attacks.length,
      deadLettered: await installation.deadLetters(),
      longestRecoverySeconds: Number((longest / 1000).toFixed(1)),
      seconds: Math.round((performance.now() - begun) / 1000),
      topicFaults: await checkTopics(installation, dump),
    };
  } finally {
    await fleet.stop();
    await installation.close();
  }
}
