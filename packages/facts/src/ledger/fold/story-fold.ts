import type { Mention } from '@copydesk/contracts';
import type { ArticleContext } from '../article-context.ts';
import { profileOf } from '../claim/profile.ts';
import type { Profile } from '../claim/profile.ts';
import type { StoryDrafts } from '../drafts.ts';
import { createDependence } from '../fact/dependence.ts';
import type { Testimony } from '../fact/testimony.ts';
import { createLeaderGrouping } from '../grouping/leader-grouping.ts';
import { createDraftWriter } from './draft-writer.ts';

/** A story's claims, kept up to date article by article. What it holds depends on the articles in it, not on the order they came in. */
export interface StoryFold {
  readonly storyId: string;
  /** Adds an article with its mentions, or puts a new revision (or a new assignment) in the place of the old one. */
  setArticle(article: ArticleContext, mentions: readonly Mention[]): void;
  removeArticle(articleId: string): void;
  readonly articleIds: Iterable<string>;
  /** All facts and conflicts of the story. */
  drafts(): StoryDrafts;
  /** What changed since the last call: the facts that are there now, their conflicts, and every mention that a changed group held or holds. */
  takeChanges(): StoryDrafts & { readonly mentions: ReadonlySet<string> };
}

interface Node {
  readonly profile: Profile;
  readonly testimonies: Map<string, Testimony>;
}

/** Starts the fold of a story. */
export function createStoryFold(storyId: string): StoryFold {
  const grouping = createLeaderGrouping();
  const nodes = new Map<string, Node>();
  const byArticle = new Map<string, { node: Node; id: string }[]>();
  const dependence = createDependence();
  let changedNodes = new Set<Node>();
  let changedLeaders = new Set<Profile>();
  let gone = new Set<string>();

  const testimoniesOf = (leader: Profile): Testimony[] => {
    const all = [...grouping.groupOf(leader)].flatMap((profile) => [...(nodes.get(profile.key)?.testimonies.values() ?? [])]);
    return all.map((testimony) => ({ ...testimony, retells: dependence.retoldBy(testimony.article.articleId) }));
  };
  const writer = createDraftWriter(storyId, grouping, testimoniesOf);

  /** Brings up to date what one claim's change means for others: who retells whom, and the claims of those articles. */
  const refresh = (): void => {
    const leaders = grouping.takeTouched();
    for (const node of changedNodes) if (nodes.get(node.profile.key) === node) leaders.add(grouping.leaderOf(node.profile));
    changedNodes = new Set();
    for (const leader of leaders) dependence.setClaim(leader, testimoniesOf(leader));
    for (const articleId of dependence.takeChanged()) {
      for (const { node } of byArticle.get(articleId) ?? []) leaders.add(grouping.leaderOf(node.profile));
    }
    for (const leader of leaders) changedLeaders.add(leader);
  };

  const removeArticle = (articleId: string): void => {
    for (const { node, id } of byArticle.get(articleId) ?? []) {
      node.testimonies.delete(id);
      gone.add(id);
      changedNodes.add(node);
      if (node.testimonies.size > 0) continue;
      nodes.delete(node.profile.key);
      grouping.remove(node.profile);
    }
    byArticle.delete(articleId);
  };

  return {
    storyId,
    get articleIds() {
      return byArticle.keys();
    },
    setArticle(article, mentions) {
      removeArticle(article.articleId);
      const placed: { node: Node; id: string }[] = [];
      for (const mention of mentions) {
        const profile = profileOf(mention);
        let node = nodes.get(profile.key);
        if (node === undefined) {
          node = { profile, testimonies: new Map() };
          nodes.set(profile.key, node);
          grouping.add(profile);
        }
        node.testimonies.set(mention.id, { mention, article });
        changedNodes.add(node);
        placed.push({ node, id: mention.id });
      }
      byArticle.set(article.articleId, placed);
    },
    removeArticle,
    drafts() {
      refresh();
      return writer.all();
    },
    takeChanges() {
      refresh();
      const drafts = writer.changed(changedLeaders);
      const mentions = new Set(gone);
      for (const fact of drafts.facts) for (const id of fact.mentions) mentions.add(id);
      changedLeaders = new Set();
      gone = new Set();
      return { ...drafts, mentions };
    },
  };
}
