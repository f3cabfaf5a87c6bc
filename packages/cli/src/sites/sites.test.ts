import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { sitesCommand } from './sites.ts';

const examples = fileURLToPath(new URL('../../../article/sites', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'copydesk-sites-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { code: number; lines: string[] } {
  const lines: string[] = [];
  return { code: sitesCommand(args, (line) => lines.push(line)), lines };
}

it('says of each file whether it fits its page', () => {
  const { code, lines } = run('check', examples);
  expect(code).toBe(0);
  expect(lines).toContain('fits ticker.example.json');
});

it('says what does not fit, and what cannot be used', () => {
  cpSync(examples, folder, { recursive: true });
  const page = join(folder, 'gazette.example.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('data-type="offer"', 'data-kind="offer"'));
  writeFileSync(join(folder, 'a.json'), '{"hosts":[]}');
  const { code, lines } = run('check', folder, '--json');
  const entries = JSON.parse(lines.join('')) as { name: string; code?: string; detail?: string }[];
  expect(code).toBe(3);
  expect(entries.find(({ name }) => name === 'a.json')).toMatchObject({ code: 'site-rules' });
  expect(entries.find(({ name }) => name === 'gazette.example.json')?.detail).toContain('every morning');
  expect(entries.find(({ name }) => name === 'bote.example.json')?.code).toBeUndefined();
});

it('shows its usage', () => {
  expect(() => run()).toThrow('usage: copydesk sites check');
  expect(() => run('check', join(folder, 'none'))).toThrow('ENOENT');
});
