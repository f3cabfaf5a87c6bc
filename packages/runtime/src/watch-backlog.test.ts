import { expect, test } from 'vitest';
import { createHealth } from './health.ts';
import { watchBacklog } from './watch-backlog.ts';

test('work that nobody has touched makes the service not alive in the end, and a broker that is away makes it not ready', async () => {
  let time = 0;
  const health = createHealth(() => time, 100);
  const answers: (number | Error)[] = [3, new Error('connection refused'), 0];
  const asked = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let turn = 0;
  const watch = watchBacklog({
    health,
    everyMs: 1,
    ask: async () => {
      const at = Math.min(turn++, 2);
      await asked[at]!.promise;
      const answer = answers[at]!;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((next) => setTimeout(next, 1));
  };
  asked[0]!.resolve();
  await until(() => health.readiness().ready);
  time = 200;
  expect(health.liveness().live).toBe(false);
  asked[1]!.resolve();
  await until(() => !health.readiness().ready);
  expect(health.readiness().conditions['broker']?.detail).toBe('connection refused');
  expect(health.liveness().live).toBe(true);
  asked[2]!.resolve();
  await until(() => health.readiness().ready);
  watch.stop();
});
