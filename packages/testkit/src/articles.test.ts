import { articleRawSchema } from '@copydesk/contracts';
import { expect, test } from 'vitest';
import { madeArticle, madeArticles, madeWithdrawal } from './articles.ts';

test('made articles are as the contract wants them', () => {
  for (const article of [madeArticle(), ...madeArticles(3), madeArticle({ title: 'A title', url: 'https://outlet.example/a' })]) {
    expect(articleRawSchema.parse(article)).toEqual(article);
  }
  const withdrawal = madeWithdrawal(madeArticle());
  expect(articleRawSchema.parse(withdrawal)).toEqual(withdrawal);
});

test('articles at different addresses are different articles, and the same address is the same', () => {
  const [first, second] = madeArticles(2);
  expect(first?.articleId).not.toBe(second?.articleId);
  expect(madeArticle({ url: first!.url, text: 'Changed.' }).articleId).toBe(first?.articleId);
});
