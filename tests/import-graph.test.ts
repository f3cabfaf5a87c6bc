import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Member {
  name: string;
  folder: string;
  kind: 'package' | 'service';
  dependencies: Set<string>;
  devDependencies: Set<string>;
}

function members(): Member[] {
  return (['packages', 'services'] as const).flatMap((parent) =>
    readdirSync(join(root, parent))
      .filter((entry) => existsSync(join(root, parent, entry, 'package.json')))
      .map((entry) => {
        const manifest = JSON.parse(readFileSync(join(root, parent, entry, 'package.json'), 'utf8')) as {
          name: string;
          dependencies?: Record<string, string>;
          devDependencies?: Record<string, string>;
        };
        return {
          name: manifest.name,
          folder: join(parent, entry),
          kind: parent === 'packages' ? 'package' : 'service',
          dependencies: new Set(Object.keys(manifest.dependencies ?? {})),
          devDependencies: new Set(Object.keys(manifest.devDependencies ?? {})),
        } satisfies Member;
      }),
  );
}

/** TypeScript files below a folder; links (packages that depend on each other) are not followed. */
function sourcesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'data'].includes(entry.name) ? [] : sourcesOf(path);
    return entry.isFile() && entry.name.endsWith('.ts') ? [join(root, path)] : [];
  });
}

const isTest = (path: string) => /\.test\.ts$|\/tests\/|\/test-data\/|\/training\//.test(path);
const importLine =
  /(?:^|\n)(?:import|export)\s+(?:type\s+)?(?:[\w*{][^;'"=()]*?\sfrom\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/g;
const importsOf = (path: string) => [...readFileSync(path, 'utf8').matchAll(importLine)].map((match) => match[1] ?? match[2] ?? '');
const packageOf = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

const all = members();
const byName = new Map(all.map((member) => [member.name, member]));
/** The one place where services meet in a process: the run without a broker. */
const compositionRoot = '@copydesk/single-process';

describe('the import graph', () => {
  it('has no import that its package.json does not name', () => {
    const missing = all.flatMap((member) =>
      sourcesOf(member.folder).flatMap((path) =>
        importsOf(path)
          .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
          .map(packageOf)
          .filter((name) => name !== member.name && !member.dependencies.has(name))
          .filter((name) => !(isTest(path) && (member.devDependencies.has(name) || ['vitest', 'fast-check'].includes(name))))
          .map((name) => `${relative(root, path)} → ${name}`),
      ),
    );
    expect(missing.filter((line) => !/testkit.*vitest|globalSetup.*vitest|contract-suite.*vitest/.test(line))).toEqual([]);
  });

  it('never points from a package to a service, nor from a service to another', () => {
    const wrong = all
      .filter((member) => member.name !== compositionRoot)
      .flatMap((member) =>
        [...member.dependencies].filter((name) => byName.get(name)?.kind === 'service').map((name) => `${member.name} → ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('has no cycle among packages', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (name: string, path: string[]) => {
      if (state.get(name) === 'done') return;
      if (state.get(name) === 'open') return void cycles.push([...path, name].join(' → '));
      state.set(name, 'open');
      for (const next of byName.get(name)?.dependencies ?? []) if (byName.has(next)) visit(next, [...path, name]);
      state.set(name, 'done');
    };
    for (const member of all) visit(member.name, []);
    expect(cycles).toEqual([]);
  });

  it.each([
    ['kafkajs', 'packages/bus'],
    ['pg', 'packages/storage'],
    ['kysely', 'packages/storage'],
  ])('imports %s in %s only', (library, home) => {
    const others = all
      .filter((member) => member.folder !== home)
      .flatMap((member) => sourcesOf(member.folder))
      .filter((path) => importsOf(path).map(packageOf).includes(library))
      .map((path) => relative(root, path));
    expect(others).toEqual([]);
  });

  it('imports the testkit from tests only', () => {
    const wrong = all
      .filter((member) => member.name !== '@copydesk/testkit')
      .flatMap((member) =>
        sourcesOf(member.folder).filter((path) => !isTest(path) && importsOf(path).map(packageOf).includes('@copydesk/testkit')),
      )
      .map((path) => relative(root, path));
    expect(wrong).toEqual([]);
  });

  it('keeps the cores pure: no file system, network, clock or chance', () => {
    const cores = ['contracts', 'text', 'language', 'near-duplicate', 'facts', 'article', 'feed'];
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|from 'node:(?:fs\/promises|net|http|https|child_process|dns)'/;
    const readsFiles = /from 'node:fs'/;
    // Data of a core is loaded from beside its source, and only read.
    const readsOwnData = /import \{ readFileSync \} from 'node:fs'/;
    // Generating documents and the killable worker are the edges of a core.
    const edges = /\/(?:generate|training|pool|worker)[-/.]/;
    const found = cores
      .flatMap((name) => sourcesOf(`packages/${name}/src`))
      .filter((path) => !isTest(path) && !edges.test(path))
      .filter((path) => {
        const source = readFileSync(path, 'utf8');
        return impure.test(source) || (readsFiles.test(source) && !(readsOwnData.test(source) && source.includes('import.meta.url')));
      })
      .map((path) => relative(root, path));
    expect(found).toEqual([]);
  });

  it('has no source file above 300 lines', () => {
    const long = all
      .flatMap((member) => sourcesOf(member.folder))
      .filter((path) => !isTest(path))
      .map((path) => [relative(root, path), readFileSync(path, 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > 301);
    expect(long).toEqual([]);
  });
});
