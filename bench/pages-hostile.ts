// Pages made to be slow: pnpm -s bench pages-hostile   (a dozen units repeated to the largest page that is read, and some that nest)
// Seconds of a core are the thread's own, so that other work on the machine does not count; the wall's are told beside them.
import { readHtml } from '@copydesk/article';
import type { BenchReport } from './main.ts';

const length = 11_900_000;
/** Stated target: the worst page. */
const worstMs = 1_000;

const units: Readonly<Record<string, string>> = {
  openTags: '<div>',
  endTags: '</div>',
  unmatchedEnds: '<b></i></u></p>',
  paragraphs: '<p>a',
  listItems: '<li>a',
  cells: '<table><tr><td>a',
  less: '<',
  ampersands: '&',
  references: '&amp;',
  longReference: '&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  quotes: '<a href="',
  attributes: '<a b c d e f g h=1 class=x id=y>',
  comments: '<!-- - -- ',
  declarations: '<!x',
  scripts: '<script>x</script >',
  unendedScripts: '<script></scrip',
  dropped: '<svg><g></svg>',
  unendedDropped: '<svg>',
  nul: '\u0000',
  surrogates: '\ud800',
  spaces: '  \n\t',
  breaks: 'a<br><br>',
  inline: '<b>a</b> ',
  links: '<a href="/x">Read more: the harbour</a> ',
  sentence: 'The council voted on Monday to widen the road, members said. ',
  dates: '<time datetime="2020-01-02T03:04:05Z">2 January 2020</time>',
  jsonLd: '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"a"}]}</script>',
  brokenJson: '<script type="application/ld+json">{"a":"\n,,]}</script>',
  classes: '<div class="related-teaser share comments nav footer body-text">x</div>',
  headings: '<h2>A heading of this page</h2><p>x</p>',
};

/** Reads each hostile page twice, as it is and inside an article, and tells the slowest. */
export async function bench(): Promise<BenchReport> {
  const report: BenchReport = { bench: 'pages-hostile', ok: true, pages: 0, worstCoreMs: 0, worstMs: 0, worst: '' };
  let slowest = 0;
  for (const [name, unit] of Object.entries(units)) {
    const hostile = unit.repeat(Math.floor(length / unit.length));
    for (const html of [hostile, `<html><body><article><p>${units['sentence'] ?? ''}</p>${hostile}`.slice(0, length)]) {
      const begun = performance.now();
      const before = process.threadCpuUsage();
      const reading = readHtml(html, { url: 'https://hostile.example/2020/01/02/page' });
      const { user, system } = process.threadCpuUsage(before);
      const [coreMs, ms] = [Math.round((user + system) / 1000), Math.round(performance.now() - begun)];
      report['pages'] = Number(report['pages']) + 1;
      report['worstMs'] = Math.max(Number(report['worstMs']), ms);
      if (coreMs <= slowest) continue;
      slowest = coreMs;
      report['worst'] = `${name}: ${reading.rejected?.code ?? 'read'}`;
    }
    await Promise.resolve();
  }
  report['worstCoreMs'] = slowest;
  report.ok = slowest <= worstMs;
  return report;
}
