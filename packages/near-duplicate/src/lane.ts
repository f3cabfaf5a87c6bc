import type { ArticleInput } from './article.ts';
import { background } from './background.ts';
import type { ClusterDecision } from './clusterer.ts';
import { createLexicon } from './lexicon.ts';
import { createCopyIndex, type Prepared } from './near-duplicate.ts';
import type { Settings } from './options.ts';
import { createStoryIndex } from './story-clusterer.ts';
import { createVocabulary } from './vocabulary.ts';
import { createWordScan, FLAG, scanWords } from './words.ts';

/** Everything of one language: articles of different languages never meet. */
export interface Lane {
  add(article: ArticleInput, observedAt: number): ClusterDecision;
}

export function createLane(settings: Settings, language: string): Lane {
  const vocabulary = createVocabulary(background(language, settings.seed), settings.seed);
  const lexicon = createLexicon(vocabulary);
  const copies = createCopyIndex(settings, lexicon);
  const stories = createStoryIndex(lexicon, settings.thinHours * 3_600_000);
  const storyOfGroup = new Map<string, string>();
  const scan = createWordScan(settings.maxWords);
  const words = new Uint32Array(settings.maxWords);
  const weights = new Float32Array(settings.maxWords);
  const stamp: number[] = [];

  const prepare = (article: ArticleInput): Prepared => {
    scan.count = 0;
    scan.sentences = 0;
    scanWords(article.title ?? '', scan, settings.seed, FLAG.title);
    const title = scan.count;
    scanWords(article.text, scan, settings.seed);
    const from = title < scan.count ? title : 0;
    for (let i = 0; i < scan.count; i += 1) words[i] = vocabulary.intern(scan.low[i] ?? 0, scan.high[i] ?? 0);
    for (let i = 0; i < scan.count; i += 1) weights[i] = lexicon.weight(words[i] ?? 0);
    return { scan, all: scan.count, view: { words, flags: scan.flags, from, count: scan.count - from }, weights: weights.subarray(from) };
  };
  return {
    add(article, observedAt) {
      const prepared = prepare(article);
      const published =
        article.published === null || article.published === undefined
          ? Number.NaN
          : typeof article.published === 'number'
            ? article.published
            : Date.parse(article.published);
      let a = 0;
      let b = 0;
      for (let i = 0; i < prepared.view.count; i += 1) {
        const w = prepared.view.words[prepared.view.from + i] ?? 0;
        a = Math.imul(a ^ w, 0x9e3779b1) + (a >>> 7);
        b = Math.imul(b + w, 0x85ebca77) ^ (b >>> 9);
      }
      const { decision } = copies.add(
        article,
        prepared,
        `${a} ${b} ${prepared.view.count}`,
        observedAt,
        Number.isFinite(published) ? published : null,
        article.publisher ?? '',
      );
      lexicon.documents += 1;
      for (let i = 0; i < prepared.all; i += 1) {
        const w = words[i] ?? 0;
        if (stamp[w] !== lexicon.documents) {
          stamp[w] = lexicon.documents;
          vocabulary.documents[w] = (vocabulary.documents[w] ?? 0) + 1;
          vocabulary.hold(w);
        }
      }
      const assignment = stories.add(
        article.id,
        prepared,
        decision.relation === 'original' ? null : (storyOfGroup.get(decision.group) ?? null),
        observedAt,
      );
      storyOfGroup.set(decision.group, assignment.story.id);
      return {
        ...decision,
        story: assignment.story.id,
        reasons: [...decision.reasons, ...assignment.reasons],
        merged: assignment.merged,
        splits: [],
      };
    },
  };
}
