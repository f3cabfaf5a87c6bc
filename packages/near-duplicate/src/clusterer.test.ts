import { describe, expect, it } from 'vitest';
import { createClusterer, type ArticleInput, type ClusterDecision } from './index.ts';

const REPORT =
  'Engineers closed the Marvell tunnel on Monday after a survey found cracks in 14 of its 220 arches. The regional rail authority said repairs would take nine weeks and cost 31 million euros. ' +
  'Freight trains will run over the old Linford pass, adding four hours to the trip between Osterby and Vale Harbour. Union leader Petra Hallmann said drivers had warned of falling stones since April. ' +
  'The tunnel, opened in 1911, carries sixty trains a day. Inspectors from the ministry will report their findings to parliament before the autumn session begins.';
const OTHER =
  'A court in Brackwater sentenced the former mayor to six years in prison for selling building permits. Judge Ines Calloway said he had taken bribes from three contractors over a decade. ' +
  'His lawyers announced an appeal and called the verdict politically motivated. Prosecutors had asked for eight years. The city council must now review more than four hundred permits issued since 2009.';

let clock = 0;
function article(id: string, text: string, more: Partial<ArticleInput> = {}): ArticleInput {
  clock += 1000;
  return { id, revision: 1, title: null, text, language: 'en', observedAt: clock, ...more };
}

function play(...articles: ArticleInput[]): ClusterDecision[] {
  const clusterer = createClusterer();
  return articles.map((a) => clusterer.add(a));
}

describe('copies', () => {
  it('knows the same words again, however spaced and disguised', () => {
    const [, same] = play(article('a', REPORT), article('b', `  ${REPORT.replaceAll(' ', '\n').replaceAll('o', 'о')}  `));
    expect(same).toMatchObject({ relation: 'exact', of: 'a', group: 'g_a', score: 1 });
  });

  it('finds a copy with another opening and says which stretch was taken from where', () => {
    const text = `By our transport staff. Commuters face long delays this winter, officials warned. ${REPORT}`;
    const [, copy] = play(article('a', REPORT, { publisher: 'Agency' }), article('b', text, { publisher: 'Gazette' }));
    expect(copy).toMatchObject({ relation: 'syndicated', of: 'a', group: 'g_a', story: 's_a' });
    const [span] = copy!.copies;
    expect(copy!.copies).toHaveLength(1);
    expect(text.slice(span!.start, span!.end)).toContain('closed the Marvell tunnel');
    expect(text.slice(span!.end - 7, span!.end)).toBe(' begins');
    expect(REPORT.slice(span!.origin!.start, span!.origin!.end)).toBe(text.slice(span!.start, span!.end));
    expect(span).toMatchObject({ group: 'g_a', origin: { articleId: 'a' } });
  });

  it('tells an excerpt from its source and a longer text from what it contains', () => {
    const part = REPORT.slice(0, REPORT.indexOf('Union leader'));
    expect(play(article('a', REPORT), article('b', part))[1]).toMatchObject({ relation: 'excerpt', of: 'a' });
    expect(play(article('a', part), article('b', `${REPORT} ${OTHER}`))[1]).toMatchObject({ relation: 'contains', of: 'a' });
  });

  it('reports single copied sentences of an article of its own', () => {
    const sentence = 'Freight trains will run over the old Linford pass, adding four hours to the trip between Osterby and Vale Harbour.';
    const text = `${OTHER} ${sentence}`;
    const [, own] = play(article('a', REPORT), article('b', text));
    expect(own).toMatchObject({ relation: 'original', of: null, group: 'g_b' });
    expect(own!.copies.map((c) => text.slice(c.start, c.end))).toEqual([sentence.slice(0, -1)]);
  });

  it('does not take forms that differ in their numbers and names for copies', () => {
    const form = (company: string, net: string, before: string, pay: string): string =>
      `${company} said it earned ${net} crowns in the quarter against ${before} crowns a year before. The board of ${company} set a dividend of ${pay} cents payable to holders of record.`;
    const decisions = play(
      article('a', form('Altmark Mills', '4512', '3977', '17')),
      article('b', form('Brenner Glass', '8105', '7240', '23')),
      article('c', form('Corvin Lines', '615', '1301', '42')),
    );
    expect(decisions.map((d) => d.relation)).toEqual(['original', 'original', 'original']);
  });

  it('does not take a notice about another firm for a copy, however much of it is the same background', () => {
    const notice = (firm: string, town: string): string =>
      `${firm} will raise what it pays for lamp oil in Brackwater by a tenth on Monday. The rise at ${firm}, which is based in ${town}, follows like steps of other refiners. ` +
      'Traders said stocks along the northern coast had fallen since the harbour strike began, and no tankers were expected before the thaw. Demand from greenhouses stayed strong.';
    const decisions = play(article('a', notice('Halvorsen', 'Osterby')), article('b', notice('Tremaine', 'Linford')));
    expect(decisions.map((d) => d.relation)).toEqual(['original', 'original']);
    expect(play(article('a', notice('Halvorsen', 'Osterby')), article('b', `Markets. ${notice('Halvorsen', 'Osterby')}`))[1]!.of).toBe('a');
  });

  it('takes a new revision of an article as a revision, and then compares with that one', () => {
    const clusterer = createClusterer();
    clusterer.add(article('a', REPORT));
    const second = clusterer.add(article('a', REPORT.replace('nine weeks', 'twelve weeks'), { revision: 2 }));
    expect(second).toMatchObject({ relation: 'revision', of: 'a', group: 'g_a', story: 's_a', directed: true, copies: [] });
    expect(clusterer.add(article('b', REPORT.replace('nine weeks', 'twelve weeks')))).toMatchObject({ relation: 'exact', of: 'a' });
  });

  it('no longer names an article that was withdrawn', () => {
    const clusterer = createClusterer();
    clusterer.add(article('a', REPORT));
    expect(clusterer.withdraw('a', 'en')).toEqual({ story: 's_a', group: 'g_a' });
    expect(clusterer.withdraw('unknown', 'en')).toBeNull();
    expect(clusterer.add(article('b', REPORT))).toMatchObject({ relation: 'original', of: null, copies: [] });
  });

  it('never lets languages meet', () => {
    expect(play(article('a', REPORT), article('b', REPORT, { language: 'de' }))[1]!.relation).toBe('original');
  });

  it('finds copies in a script without spaces', () => {
    const report =
      '外務省は十四日、隣国との漁業交渉が来月再開されると発表した。交渉は三年前に中断し、双方の漁船が互いの水域から締め出されていた。大臣は記者団に対し、合意には時間がかかると述べた。';
    expect(play(article('a', report, { language: 'ja' }), article('b', `速報。${report}`, { language: 'ja' }))[1]).toMatchObject({
      of: 'a',
      group: 'g_a',
    });
  });
});

