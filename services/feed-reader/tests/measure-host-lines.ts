// Run as a program of its own: what the memory of repeated lines changes when the pages of a corpus are read in the order of their dates, each host with a memory of its own as the feed reader keeps it.
//   node measure-host-lines.ts html|flat FOLDER OUT      FOLDER/pages.jsonl with {id, url, file}; writes OUT.without.jsonl and OUT.with.jsonl for a scorer of pages
//   node measure-host-lines.ts agency FOLDER             the bodies of Reuters-21578 (*.sgm) as texts of one host, in their order
//   node measure-host-lines.ts texts FILE.jsonl          {url, title, published, text}: flat texts without a gold; prints the lines that were taken out
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { HostMemory, decodePage, readFlat, readHtml, withoutRepeats } from '@copydesk/article';
import type { ArticleReading } from '@copydesk/article';

interface Page {
  id: string;
  url: string;
  title?: string;
  published?: string;
  date?: string;
  file?: string;
  text?: string;
}

const [kind = '', corpus = '', out = ''] = process.argv.slice(2);

/** Paragraphs are indented there, and their lines broken at some 60 characters. */
function agencyTexts(sgml: string): string[] {
  return [...sgml.matchAll(/<BODY>([^]*?)<\/BODY>/g)].map(([, body = '']) =>
    body
      .replaceAll(/&#\d+;/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&')
      .split(/\n {2,}/)
      .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
      .filter((paragraph) => paragraph !== '')
      .join('\n'),
  );
}

function pagesOf(): Page[] {
  if (kind === 'agency') {
    const files = readdirSync(corpus).filter((name) => name.endsWith('.sgm'));
    const texts = files.toSorted().flatMap((name) => agencyTexts(readFileSync(join(corpus, name), 'latin1')));
    return texts.map((text, index) => ({ id: String(index), url: 'https://agency.example/', text }));
  }
  const lines = readFileSync(kind === 'texts' ? corpus : join(corpus, 'pages.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Page);
}

/** A page as flat text, a block a line. */
function flattened(html: string): string {
  return html
    .replaceAll(/<(script|style|noscript|template|svg|head)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, ' ')
    .replaceAll(
      /<\/?(?:p|div|li|ul|ol|h\d|br|tr|td|th|table|section|article|header|footer|nav|aside|main|figure|figcaption|blockquote)\b[^>]*>/gi,
      '\n',
    )
    .replaceAll(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function reading({ url, title, file, text }: Page): ArticleReading {
  if (text !== undefined) return readFlat(text, { url, ...(title === undefined ? {} : { title }) });
  const bytes = readFileSync(join(corpus, file ?? ''));
  const html = decodePage(file?.endsWith('.gz') === true ? gunzipSync(bytes) : bytes).text;
  return kind === 'html' ? readHtml(html, { url }) : readFlat(flattened(html), { url });
}

const host = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '');
const dateOf = ({ published, date }: Page): string => published ?? date ?? '';
const memories = new Map<string, HostMemory>();
const taken = new Map<string, number>();
const results = { pages: 0, ofHostsSeenFiveTimes: 0, changed: 0, lines: 0, characters: 0, taken: 0 };
const rows: Record<'without' | 'with', string[]> = { without: [], with: [] };
for (const page of pagesOf().toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)))) {
  const whole = reading(page);
  const memory = memories.get(host(page.url)) ?? new HostMemory();
  memories.set(host(page.url), memory);
  const rest = withoutRepeats(whole, memory);
  results.pages++;
  results.characters += whole.text.length;
  if (memory.state().pages >= 5) results.ofHostsSeenFiveTimes++;
  if (rest !== whole) {
    results.changed++;
    const kept = new Set(rest.text.split('\n'));
    for (const line of whole.text.split('\n').filter((each) => !kept.has(each))) {
      results.lines++;
      results.taken += line.length;
      const key = `${host(page.url)}\t${line.replaceAll(/\d+/g, '0').slice(0, 150)}`;
      taken.set(key, (taken.get(key) ?? 0) + 1);
    }
  }
  if (whole.rejected === undefined) memory.learn(whole.text);
  rows.without.push(JSON.stringify({ id: page.id, text: whole.text }));
  rows.with.push(JSON.stringify({ id: page.id, text: rest.text }));
}
for (const [line, times] of [...taken].sort((a, b) => b[1] - a[1])) console.log(`${times}\t${line}`);
console.log(JSON.stringify({ hosts: memories.size, ...results }));
if (out !== '') for (const which of ['without', 'with'] as const) writeFileSync(`${out}.${which}.jsonl`, `${rows[which].join('\n')}\n`);
