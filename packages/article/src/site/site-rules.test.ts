import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../read-html.ts';
import { checkSite, readSites } from './read-sites.ts';
import type { SiteRules } from './site-rules.ts';
import { parseSiteRules, rulesFor } from './site-rules.ts';

const folder = fileURLToPath(new URL('../../sites', import.meta.url));
const { files, faults, rules } = readSites(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ file, json: readFileSync(`${folder}/${file}`, 'utf8') })),
);
const page = (site: SiteRules): string => readFileSync(`${folder}/${site.test.page}`, 'utf8');

describe('site rules', () => {
  it('can all be used', () => {
    expect(faults).toEqual([]);
    expect(files.length).toBeGreaterThanOrEqual(3);
  });

  it.each(files)('$file fits its page, which is read otherwise without it', ({ rules: site }) => {
    expect(checkSite(site, page(site))).toEqual([]);
    const { hosts, test } = site;
    expect(checkSite({ hosts, test }, page(site))).not.toEqual([]);
  });

  it('are found by host, by the hosts above it, and not for others', () => {
    expect(rulesFor(rules, 'https://www.gazette.example/x')?.hosts).toContain('gazette.example');
    expect(rulesFor(rules, 'https://a.nord.bote.example/x')?.hosts).toContain('*.bote.example');
    expect(rulesFor(rules, 'https://bote.example/x')?.hosts).toContain('bote.example');
    expect(rulesFor(rules, 'https://other.example/x')).toBeUndefined();
    expect(rulesFor(rules, 'https://notgazette.example/x')).toBeUndefined();
    expect(rulesFor(rules, null)).toBeUndefined();
  });

  it('leave a page to the reader where it has no such part', () => {
    const site = rules.get('bote.example') as SiteRules;
    const html = `<article>${'<p>The council voted on Monday to widen the harbour road, members said.</p>'.repeat(4)}</article>`;
    expect(readHtml(html, { site }).text).toBe(readHtml(html).text);
  });

  it.each([
    ['{', 'not JSON'],
    ['{"hosts":["a.example"]}', 'test'],
    ['{"hosts":["https://a.example/"],"test":{}}', 'host'],
    [JSON.stringify({ hosts: ['a.example'], drop: ['p > a'], test: files[0]?.rules.test }), '“>” is no tag'],
    [JSON.stringify({ hosts: ['a.example'], drop: ['[onclick]'], test: files[0]?.rules.test }), 'onclick is not kept'],
    [JSON.stringify({ hosts: ['a.example'], bodies: ['p'], test: files[0]?.rules.test }), 'bodies'],
  ])('says what is wrong with %s', (json, words) => {
    const parsed = parseSiteRules(json);
    expect('fault' in parsed && parsed.fault).toContain(words);
  });
});
