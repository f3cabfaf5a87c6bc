/** A command: takes the arguments after its name, answers with the exit code. */
export interface Command {
  run(args: readonly string[]): Promise<number>;
}

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: () => import('./start/start.ts'),
  dump: () => import('./store/dump.ts'),
  verify: () => import('./store/verify.ts'),
  migrate: () => import('./store/migrate.ts'),
  dlq: () => import('./dead-letters/dlq.ts'),
  init: () => import('./store/init.ts'),
  feeds: () => import('./feeds/feeds.ts'),
  opml: () => import('./feeds/opml.ts'),
  explain: () => import('./explain/explain.ts'),
  read: () => import('./read/read.ts'),
  sites: () => import('./sites/sites.ts'),
  keys: () => import('./keys/keys.ts'),
  forget: () => import('./forget/forget.ts'),
  recluster: () => import('./recluster/recluster.ts'),
  reextract: () => import('./store/reextract.ts'),
  'make-secrets': () => import('./store/make-secrets.ts'),
};

export const commandNames = Object.keys(commands);

/** The loader of a command, undefined when there is none of that name. */
export function findCommand(name: string): (() => Promise<Command>) | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}
