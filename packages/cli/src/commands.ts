/** A command: takes the arguments after its name, answers with the exit code. */
export interface Command {
  /** How it is called, as text of one or more lines. */
  usage: string;
  run(args: readonly string[]): Promise<number>;
}

interface Entry {
  /** What it does, in a few words. */
  does: string;
  load: () => Promise<Command>;
}

const commands: Readonly<Record<string, Entry>> = {
  start: { does: 'bring up broker, database and services, and read files', load: () => import('./start/start.ts') },
  read: { does: 'read files, folders, archives or pages', load: () => import('./read/read.ts') },
  feeds: { does: 'list, add, test, pause, retry and remove feeds', load: () => import('./feeds/feeds.ts') },
  opml: { does: 'import and export lists of feeds', load: () => import('./feeds/opml.ts') },
  sites: { does: 'check rules for single sites', load: () => import('./sites/sites.ts') },
  keys: { does: 'keys of programs that push articles', load: () => import('./keys/keys.ts') },
  explain: { does: 'sentences of an article, with facts kept and refused', load: () => import('./explain/explain.ts') },
  forget: { does: 'take articles out for good', load: () => import('./forget/forget.ts') },
  dump: { does: 'the canonical dump of the ledger', load: () => import('./store/dump.ts') },
  verify: { does: 'check every piece of evidence in the ledger', load: () => import('./store/verify.ts') },
  dlq: { does: 'messages that could not be processed', load: () => import('./dead-letters/dlq.ts') },
  recluster: { does: 'what other rules of clustering would change', load: () => import('./recluster/recluster.ts') },
  reextract: { does: 'read all articles for facts again', load: () => import('./store/reextract.ts') },
  init: { does: 'create topics and tables, or check them', load: () => import('./store/init.ts') },
  migrate: { does: 'bring the database to this version', load: () => import('./store/migrate.ts') },
  'make-secrets': { does: 'make the database password of a container set-up', load: () => import('./store/make-secrets.ts') },
};

export const commandNames = Object.keys(commands);

/** The loader of a command, undefined when there is none of that name. */
export function findCommand(name: string): (() => Promise<Command>) | undefined {
  return Object.hasOwn(commands, name) ? commands[name]?.load : undefined;
}

/** All commands with what they do, as text. */
export function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`);
  return ['usage: copydesk COMMAND [OPTIONS]', ...lines, '`copydesk COMMAND --help` says how a command is called.'].join('\n');
}
