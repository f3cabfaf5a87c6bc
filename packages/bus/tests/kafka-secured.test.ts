import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startLocalKafka } from '@copydesk/local';
import { describeOn, testBroker } from '@copydesk/testkit';
import { expect, test } from 'vitest';
import type { KafkaSettings } from '../src/index.ts';
import { createKafkaBus } from '../src/index.ts';
import { articleMessage, idOf, readAll } from './contract/harness.ts';

const jarCache = join(import.meta.dirname, '..', '..', '..', '.copydesk', 'kafka');

/** A key and a certificate for localhost, by the tool that comes with Java; the certificate as a PEM file. */
function makeCertificate(folder: string): { store: string; password: string; caFile: string } {
  const store = join(folder, 'broker.p12');
  const caFile = join(folder, 'ca.pem');
  const password = 'changeit';
  const shared = ['-keystore', store, '-storetype', 'PKCS12', '-storepass', password, '-alias', 'broker'];
  const names = ['-dname', 'CN=localhost', '-ext', 'SAN=DNS:localhost,IP:127.0.0.1', '-ext', 'BC=ca:true'];
  execFileSync('keytool', ['-genkeypair', '-keyalg', 'RSA', '-keysize', '2048', '-validity', '2', ...shared, ...names], { stdio: 'pipe' });
  execFileSync('keytool', ['-exportcert', '-rfc', '-file', caFile, ...shared], { stdio: 'pipe' });
  return { store, password, caFile };
}

describeOn('a broker that wants TLS and a password', await testBroker(), () => {
  test('is served with them, and says no for good without', { timeout: 90_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk secured '));
    const { store, password, caFile } = makeCertificate(folder);
    const port = await freePort();
    const login = 'org.apache.kafka.common.security.plain.PlainLoginModule required user_reader="open sesame";';
    const kafka = await startLocalKafka({
      dataDir: folder,
      jarCache,
      heapMb: 256,
      properties: (ours) => ({
        listeners: `${ours['listeners']},SECURE://127.0.0.1:${port}`,
        'advertised.listeners': `${ours['advertised.listeners']},SECURE://localhost:${port}`,
        'listener.security.protocol.map': `${ours['listener.security.protocol.map']},SECURE:SASL_SSL`,
        'inter.broker.listener.name': 'PLAINTEXT',
        'listener.name.secure.sasl.enabled.mechanisms': 'PLAIN',
        'listener.name.secure.plain.sasl.jaas.config': login,
        'ssl.keystore.type': 'PKCS12',
        'ssl.keystore.location': store,
        'ssl.keystore.password': password,
      }),
    });
    const sasl = { mechanism: 'plain', username: 'reader', password: 'open sesame' } as const;
    const open = (settings: Partial<KafkaSettings>) =>
      createKafkaBus({ brokers: [`localhost:${port}`], tls: { caFile }, sasl, ...settings });
    const buses = [open({}), open({ sasl: { ...sasl, password: 'wrong' } }), open({ tls: true })];
    try {
      const [right, wrong, untrusted] = buses;
      await right!.admin.ensureTopics();
      const producer = await right!.producer({ source: '/test' });
      await producer.send([articleMessage('a', 'secret')]);
      expect((await readAll(right!)).map(idOf)).toEqual(['secret']);

      await expect(wrong!.producer({ source: '/test' })).rejects.toMatchObject({ code: 'refused', transient: false });
      const crashes: unknown[] = [];
      await wrong!.consume({
        group: 'g',
        topics: ['articlesRaw'],
        handler: async () => undefined,
        onCrash: (error) => crashes.push(error),
      });
      await expect.poll(() => crashes, { timeout: 20_000 }).toMatchObject([{ code: 'refused' }]);
      await expect(untrusted!.producer({ source: '/test' })).rejects.toThrow(/certificate is not trusted.*KAFKA_TLS_CA_FILE/);
    } finally {
      await Promise.all(buses.map((bus) => bus.close()));
      await kafka.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
