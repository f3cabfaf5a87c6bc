import { storySchema } from '@copydesk/contracts';
import { madeArticle, madeVerdict, madeWithdrawal } from '@copydesk/testkit';
import { describe, expect, it } from 'vitest';
import { createStoryBook } from './story-book.ts';

const articles = Array.from({ length: 450 }, (_, at) => madeArticle({ url: `https://paper.example/${at}`, title: `Report ${at}` }));
const reasons: string[] = [];

describe('the book of stories', () => {
  it('lists the last 200 articles of a great story, and counts them all', () => {
    const book = createStoryBook(24);
    for (const article of articles) book.apply(article, madeVerdict('s_1'));
    const story = book.get('s_1');
    expect(storySchema.parse(story)).toEqual(story);
    expect(story?.articleCount).toBe(450);
    expect(story?.articles.map(({ articleId }) => articleId)).toEqual(articles.slice(250).map(({ articleId }) => articleId));
    expect(Buffer.byteLength(JSON.stringify(story))).toBeLessThan(100_000);
  });

  it('knows where articles stand after merges and splits, and under which key they went out', () => {
    const book = createStoryBook(24);
    const [a, b, c] = articles;
    book.apply(a!, madeVerdict('s_1'));
    book.apply(b!, madeVerdict('s_2'));
    book.apply(c!, madeVerdict('s_2', { merges: [{ from: 's_2', into: 's_1', reasons }] }));
    expect([a, b, c].map((each) => book.storyOf(each!.articleId))).toEqual(['s_1', 's_1', 's_1']);
    expect(book.get('s_2')).toMatchObject({ articleCount: 0, mergedInto: 's_1' });
    expect([a, b, c].map((each) => book.assignedUnder(each!.articleId))).toEqual([undefined, 's_2', 's_2']);
    book.move({ merges: [], splits: [{ from: 's_1', storyId: 's_3', articleIds: [b!.articleId], reasons }] });
    expect(book.storyOf(b!.articleId)).toBe('s_3');
    // Still the key of its assignment, not that of the story between.
    expect(book.assignedUnder(b!.articleId)).toBe('s_2');
    book.apply({ ...b!, revision: 2 }, madeVerdict('s_3'));
    expect(book.assignedUnder(b!.articleId)).toBeUndefined();
  });

  it('knows the first story of the line that a story was split off from, also after a snapshot', () => {
    const book = createStoryBook(24);
    for (const article of articles.slice(0, 4)) book.apply(article, madeVerdict('s_1'));
    const split = (from: string, storyId: string, at: number) => ({ from, storyId, articleIds: [articles[at]!.articleId], reasons });
    book.apply(articles[4]!, madeVerdict('s_4'));
    book.move({ merges: [], splits: [split('s_1', 's_2', 0), split('s_1', 's_2', 1), split('s_2', 's_3', 0), split('s_1', 's_4', 2)] });
    const lines = (each: typeof book) => ['s_1', 's_2', 's_3', 's_4', 's_unknown'].map((id) => each.ancestorOf(id));
    // A story that was there before stays in its own line.
    expect(lines(book)).toEqual(['s_1', 's_1', 's_1', 's_4', 's_unknown']);
    expect(lines(createStoryBook(24, book.dump()))).toEqual(lines(book));
    expect(storySchema.parse(book.get('s_2'))).toEqual(book.get('s_2'));
  });

  it('counts a revision for each change of a story', () => {
    const book = createStoryBook(24);
    book.apply(articles[0]!, madeVerdict('s_1'));
    book.apply(articles[1]!, madeVerdict('s_1'));
    expect(book.apply(madeWithdrawal(articles[0]!), null)).toEqual(['s_1']);
    expect(book.get('s_1')).toMatchObject({ revision: 3, articleCount: 1 });
    expect(book.apply(madeWithdrawal(articles[0]!), null)).toEqual([]);
  });

  it('forgets stories with their articles', () => {
    const book = createStoryBook(24);
    for (const [at, article] of articles.entries()) book.apply(article, madeVerdict(`s_${at % 3}`));
    book.forget(['s_0', 's_2', 's_unknown']);
    expect([...book.stories()].map(({ id }) => id)).toEqual(['s_1']);
    expect(articles.filter(({ articleId }) => book.storyOf(articleId) !== undefined)).toHaveLength(150);
    expect(book.dump().assigned).toEqual([]);
  });

  it('comes back from what it dumps, in the same order', () => {
    const book = createStoryBook(24);
    for (const [at, article] of articles.slice(0, 20).entries())
      book.apply(article, madeVerdict(`s_${at % 5}`, at === 9 ? { merges: [{ from: 's_4', into: 's_0', reasons }] } : {}));
    const stored = JSON.stringify(book.dump());
    const again = createStoryBook(24, JSON.parse(stored) as ReturnType<typeof book.dump>);
    expect(JSON.stringify(again.dump())).toBe(stored);
    expect(again.revisionOf(articles[3]!.articleId)).toBe(1);
    const next = articles[30]!;
    expect(again.apply(next, madeVerdict('s_2'))).toEqual(book.apply(next, madeVerdict('s_2')));
    expect(JSON.stringify(again.dump())).toBe(JSON.stringify(book.dump()));
  });

  it('lets articles go that are older than the window, and still counts them', () => {
    const book = createStoryBook(24);
    const at = (hour: number) => ({
      ...articles[hour]!,
      observedAt: new Date(Date.parse('2024-03-05T12:00:00.000Z') + hour * 3_600_000).toISOString(),
    });
    for (let hour = 0; hour < 30; hour += 1) book.apply(at(hour), madeVerdict('s_1'));
    // Seen again: it stays as long as its last revision does.
    book.apply({ ...at(10), revision: 2, observedAt: at(30).observedAt }, madeVerdict('s_1'));
    book.apply(at(40), madeVerdict('s_2', { merges: [{ from: 's_2', into: 's_1', reasons }] }));
    expect(book.get('s_1')).toMatchObject({ articleCount: 31 });
    expect(book.storyOf(articles[14]!.articleId)).toBeUndefined();
    expect(book.storyOf(articles[10]!.articleId)).toBe('s_1');
    expect(book.storyOf(articles[17]!.articleId)).toBe('s_1');
    const stored = JSON.stringify(book.dump());
    const again = createStoryBook(24, JSON.parse(stored) as ReturnType<typeof book.dump>);
    for (const each of [book, again]) each.apply(at(60), madeVerdict('s_3'));
    expect(JSON.stringify(again.dump())).toBe(JSON.stringify(book.dump()));
    expect(again.sizeOf('s_1')).toBe(1);
  });
});
