import { setTimeout as sleep } from 'node:timers/promises';
import type { Backend } from './backends.ts';
import type { Dice } from './dice.ts';
import { serviceNames } from './fleet.ts';
import type { Fleet, ServiceName } from './fleet.ts';
import type { Installation } from './installation.ts';

/** One thing done to the installation. */
export interface Attack {
  readonly victim: ServiceName | Backend['name'];
  readonly way: 'kill' | 'halt';
  /** How long the victim is away, milliseconds, beside the time to start again. */
  readonly downMs: number;
  /** False lets the next attack come before this one is over. */
  readonly wait: boolean;
}

/** A row of attacks: mostly SIGKILL of services, every fifth on the broker or the database when `backends` says so. Each victim comes up at least once in a long row. */
export function planAttacks(count: number, dice: Dice, options: { backends: boolean }): Attack[] {
  return Array.from({ length: count }, (_, index): Attack => {
    const onBackend = options.backends && index % 5 === 4;
    const way = dice.next() < (onBackend ? 0.4 : 0.15) ? 'halt' : 'kill';
    const wait = onBackend || dice.next() < 0.75;
    if (onBackend) return { victim: index % 10 === 4 ? 'kafka' : 'postgres', way, downMs: 500 + dice.below(5_000), wait };
    // A service that is frozen for longer than the group's patience is a zombie when it wakes up.
    return {
      victim: dice.next() < 0.6 ? ((['extractor', 'cluster'] as const)[dice.below(2)] ?? 'extractor') : dice.pick(serviceNames),
      way,
      downMs: 13_000,
      wait,
    };
  });
}

/** The same number of SIGKILLs for every service, in an order of chance; some come before the last one is over. */
export function planKills(rounds: number, dice: Dice): Attack[] {
  return Array.from({ length: rounds }, () => {
    const left = [...serviceNames];
    return serviceNames.map((): Attack => {
      const [victim = 'extractor'] = left.splice(dice.below(left.length), 1);
      return { victim, way: 'kill', downMs: 0, wait: dice.next() < 0.6 };
    });
  }).flat();
}

const longestRecoveryMs = 120_000;

/** True when all four services say that they are ready. */
export async function everyoneReady(fleet: Fleet): Promise<boolean> {
  const ready = await Promise.all(serviceNames.map((name) => fleet.isReady(name)));
  return ready.every(Boolean);
}

/**
 * Waits until all services are ready again and both consumers have done something since, or have nothing to do.
 * @returns milliseconds.
 */
export async function untilRecovered(installation: Installation, fleet: Fleet): Promise<number> {
  const begun = performance.now();
  const before = await installation.position();
  for (;;) {
    const now = await installation.position();
    const moves = (['cluster', 'extractor'] as const).every((name) => now[name].lag === 0 || now[name].done > before[name].done);
    const took = performance.now() - begun;
    if (moves && (await everyoneReady(fleet))) return took;
    if (took > longestRecoveryMs) return took;
    await sleep(250);
  }
}

/** Carries an attack out. @returns when the victim is back (a backend answers again; a service is being started). */
export async function carryOut(attack: Attack, fleet: Fleet, backends: readonly Backend[]): Promise<void> {
  const { victim, way, downMs } = attack;
  const backend = backends.find(({ name }) => name === victim);
  if (backend !== undefined) {
    await (way === 'kill' ? backend.kill(downMs) : backend.halt(downMs));
    return;
  }
  const name = serviceNames.find((service) => service === victim);
  if (name === undefined) return;
  if (way === 'kill') fleet.kill(name);
  else await fleet.freeze(name, downMs);
}
