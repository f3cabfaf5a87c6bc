import { array, constantFrom, record } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { Mention } from '@copydesk/contracts';
import type { ArticleContext } from '../article-context.ts';
import { madeArticle, madeDay, madeMention, madeQuantity } from './made-mentions.ts';

const anonymous: Mention['source'] = { kind: 'anonymous', via: [], cue: 'said', cueClass: 'say', direct: 'indirect' };

const mention = record({
  type: constantFrom('event', 'quantity', 'plan'),
  subject: constantFrom('the river', 'The Oder river', 'Oder', 'the council', 'city council of Wroclaw'),
  predicate: constantFrom('flooded', 'has inundated', 'approved', 'rejected', 'voted for', 'will close'),
  object: constantFrom('two villages', 'the villages of Opole', 'a new bridge', 'the bridge budget', null),
  place: constantFrom('Opole', 'Wroclaw', null),
  polarity: constantFrom('positive', 'negative'),
  modality: constantFrom('done', 'planned', 'possible'),
  time: constantFrom(madeDay('2031-05-05'), madeDay('2031-05-01'), null),
  source: constantFrom(null, anonymous),
  value: constantFrom(3, 30, 31),
});

/** A story of one to eight small articles that speak of few things in few words, so that claims meet, split and conflict. */
export const arbitraryStory: Arbitrary<{ article: ArticleContext; mentions: Mention[] }[]> = array(array(mention, { maxLength: 4 }), {
  minLength: 1,
  maxLength: 8,
}).map((articles) =>
  articles.map((mentions, index) => ({
    article: madeArticle(`a${index}`, index * 40, index % 3 === 2 ? { wireCredit: ['AFP'] } : {}),
    mentions: mentions.map(({ value, ...slots }, at) =>
      madeMention(
        `a${index}`,
        `m${at}`,
        { ...slots, quantity: slots.type === 'quantity' ? madeQuantity(value, 'house') : null },
        at * 100,
        at % 2,
      ),
    ),
  })),
);
