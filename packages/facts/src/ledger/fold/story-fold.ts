import type { Mention } from '@copydesk/contracts';
import type { ArticleContext } from '../article-context.ts';
import { listedIn } from '../claim/listed.ts';
import { profileOf } from '../claim/profile.ts';
import type { Profile } from '../claim/profile.ts';
import { toldAt } from '../conflict/told-at.ts';
import type { StoryDrafts } from '../drafts.ts';
import { createDependence } from '../fact/dependence.ts';
import { testify } from '../fact/testimony.ts';
import type { Testimony } from '../fact/testimony.ts';
import { createLeaderGrouping } from '../grouping/leader-grouping.ts';
import { writeDrafts } from './draft-writer.ts';
import type { WrittenDrafts } from './draft-writer.ts';
import { createSentences } from './sentences.ts';

/** A story's claims, kept up to date article by article. What it holds depends on the articles in it, not on the order they came in. */
export interface StoryFold {
  readonly storyId: string;
  /** Adds an article with its mentions, or puts a new revision (or a new assignment) in the place of the old one. */
  setArticle(article: ArticleContext, mentions: readonly Mention[]): void;
  removeArticle(articleId: string): void;
  readonly articleIds: Iterable<string>;
  /** All facts and conflicts of the story. */
  drafts(): StoryDrafts;
  /**
   * What changed since the last call: the facts that are there now; every conflict that names one, with the unchanged facts on its other side; and every mention
   * that a changed fact holds or held.
   */
  takeChanges(): WrittenDrafts & { readonly mentions: ReadonlySet<string> };
}

interface Node {
  readonly profile: Profile;
  readonly testimonies: Map<string, Testimony>;
}

/** Starts the fold of a story. */
export function createStoryFold(storyId: string): StoryFold {
  const sentences = createSentences();
  const grouping = createLeaderGrouping((a, b) => sentences.share(a, b));
  const nodes = new Map<string, Node>();
  const byArticle = new Map<string, { node: Node; testimony: Testimony }[]>();
  const dependence = createDependence();
  let changedNodes = new Set<Node>();
  let changedLeaders = new Set<Profile>();
  let gone = new Set<string>();

  // Groups in order, as long as no article comes or goes.
  const listed = new Map<Profile, Testimony[]>();
  const testimoniesOf = (leader: Profile): Testimony[] => {
    const known = listed.get(leader);
    if (known !== undefined) return known;
    const all: Testimony[] = [];
    for (const profile of grouping.groupOf(leader))
      for (const testimony of nodes.get(profile.key)?.testimonies.values() ?? []) all.push(testimony);
    all.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
    listed.set(leader, all);
    return all;
  };

  /** Brings up to date what one claim's change means for others: who retells whom, and the claims of those articles. */
  const refresh = (): void => {
    const leaders = grouping.takeTouched();
    for (const node of changedNodes) if (nodes.get(node.profile.key) === node) leaders.add(grouping.leaderOf(node.profile));
    changedNodes = new Set();
    for (const leader of leaders) dependence.setClaim(leader, testimoniesOf(leader));
    for (const articleId of dependence.takeChanged()) {
      for (const { node, testimony } of byArticle.get(articleId) ?? []) {
        testimony.standing.retells = dependence.retoldBy(articleId);
        if (testimony.isSilent) leaders.add(grouping.leaderOf(node.profile));
      }
    }
    for (const leader of leaders) changedLeaders.add(leader);
  };

  /** Takes an article's mentions out; gives the profiles whose sentences changed. */
  const takeOut = (articleId: string): Set<Profile> => {
    const concerned = new Set<Profile>();
    for (const { node, testimony } of byArticle.get(articleId) ?? []) {
      node.testimonies.delete(testimony.mention.id);
      gone.add(testimony.mention.id);
      changedNodes.add(node);
      for (const profile of sentences.remove(node.profile, testimony.mention)) concerned.add(profile);
    }
    for (const { node } of byArticle.get(articleId) ?? []) {
      if (node.testimonies.size > 0 || nodes.get(node.profile.key) !== node) continue;
      nodes.delete(node.profile.key);
      grouping.remove(node.profile);
      concerned.delete(node.profile);
    }
    byArticle.delete(articleId);
    return concerned;
  };

  /** Puts an article's mentions in; gives the profiles whose sentences changed. */
  const putIn = (article: ArticleContext, mentions: readonly Mention[]): Set<Profile> => {
    const concerned = new Set<Profile>();
    const fresh: Profile[] = [];
    const standing = { retells: dependence.retoldBy(article.articleId) };
    const inLists = listedIn(mentions);
    const told = toldAt(article);
    const placed = mentions.map((mention) => {
      const profile = profileOf(mention, { isListed: inLists.has(mention.id), toldAt: told });
      let node = nodes.get(profile.key);
      if (node === undefined) {
        node = { profile, testimonies: new Map() };
        nodes.set(profile.key, node);
        fresh.push(profile);
      }
      const testimony = testify(mention, article, standing);
      node.testimonies.set(mention.id, testimony);
      changedNodes.add(node);
      for (const other of sentences.add(node.profile, mention)) concerned.add(other);
      return { node, testimony };
    });
    byArticle.set(article.articleId, placed);
    for (const profile of fresh) grouping.add(profile);
    return concerned;
  };

  return {
    storyId,
    get articleIds() {
      return byArticle.keys();
    },
    setArticle(article, mentions) {
      listed.clear();
      const left = takeOut(article.articleId);
      const concerned = putIn(article, mentions);
      grouping.reconsider([...left, ...concerned].filter((profile) => nodes.get(profile.key)?.profile === profile));
    },
    removeArticle(articleId) {
      listed.clear();
      grouping.reconsider(takeOut(articleId));
    },
    drafts() {
      refresh();
      const { facts, conflicts } = writeDrafts(storyId, grouping.leaders(), grouping, testimoniesOf);
      return { facts, conflicts };
    },
    takeChanges() {
      refresh();
      const drafts = writeDrafts(storyId, changedLeaders, grouping, testimoniesOf);
      const mentions = new Set(gone);
      for (const fact of drafts.facts) for (const id of fact.mentions) mentions.add(id);
      changedLeaders = new Set();
      gone = new Set();
      return { ...drafts, mentions };
    },
  };
}
