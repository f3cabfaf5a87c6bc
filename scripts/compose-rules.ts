import { parse } from 'yaml';

/** What the rules need to know beside the file. */
export interface Surroundings {
  /** Names of variables that our programs read. */
  readonly settings: ReadonlySet<string>;
  /** Names of variables that `.env.example` explains. */
  readonly explained: ReadonlySet<string>;
}

type Members = Readonly<Record<string, unknown>>;

const members = (value: unknown): Members =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Members) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Variables of the image, beside those of our programs. */
const ofImages = /^(?:KAFKA_|CLUSTER_ID$|POSTGRES_|NODE_)/;
const secretName = /PASSWORD|SECRET|TOKEN|API_KEY|PASSPHRASE/;
const interpolation = /\$\{([A-Z][A-Z0-9_]*)/g;

/** One thing that every service must have, or must not. Answers with what is wrong, in words. */
type Rule = (service: Members, around: { isOurs: boolean; isOnce: boolean; all: Members; settings: ReadonlySet<string> }) => string[];

const rules: readonly Rule[] = [
  ({ healthcheck }, { isOnce }) => {
    const { test, disable } = members(healthcheck);
    if (isOnce) return disable === true ? [] : ['a one-shot service has a health check that never passes'];
    return disable === true || list(test).length < 2 ? ['has no health check'] : [];
  },
  ({ restart }, { isOnce }) => (isOnce || restart === 'unless-stopped' ? [] : ['is not started again when it ends']),
  ({ mem_limit: limit }) => (text(limit) === '' ? ['has no memory limit'] : []),
  ({ privileged, network_mode: network, cap_add: added }, { isOnce }) => [
    ...(privileged === true ? ['is privileged'] : []),
    ...(network === 'host' ? ["shares the host's network"] : []),
    ...(!isOnce && list(added).length > 0 ? ['is given capabilities'] : []),
  ],
  ({ read_only: readOnly, user, cap_drop: dropped, security_opt: options }, { isOurs, isOnce }) => {
    if (!isOurs) return [];
    return [
      ...(!isOnce && readOnly !== true ? ['may write to its root'] : []),
      ...(!isOnce && /^(?:|root|0)(?::|$)/.test(text(user)) ? ['runs as root'] : []),
      ...(list(dropped).includes('ALL') ? [] : ['keeps capabilities']),
      ...(list(options).includes('no-new-privileges:true') ? [] : ['may gain privileges']),
    ];
  },
  ({ ports }) =>
    list(ports).flatMap((port) =>
      /^127\.0\.0\.1:[^:]+(?::-?\d+\})?:\d+$/.test(text(port)) ? [] : [`publishes ${text(port) || 'a port'} beyond 127.0.0.1`],
    ),
  ({ depends_on: needs }, { all }) =>
    Object.entries(members(needs)).flatMap(([name, need]) => {
      const { condition } = members(need);
      const isOneShot = members(all[name])['restart'] === 'no';
      const wanted = isOneShot ? 'service_completed_successfully' : 'service_healthy';
      return condition === wanted ? [] : [`does not wait until ${name} is ${isOneShot ? 'done' : 'healthy'}`];
    }),
  ({ depends_on: needs }, { isOurs, isOnce }) =>
    isOurs && !isOnce && Object.keys(members(needs)).length === 0 ? ['waits for nothing'] : [],
  ({ depends_on: needs }) => (Array.isArray(needs) ? ['does not say what it waits for'] : []),
  ({ environment }, { isOurs, settings }) =>
    Object.entries(members(environment)).flatMap(([name, value]) => {
      const known = settings.has(name) || (!isOurs && ofImages.test(name));
      return [
        ...(known ? [] : [`sets ${name}, which nothing reads`]),
        ...(secretName.test(name) && !name.endsWith('_FILE') && !/^\$\{[A-Z0-9_]+(?::?[-?][^}]*)?\}$/.test(text(value))
          ? [`holds a secret: ${name}`]
          : []),
        ...(/\/\/[^:@/\s]*:[^@/\s]+@/.test(text(value)) ? [`holds a password in ${name}`] : []),
      ];
    }),
  ({ environment }) => (Array.isArray(environment) ? ['writes its environment as a list'] : []),
  ({ image }) => (image !== undefined && !/:\$\{[A-Z_]+:-[^}]+\}$/.test(text(image)) ? ['has an image without a tag from .env'] : []),
];

/** Everything in a compose file that breaks a rule, one sentence a fault, beginning with the service's name. A file that cannot be parsed is one fault. */
export function composeFaults(file: string, { settings, explained }: Surroundings): string[] {
  let parsed: Members;
  try {
    parsed = members(parse(file, { merge: true }));
  } catch (error) {
    return [`the file is no YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`];
  }
  const all = members(parsed['services']);
  if (Object.keys(all).length === 0) return ['the file names no services'];
  const faults = Object.entries(all).flatMap(([name, value]) => {
    const service = members(value);
    const around = { isOurs: service['build'] !== undefined, isOnce: service['restart'] === 'no', all, settings };
    return rules.flatMap((rule) => rule(service, around)).map((fault) => `${name} ${fault}`);
  });
  const volumes = new Set(Object.keys(members(parsed['volumes'])));
  for (const [name, value] of Object.entries(all))
    for (const mount of list(members(value)['volumes'])) {
      const source = text(mount).split(':')[0] ?? '';
      if (/^[a-z]/.test(source) && !volumes.has(source)) faults.push(`${name} mounts ${source}, which is no volume of the file`);
    }
  for (const [, name = ''] of file.matchAll(interpolation)) if (!explained.has(name)) faults.push(`.env.example does not explain ${name}`);
  return [...new Set(faults)];
}

/** Names of the variables that a program's configuration is read from: the members of its schema, as they stand in its source. */
export function settingsIn(source: string): string[] {
  return [...source.matchAll(/^\s*([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+):/gm)].flatMap(([, name]) => name ?? []);
}

/** Names of the variables that an example of `.env` explains, commented out or not. */
export function variablesIn(example: string): string[] {
  return [...example.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].flatMap(([, name]) => name ?? []);
}
