import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createKafkaBus } from '@copydesk/bus';
import { countOutcomes } from '@copydesk/storage';
import { createTestDatabase, describeOn, madeArticles, testBroker, testPostgres, testPrefix } from '@copydesk/testkit';
import { expect, it } from 'vitest';
import { openInstallation } from './four-services.ts';

const broker = await testBroker();
const postgres = await testPostgres();
const cli = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url));

describeOn('dead letters, on PostgreSQL', postgres, (server) => {
  describeOn('and Kafka', broker, (brokers) => {
    it('are listed, shown and sent again after a fix, each ending once', async () => {
      const { url, drop } = await createTestDatabase(server);
      const topicPrefix = testPrefix();
      const bus = createKafkaBus({ brokers, topicPrefix, sessionTimeoutMs: 6_000 });
      const installation = await openInstallation({ databaseUrl: url, bus, groupPrefix: topicPrefix });
      const dlq = async (...args: string[]) => {
        const env = { ...process.env, DATABASE_URL: url, KAFKA_BROKERS: brokers.join(','), KAFKA_TOPIC_PREFIX: topicPrefix };
        return (await promisify(execFile)(process.execPath, [cli, 'dlq', ...args], { env })).stdout;
      };
      const rename = async (from: string, to: string) => await installation.database.schema.alterTable(from).renameTo(to).execute();

      // Something is wrong with the installation that no waiting mends.
      await rename('mentions', 'mentions_away');
      const articles = madeArticles(12);
      await installation.offer(articles);
      await installation.replay();
      expect(await countOutcomes(installation.database)).toEqual({ 'dead-letter': 12 });

      const letters = (await dlq('list', '--json'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; code: string });
      expect(letters.map(({ code }) => code)).toEqual(Array.from({ length: 12 }, () => 'step-failed'));
      expect(await dlq('list')).toContain('12  articles.clustered.v1  step-failed');
      expect(await dlq('show', letters[0]!.id)).toContain(articles[0]!.articleId);

      await rename('mentions_away', 'mentions');
      await dlq('drop', letters[11]!.id);
      expect(JSON.parse(await dlq('redrive', '--all', '--json'))).toEqual({ redriven: 11, before: 1, shortened: 0 });
      await installation.replay();
      expect(await countOutcomes(installation.database)).toEqual({ facts: 11, 'dead-letter': 1 });
      const dump = await installation.dump();

      expect(JSON.parse(await dlq('redrive', '--all', '--json'))).toEqual({ redriven: 0, before: 12, shortened: 0 });
      expect((await dlq('list')).trim()).toBe('No dead letters.');
      await installation.replay();
      expect(await installation.dump()).toBe(dump);
      await installation.close();
      await bus.close();
      await drop();
    }, 120_000);
  });
});
