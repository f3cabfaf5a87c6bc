import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { everyoneReady, untilRecovered } from './attacks.ts';
import type { Backend } from './backends.ts';
import type { Place } from './calm.ts';
import { checkTopics } from './disturbed.ts';
import type { Disturbed } from './disturbed.ts';
import { feed } from './feeding.ts';
import { serviceNames, startFleet } from './fleet.ts';
import type { Fleet, ServiceName } from './fleet.ts';
import { makeInstallation } from './installation.ts';

/** Services that must say they are not ready while a backend is away. */
const needs: Readonly<Record<Backend['name'], readonly ServiceName[]>> = {
  postgres: ['feed-reader', 'extractor', 'query-api'],
  kafka: ['feed-reader', 'cluster', 'extractor'],
};

async function redDuring(backend: Backend, fleet: Fleet, ms: number): Promise<Set<ServiceName>> {
  const red = new Set<ServiceName>();
  const end = performance.now() + ms;
  while (performance.now() < end) {
    await sleep(500);
    for (const name of needs[backend.name]) if (!(await fleet.isReady(name))) red.add(name);
  }
  return red;
}

/** Stops PostgreSQL and then Kafka for a while under 20 articles a second, and watches what the services say of themselves. No process may be restarted for it. */
export async function runOutage(place: Place, backends: readonly Backend[], options: { seconds: number }): Promise<Disturbed> {
  const begun = performance.now();
  const installation = await makeInstallation('outage', place);
  const fleet = await startFleet(join(place.folder, 'outage'), installation.environment);
  const neverRed: string[] = [];
  let longest = 0;
  try {
    // No service is started while something is away: all that run must get over it by themselves.
    let away = false;
    const feeding = feed(installation, fleet, place.files, 10_000, () => !away);
    feeding.catch(() => undefined);
    for (const name of ['postgres', 'kafka'] as const) {
      // In the middle of a file.
      await sleep(11_500);
      away = true;
      // A reader that is just being started would not get over it: starting needs both.
      while (!(await everyoneReady(fleet))) await sleep(100);
      const backend = backends.find((each) => each.name === name);
      if (backend === undefined) continue;
      place.say(`${name} away for ${options.seconds} s`);
      const ms = options.seconds * 1000;
      const [red] = await Promise.all([redDuring(backend, fleet, ms), name === 'postgres' ? backend.halt(ms) : backend.kill(ms)]);
      for (const service of needs[name]) if (!red.has(service)) neverRed.push(`${service} without ${name}`);
      const took = await untilRecovered(installation, fleet);
      away = false;
      longest = Math.max(longest, took);
      place.say(`${name} is back; recovered in ${(took / 1000).toFixed(1)} s; ready stayed: ${neverRed.join(', ') || 'nowhere'}`);
    }
    await feeding;
    while (!(await installation.isSettled())) await sleep(300);
    const dump = await installation.dump();
    return {
      dump,
      kills: 0,
      deadLettered: await installation.deadLetters(),
      longestRecoverySeconds: Number((longest / 1000).toFixed(1)),
      seconds: Math.round((performance.now() - begun) / 1000),
      topicFaults: await checkTopics(installation, dump),
      neverRed,
      // Every start beyond the first of each service and one of the reader for each file.
      restarts: serviceNames.reduce((sum, name) => sum + fleet.starts(name) - 1, 0) - place.files.length,
    };
  } finally {
    await fleet.stop();
    await installation.close();
  }
}
