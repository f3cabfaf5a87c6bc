import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startLocalKafka } from '@copydesk/local';
import type { LocalKafka } from '@copydesk/local';
import { describeOn, makeCertificate, testBroker } from '@copydesk/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bus, KafkaSettings } from '../src/index.ts';
import { createKafkaBus } from '../src/index.ts';
import { articleMessage, idOf, readAll } from './contract/harness.ts';

const jarCache = join(import.meta.dirname, '..', '..', '..', '.copydesk', 'kafka');
const loginModule = 'org.apache.kafka.common.security';

// A broker of its own; where the shared one cannot run, neither can this.
describeOn('a broker that wants TLS and a password', await testBroker(), () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk secured '));
  const { key, certificate } = makeCertificate(['localhost', '127.0.0.1']);
  const caFile = join(folder, 'ca.pem');
  const otherCaFile = join(folder, 'other.pem');
  const buses: Bus[] = [];
  let kafka: LocalKafka;
  let port: number;

  const users = {
    plain: { mechanism: 'plain', username: 'reader', password: 'open sesame' },
    'scram-sha-256': { mechanism: 'scram-sha-256', username: 'desk-256', password: 'secret-256' },
    'scram-sha-512': { mechanism: 'scram-sha-512', username: 'desk-512', password: 'secret-512' },
  } as const;
  const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

  function open(settings: Partial<KafkaSettings>): Bus {
    const bus = createKafkaBus({ brokers: [`localhost:${port}`], tls: { caFile }, ...settings });
    buses.push(bus);
    return bus;
  }

  beforeAll(async () => {
    port = await freePort();
    writeFileSync(caFile, certificate);
    writeFileSync(otherCaFile, makeCertificate(['localhost']).certificate);
    kafka = await startLocalKafka({
      dataDir: folder,
      jarCache,
      heapMb: 256,
      scramUsers: (['scram-sha-256', 'scram-sha-512'] as const).map((mechanism) => ({
        mechanism: mechanism === 'scram-sha-256' ? 'SCRAM-SHA-256' : 'SCRAM-SHA-512',
        name: users[mechanism].username,
        password: users[mechanism].password,
      })),
      properties: (ours) => ({
        listeners: `${ours['listeners']},SECURE://127.0.0.1:${port}`,
        'advertised.listeners': `${ours['advertised.listeners']},SECURE://localhost:${port}`,
        'listener.security.protocol.map': `${ours['listener.security.protocol.map']},SECURE:SASL_SSL`,
        'inter.broker.listener.name': 'PLAINTEXT',
        'listener.name.secure.sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
        'listener.name.secure.plain.sasl.jaas.config': `${loginModule}.plain.PlainLoginModule required user_reader="open sesame";`,
        'listener.name.secure.scram-sha-256.sasl.jaas.config': `${loginModule}.scram.ScramLoginModule required;`,
        'listener.name.secure.scram-sha-512.sasl.jaas.config': `${loginModule}.scram.ScramLoginModule required;`,
        'ssl.keystore.type': 'PEM',
        'ssl.keystore.key': key,
        'ssl.keystore.certificate.chain': certificate,
      }),
    });
  }, 60_000);
  afterAll(async () => {
    await Promise.all(buses.map((bus) => bus.close()));
    await kafka.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(mechanisms)('sends, reads and consumes by %s', { timeout: 60_000 }, async (mechanism) => {
    const bus = open({ sasl: users[mechanism], topicPrefix: `${mechanism}.` });
    await bus.admin.ensureTopics();
    const producer = await bus.producer({ source: '/test' });
    await producer.send([articleMessage('a', mechanism)]);
    expect((await readAll(bus)).map(idOf)).toEqual([mechanism]);
    const seen: string[] = [];
    await bus.consume({
      group: `g-${mechanism}`,
      topics: ['articlesRaw'],
      handler: async ({ messages }) => void seen.push(...messages.map(idOf)),
      onCrash: (error) => seen.push(String(error)),
    });
    await expect.poll(() => seen, { timeout: 20_000 }).toEqual([mechanism]);
  });

  test.each(mechanisms)('a wrong password is refused for good by %s, in one sentence', { timeout: 60_000 }, async (mechanism) => {
    const wrong = open({ sasl: { ...users[mechanism], password: 'wrong' } });
    const error = await wrong.producer({ source: '/test' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'refused', transient: false, message: expect.stringMatching(/authentication/i) as string });
    expect(String(error)).not.toContain('wrong');
    const crashes: unknown[] = [];
    await wrong.consume({ group: 'g', topics: ['articlesRaw'], handler: async () => undefined, onCrash: (crash) => crashes.push(crash) });
    await expect.poll(() => crashes, { timeout: 20_000 }).toMatchObject([{ code: 'refused' }]);
  });

  test('a certificate that the authority given does not vouch for is refused for good', { timeout: 60_000 }, async () => {
    for (const tls of [true, { caFile: otherCaFile }])
      await expect(open({ sasl: users.plain, tls }).producer({ source: '/test' })).rejects.toThrow(
        /certificate is not trusted.*KAFKA_TLS_CA_FILE/,
      );
  });
});