describe('the window', () => {
  const DAY = 86_400_000;

  it('finds a copy after the words are gone, without a place, and forgets after the last hour', () => {
    const at = (id: string, text: string, observedAt: number): ArticleInput => ({ ...article(id, text), observedAt });
    const clusterer = createClusterer();
    clusterer.add(at('a', REPORT, DAY));
    clusterer.add(at('x', OTHER, 4 * DAY));
    const late = clusterer.add(at('b', `Passengers were told to be patient. ${REPORT}`, 4 * DAY + 1));
    expect(late).toMatchObject({ group: 'g_a', of: 'a', story: 's_a' });
    expect(late.copies.length).toBeGreaterThan(0);
    expect(late.copies.every((c) => c.origin === null && c.group === 'g_a')).toBe(true);
    const again = createClusterer();
    again.add(at('a', REPORT, DAY));
    expect(again.add(at('x', OTHER, 9 * DAY)).ended).toEqual(['s_a']);
    expect(again.add(at('b', REPORT, 9 * DAY + 1))).toMatchObject({ relation: 'original', story: 's_b', ended: [] });
    expect(again.fill()[0]).toMatchObject({ denseArticles: 2, thinArticles: 0, earlyEvictions: 0 });
  });

  it('lets the oldest go early when a flood fills it, and says so', () => {
    const clusterer = createClusterer({ articlesPerHour: 1, denseArticles: 48, thinArticles: 168 });
    for (let i = 0; i < 400; i += 1) clusterer.add(article(`f${i}`, `flood ${i} ${OTHER.slice(i % 50)}`));
    const [fill] = clusterer.fill();
    expect(fill!.earlyEvictions).toBeGreaterThan(0);
    expect(fill!.denseArticles).toBeLessThanOrEqual(60);
  });

  it('is not filled by one publisher: its own flood of copies does not hide the copy of another', () => {
    const clusterer = createClusterer({ bucketCap: 40, sourceQuota: 8 });
    for (let i = 0; i < 120; i += 1) clusterer.add(article(`spam${i}`, `${REPORT} Offer ${i}.`, { publisher: 'Flooder' }));
    clusterer.add(article('honest', REPORT.replace('nine weeks', 'ten weeks'), { publisher: 'Gazette' }));
    const later = clusterer.add(article('later', REPORT.replace('nine weeks', 'ten weeks'), { publisher: 'Herald' }));
    expect(later).toMatchObject({ relation: 'exact', of: 'honest' });
  });
});
