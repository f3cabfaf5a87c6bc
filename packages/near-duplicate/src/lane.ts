import type { ArticleInput } from './article.ts';
import { loadBackground } from './background.ts';
import type { ClusterDecision } from './clusterer.ts';
import { createLexicon } from './lexicon.ts';
import { createCopyIndex } from './near-duplicate.ts';
import type { Settings } from './options.ts';
import { createReader, type Reading } from './reading.ts';
import { createStoryIndex } from './story-clusterer.ts';
import { createVocabulary } from './vocabulary.ts';

/** Everything of one language: articles of different languages never meet. */
export interface Lane {
  add(article: ArticleInput, observedAt: number): ClusterDecision;
}

export function createLane(settings: Settings, language: string, only = ''): Lane {
  const vocabulary = createVocabulary(loadBackground(language, settings.seed), settings.seed);
  const lexicon = createLexicon(vocabulary);
  const read = createReader(settings, lexicon);
  const copies = createCopyIndex(settings, lexicon);
  const stories = createStoryIndex(lexicon, settings.thinHours * 3_600_000);
  const storyOfGroup = new Map<string, string>();
  const stamp: number[] = [];

  const count = (reading: Reading): void => {
    lexicon.documents += 1;
    for (let i = 0; i < reading.count; i += 1) {
      const w = reading.words[i] ?? 0;
      if (stamp[w] === lexicon.documents) continue;
      stamp[w] = lexicon.documents;
      vocabulary.documents[w] = (vocabulary.documents[w] ?? 0) + 1;
      vocabulary.hold(w);
    }
  };
  return {
    add(article, observedAt) {
      const reading = read(article);
      const published =
        article.published === null || article.published === undefined
          ? Number.NaN
          : typeof article.published === 'number'
            ? article.published
            : Date.parse(article.published);
      const { decision } = copies.add(article, reading, observedAt, Number.isFinite(published) ? published : null, article.publisher ?? '');
      count(reading);
      if (only === 'copies') return { ...decision, story: '', merged: [], splits: [] };
      const assignment = stories.add(
        article.id,
        reading,
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
