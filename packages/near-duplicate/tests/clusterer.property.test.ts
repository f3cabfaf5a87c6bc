import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClusterer, type ArticleInput, type ClusterDecision } from '../src/index.ts';
import { madeArticle } from './made-articles.ts';

const SMALL = { articlesPerHour: 2, denseArticles: 100, thinArticles: 400, denseHours: 6, thinHours: 24, maxWords: 512 };
const HOUR = 3_600_000;

/** Streams of up to 40 articles over a few topics, with copies, over up to three days: hours leave the window on the way. */
const stream = fc
  .array(
    fc.record({
      topic: fc.nat(4),
      copy: fc.nat(5),
      gap: fc.integer({ min: 0, max: 4 * HOUR }),
      back: fc.integer({ min: 0, max: 2 * HOUR }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((steps) => {
    let clock = 1_700_000_000_000;
    return steps.map(({ topic, copy, gap, back }, i) => {
      clock += gap;
      return madeArticle(i, topic, copy > 2 ? Math.max(0, i - copy) : i, clock - (back > HOUR ? back : 0));
    });
  });

function play(articles: readonly ArticleInput[], clusterer = createClusterer(SMALL)): ClusterDecision[] {
  return articles.map((article) => clusterer.add(article));
}

describe('a stream of articles', () => {
  it('gives the same decisions and state when it is played again', () => {
    fc.assert(
      fc.property(stream, (articles) => {
        const [a, b] = [createClusterer(SMALL), createClusterer(SMALL)];
        expect(play(articles, a)).toEqual(play(articles, b));
        expect(a.stateHash()).toBe(b.stateHash());
      }),
      { numRuns: 60 },
    );
  });

  it('is not changed by redelivery of what is still dense', () => {
    fc.assert(
      fc.property(stream, fc.nat(), (articles, pick) => {
        const clusterer = createClusterer({ ...SMALL, articlesPerHour: 1, denseHours: 100, thinHours: 200 });
        const decisions = play(articles, clusterer);
        const state = clusterer.stateHash();
        const at = pick % articles.length;
        expect(clusterer.add(articles[at]!)).toEqual(decisions[at]);
        expect(clusterer.stateHash()).toBe(state);
      }),
      { numRuns: 60 },
    );
  });

  it('merges and splits nothing when an article that would have set it off comes late; it still gets a story', () => {
    let held = 0;
    fc.assert(
      fc.property(stream, (articles) => {
        let clock = 0;
        play(articles).forEach(({ merged, splits }, i) => {
          if (merged.length + splits.length > 0) {
            const late = createClusterer(SMALL);
            play(articles.slice(0, i), late);
            const decision = late.add({ ...articles[i]!, observedAt: clock - 2 * HOUR });
            expect([decision.merged, decision.splits]).toEqual([[], []]);
            expect(decision.story).not.toBe('');
            held += 1;
          }
          clock = Math.max(clock, Number(articles[i]!.observedAt));
        });
      }),
      { numRuns: 150 },
    );
    expect(held).toBeGreaterThan(0);
  });

  it('goes on the same after a crash at any point and a restore from the last snapshot, with redelivery of what followed it', () => {
    fc.assert(
      fc.property(stream, fc.nat(), fc.nat(), (articles, x, y) => {
        const crash = x % articles.length;
        const saved = crash === 0 ? 0 : y % crash;
        const whole = createClusterer(SMALL);
        const decisions = play(articles, whole);
        const before = createClusterer(SMALL);
        play(articles.slice(0, saved), before);
        const bytes = before.snapshot();
        play(articles.slice(saved, crash), before);
        const after = createClusterer(SMALL);
        after.restore(bytes);
        expect(play(articles.slice(saved), after)).toEqual(decisions.slice(saved));
        expect(after.stateHash()).toBe(whole.stateHash());
      }),
      { numRuns: 60 },
    );
  });

  it('has the same state hash after a restore', () => {
    fc.assert(
      fc.property(stream, (articles) => {
        const one = createClusterer(SMALL);
        play(articles, one);
        const two = createClusterer(SMALL);
        two.restore(one.snapshot());
        expect(two.stateHash()).toBe(one.stateHash());
        expect(two.snapshot()).toEqual(one.snapshot());
      }),
      { numRuns: 60 },
    );
  });

  it('decides the same for each language however the languages are interleaved', () => {
    fc.assert(
      fc.property(stream, stream, fc.array(fc.boolean(), { maxLength: 80 }), (english, other, turns) => {
        const german = other.map((a) => ({ ...a, id: a.id.replace('_en_', '_de_'), language: 'de' }));
        const alone = [...play(english), ...play(german)];
        const mixed = createClusterer(SMALL);
        const byId = new Map<string, ClusterDecision>();
        const [left, right] = [[...english], [...german]];
        for (const turn of [...turns, ...english.map(() => true), ...german.map(() => false)]) {
          const article = (turn ? left : right).shift();
          if (article !== undefined) byId.set(article.id, mixed.add(article));
        }
        expect([...english, ...german].map((a) => byId.get(a.id))).toEqual(alone);
      }),
      { numRuns: 40 },
    );
  });

  it('decides the same whatever the hash seed', () => {
    fc.assert(
      fc.property(stream, fc.integer({ min: 0, max: 0xffffffff }), (articles, seed) => {
        const seeded = createClusterer({ ...SMALL, seed });
        expect(play(articles, seeded)).toEqual(play(articles));
        const restored = createClusterer(SMALL);
        restored.restore(seeded.snapshot());
        expect(restored.seed()).toBe(seed);
        expect(restored.stateHash()).toBe(seeded.stateHash());
      }),
      { numRuns: 60 },
    );
  });
});

describe('any string', () => {
  it('gets an answer with spans inside the text, sorted and apart', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
        const clusterer = createClusterer(SMALL);
        [...texts, ...texts].forEach((body, i) => {
          const { copies } = clusterer.add({ id: `a${i}`, revision: 1, title: null, text: body, observedAt: i * 1000 });
          let end = 0;
          for (const span of copies) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(body.length);
            end = span.end;
          }
        });
        clusterer.restore(clusterer.snapshot());
      }),
      { numRuns: 100 },
    );
  });
});
