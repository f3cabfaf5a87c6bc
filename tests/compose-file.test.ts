import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { composeFaults, settingsIn, variablesIn } from '../scripts/compose-rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const file = read('docker-compose.yml');
const sources = globSync(['services/*/src/config.ts', 'packages/runtime/src/*environment.ts', 'packages/cli/src/store/init.ts'], {
  cwd: root,
});
const surroundings = {
  settings: new Set(sources.flatMap((source) => settingsIn(read(source)))),
  explained: new Set(variablesIn(read('.env.example'))),
};

test('the compose file follows the rules', () => {
  expect(surroundings.settings.size).toBeGreaterThan(20);
  expect(composeFaults(file, surroundings)).toEqual([]);
});

/** Each breaks one thing; the text must stand in the file. */
const broken: readonly (readonly [string, string | RegExp, string, RegExp])[] = [
  ['no health check', /healthcheck: &healthcheck\n {4}test: .*\n/, 'healthcheck: &healthcheck\n', /^query-api has no health check$/],
  ['no restart', 'restart: unless-stopped\n  init: true', 'init: true', /^extractor is not started again/],
  ['no memory limit', /mem_limit: \$\{POSTGRES_MEMORY.*\n/, '\n', /^postgres has no memory limit$/],
  ['a writable root', 'read_only: true', 'read_only: false', /^cluster may write to its root$/],
  ['root', "user: '1000:1000'", "user: 'root'", /^feed-reader runs as root$/],
  ['no user', "user: '1000:1000'", "container_name: ''", /^feed-reader runs as root$/],
  ['all capabilities', 'cap_drop: [ALL]', 'cap_drop: []', /^extractor keeps capabilities$/],
  ['more privileges', "'no-new-privileges:true'", "'label:disable'", /^extractor may gain privileges$/],
  ['privileged', 'shm_size: 128m', 'privileged: true', /^postgres is privileged$/],
  ['the host network', 'shm_size: 128m', 'network_mode: host', /^postgres shares the host's network$/],
  ['a port for everybody', '127.0.0.1:${API_PORT:-8080}:8080', '${API_PORT:-8080}:8080', /^query-api publishes .* beyond 127\.0\.0\.1$/],
  ['a port on all addresses', '127.0.0.1:${POSTGRES_PORT:-15432}:5432', '0.0.0.0:15432:5432', /^postgres publishes .* beyond/],
  [
    'a start without waiting for health',
    'kafka:\n        condition: service_healthy',
    'kafka:\n        condition: service_started',
    /^init does not wait until kafka is healthy$/,
  ],
  [
    'a start before the set-up is done',
    'init:\n      condition: service_completed_successfully',
    'init:\n      condition: service_started',
    /^extractor does not wait until init is done$/,
  ],
  ['a name that nothing reads', 'READER_RUN_ID: compose', 'READER_RUNID: compose', /^feed-reader sets READER_RUNID, which nothing reads$/],
  [
    'a secret',
    'POSTGRES_PASSWORD_FILE: /run/copydesk/postgres-password',
    'POSTGRES_PASSWORD: geheim',
    /^postgres holds a secret: POSTGRES_PASSWORD$/,
  ],
  [
    'a password in an address',
    'postgres://copydesk@postgres',
    'postgres://copydesk:geheim@postgres',
    /^cluster holds a password in DATABASE_URL$/,
  ],
  ['a fixed tag', 'postgres:${POSTGRES_TAG:-18}', 'postgres:18', /^postgres has an image without a tag from \.env$/],
  [
    'an unexplained variable',
    '${CLUSTER_MEMORY:-1536m}',
    '${MEMORY_OF_CLUSTER:-1536m}',
    /^\.env\.example does not explain MEMORY_OF_CLUSTER$/,
  ],
  ['a volume that is not there', '\nvolumes:\n  kafka:\n', '\nvolumes:\n', /^kafka mounts kafka, which is no volume of the file$/],
  ['no YAML', 'services:\n', 'services: [\n', /^the file is no YAML: /],
  ['nothing', /[^]*/, '', /^the file names no services$/],
];

test.each(broken)('a file with %s is refused', (_what, part, instead, says) => {
  const changed = file.replace(part, instead);
  expect(changed).not.toBe(file);
  const faults = composeFaults(changed, surroundings);
  expect(faults.filter((fault) => says.test(fault)).length, faults.join('\n')).toBeGreaterThan(0);
});
