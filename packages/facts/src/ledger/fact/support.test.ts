import { describe, expect, it } from 'vitest';
import { supportOf } from './support.ts';
import { testify } from './testimony.ts';
import { madeArticle, madeMention } from '../test-data/made-mentions.ts';
import type { ArticleContext } from '../article-context.ts';
import type { Mention } from '@copydesk/contracts';

const source = (via: string[]): Mention['source'] => ({
  kind: 'organisation',
  name: 'the ministry',
  via,
  cue: 'said',
  cueClass: 'say',
  direct: 'indirect',
});
const told = (article: ArticleContext, over: Partial<Mention> = {}, start = 0) =>
  testify(madeMention(article.articleId, 'm', over, start), article);
const names = (...testimonies: ReturnType<typeof told>[]) => supportOf(testimonies).roots.map((root) => root.name);

describe('supportOf', () => {
  it('counts two outlets with their own reports as two roots', () => {
    const support = supportOf([told(madeArticle('a')), told(madeArticle('b'))]);
    expect(support).toMatchObject({ articles: 2, outlets: 2, independent: 2 });
  });

  it('counts two outlets that credit one agency as that agency, however it is written', () => {
    expect(
      names(told(madeArticle('a', 0, { wireCredit: ['AP'] })), told(madeArticle('b'), { source: source(['Associated Press']) })),
    ).toEqual(['Associated Press']);
  });

  it('counts a copied sentence as its origin and a sentence beside it as independent', () => {
    const a = madeArticle('a');
    const copies = [{ start: 0, end: 50, group: 'g-a', origin: { articleId: 'a', start: 0, end: 50 } }];
    expect(names(told(a), told(madeArticle('b', 1, { copies })))).toEqual(['a.example']);
    expect(names(told(a), told(madeArticle('b', 1, { copies }), {}, 500))).toEqual(['a.example', 'b.example']);
  });

  it('names the agency that any member of a copy group credits', () => {
    const copies = [{ start: 0, end: 50, group: 'g-a', origin: null }];
    expect(
      names(
        told(madeArticle('a', 0, { wireCredit: ['AFP'] })),
        told(madeArticle('b', 1, { copies })),
        told(madeArticle('c', 2, { copies })),
      ),
    ).toEqual(['AFP']);
  });

  it('counts whole copies of unknown direction as one root, and articles of unknown publishers apart', () => {
    const copy = { group: 'g', relation: 'exact' as const };
    expect(names(told(madeArticle('a', 0, { group: 'g' })), told(madeArticle('b', 1, copy)))).toHaveLength(1);
    expect(supportOf([told(madeArticle('a', 0, { publisher: null })), told(madeArticle('b', 1, { publisher: null }))])).toMatchObject({
      outlets: 2,
      independent: 2,
    });
  });
});

it('counts an outlet once, whether it reports itself or is copied', () => {
  const rt = madeArticle('a', 0, { publisher: 'paper.example' });
  const again = madeArticle('b', 1, { publisher: 'paper.example', copies: [{ start: 0, end: 50, group: 'g-x', origin: null }] });
  expect(names(told(rt), told(again))).toEqual(['paper.example']);
});
