import type { Assignment, Conflict, Fact } from '@copydesk/contracts';
import { madeArticle, madeAt } from '@copydesk/testkit';
import { expect, test } from 'vitest';
import {
  adoptStory,
  articlesOfStory,
  findArticle,
  publishedOfStory,
  saveArticle,
  saveConflicts,
  saveFacts,
  withdrawArticle,
} from '../../src/index.ts';
import { onStore } from './harness.ts';

const url = 'https://outlet.example/report';

function assignment(revision: number, parts: Partial<Assignment> = {}): Assignment {
  return {
    kind: 'assignment',
    storyId: 's_1',
    article: madeArticle({ url, revision, text: `The level is ${revision} metres.` }),
    group: 'g_1',
    relation: 'original',
    of: null,
    directed: false,
    score: 0.5,
    reasons: ['first of its kind'],
    copies: [],
    ...parts,
  };
}

function fact(id: string, status: Fact['status'], storyId = 's_1'): Fact {
  return {
    id,
    revision: 1,
    storyId,
    key: id,
    type: 'event',
    statement: `Statement of ${id}.`,
    mentions: [],
    articleIds: [],
    value: null,
    time: null,
    place: null,
    series: [],
    support: { articles: 1, outlets: 1, roots: [], independent: 1 },
    wordings: [],
    conflicts: [],
    aliases: [],
    salience: 'core',
    firstSeen: madeAt,
    lastChanged: madeAt,
    status,
    extractor: { name: 'made', version: '1' },
  };
}

function conflict(id: string, status: Conflict['status'], storyId = 's_1'): Conflict {
  const side = { mentions: [], articles: [], roots: [] };
  return {
    id,
    revision: 1,
    storyId,
    type: 'numeric',
    class: 'contradiction',
    severity: 'low',
    facts: [],
    sides: [
      { value: '2', ...side },
      { value: '3', ...side },
    ],
    explanation: '',
    firstSeen: madeAt,
    lastChanged: madeAt,
    status,
  };
}

export function ledgerChapters(server: string): void {
  test('an article that was taken back stays so for revisions that come late, and stands again with a newer one', async () => {
    await onStore(server, async (database) => {
      const article = assignment(1).article.articleId;
      await saveArticle(database, assignment(1));
      await withdrawArticle(database, article, 3, 'gone');
      expect(await saveArticle(database, assignment(2))).toBe(false);
      expect(await findArticle(database, article)).toMatchObject({ withdrawn: 'gone', article: { text: 'The level is 1 metres.' } });
      expect(await saveArticle(database, assignment(4))).toBe(true);
      expect(await findArticle(database, article)).toMatchObject({ withdrawn: null, article: { text: 'The level is 4 metres.' } });
    });
  });

  test('only a newer revision of an article is saved, and comes back as it was', async () => {
    await onStore(server, async (database) => {
      const saved = [];
      for (const revision of [2, 2, 1, 10, 9]) saved.push(await saveArticle(database, assignment(revision)));
      expect(saved).toEqual([true, false, false, true, false]);
      const { article, kind: _kind, ...place } = assignment(10);
      const { kind: _revision, intake: _intake, updated: _updated, ...stored } = article;
      expect(await findArticle(database, article.articleId)).toEqual({ ...place, article: stored, withdrawn: null });
      expect(await articlesOfStory(database, 's_1')).toHaveLength(1);
    });
  });

  test('revisions that are saved at once leave the newest', async () => {
    await onStore(server, async (database, open) => {
      const pools = [database, open()];
      await Promise.all([4, 9, 1, 12, 3, 8, 11, 2, 10].map((revision, index) => saveArticle(pools[index % 2]!, assignment(revision))));
      const { articleId } = assignment(12).article;
      expect(await findArticle(database, articleId)).toMatchObject({ article: { revision: 12, text: 'The level is 12 metres.' } });
    });
  });

  test('everything ever published of a story is given, in order of ids, whatever has become of it', async () => {
    await onStore(server, async (database) => {
      const facts = [fact('f_1', 'retracted'), fact('f_2', 'active'), fact('f_3', 'superseded')];
      const conflicts = [conflict('c_1', 'retracted'), conflict('c_2', 'active')];
      await saveFacts(database, facts.toReversed());
      await saveFacts(database, [fact('f_0', 'active', 's_2')]);
      await saveConflicts(database, conflicts.toReversed());
      await saveConflicts(database, [conflict('c_0', 'active', 's_2')]);
      expect(await publishedOfStory(database, 's_1')).toEqual({ facts, conflicts });
      expect(await publishedOfStory(database, 's_3')).toEqual({ facts: [], conflicts: [] });
    });
  });

  test('a fact that is saved again is replaced, and a story that is adopted is given with the other', async () => {
    await onStore(server, async (database) => {
      await saveFacts(database, [fact('f_1', 'active'), fact('f_2', 'active', 's_2')]);
      const next: Fact = { ...fact('f_1', 'retracted'), revision: 2 };
      await saveFacts(database, [next]);
      expect((await publishedOfStory(database, 's_1')).facts).toEqual([next]);
      await adoptStory(database, 's_2', 's_1');
      expect((await publishedOfStory(database, 's_1')).facts.map(({ id }) => id)).toEqual(['f_1', 'f_2']);
      expect((await publishedOfStory(database, 's_2')).facts).toEqual([]);
    });
  });
}
