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
import { ToldSet } from '../told/told-set.ts';
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
   * What changed since the last call: the facts that are there now; every conflict that names one, with the unchanged facts on its other side; and which mentions
   * joined or left which claim, in order.
   */
  takeChanges(): FoldChanges;
  /** Passes over what changed, but for where the mentions went. */
  passChanges(): readonly Move[];
}

/** A mention that joined the claim of a leader, or left it. */
export interface Move {
  readonly mention: string;
  readonly leader: Profile;
  readonly kind: 'joined' | 'left';
}

export interface FoldChanges extends WrittenDrafts {
  readonly moves: readonly Move[];
  /** Mentions that are in the story no more. */
  readonly gone: ReadonlySet<string>;
}

/** Claims of so many mentions are kept as they were read, and brought up to date; smaller ones are read anew. */
const KEPT_CLAIM = 64;

interface Node {
  readonly profile: Profile;
  readonly testimonies: Map<string, Testimony>;
}

/** Starts the fold of a story. */
export function createStoryFold(storyId: string): StoryFold {
  const sentences = createSentences();
  const dependence = createDependence();
  const nodes = new Map<string, Node>();
  const byArticle = new Map<string, { node: Node; testimony: Testimony }[]>();
  let changedLeaders = new Set<Profile>();
  let gone = new Set<string>();
  let moves: Move[] = [];
  /** What is read of great claims. */
  const kept = new Map<Profile, ToldSet>();

  const join = (leader: Profile, testimony: Testimony): void => {
    kept.get(leader)?.add(testimony);
    dependence.add(leader, testimony);
    changedLeaders.add(leader);
    moves.push({ mention: testimony.mention.id, leader, kind: 'joined' });
  };
  const leave = (leader: Profile, testimony: Testimony): void => {
    kept.get(leader)?.remove(testimony);
    dependence.remove(leader, testimony);
    changedLeaders.add(leader);
    moves.push({ mention: testimony.mention.id, leader, kind: 'left' });
  };
  const testimoniesOf = (profile: Profile): Iterable<Testimony> => {
    const node = nodes.get(profile.key);
    return node?.profile === profile ? node.testimonies.values() : [];
  };
  const grouping = createLeaderGrouping((a, b) => sentences.share(a, b), {
    joined(leader, profile) {
      for (const testimony of testimoniesOf(profile)) join(leader, testimony);
    },
    left(leader, profile) {
      changedLeaders.add(leader);
      for (const testimony of testimoniesOf(profile)) leave(leader, testimony);
    },
  });

  const toldOf = (leader: Profile): ToldSet => {
    const known = kept.get(leader);
    if (known !== undefined && known.size >= KEPT_CLAIM / 2) return known;
    const told = new ToldSet();
    for (const profile of grouping.groupOf(leader)) for (const testimony of testimoniesOf(profile)) told.add(testimony);
    if (told.size >= KEPT_CLAIM) kept.set(leader, told);
    else kept.delete(leader);
    return told;
  };

  /** Brings up to date what one claim's change means for others: who retells whom, and the claims of those articles. */
  const refresh = (): void => {
    for (const articleId of dependence.takeTouched()) {
      const placed = byArticle.get(articleId);
      const standing = placed?.[0]?.testimony.standing;
      const retells = dependence.retoldBy(articleId);
      if (placed === undefined || standing === undefined || standing.retells.join('/') === retells.join('/')) continue;
      standing.retells = retells;
      for (const { node, testimony } of placed) {
        if (!testimony.isSilent) continue;
        const leader = grouping.leaderOf(node.profile);
        kept.get(leader)?.restand(testimony);
        changedLeaders.add(leader);
      }
    }
    for (const leader of changedLeaders) if (grouping.groupOf(leader).size === 0) kept.delete(leader);
  };

  const concern = (concerned: Set<Profile>, profile: Profile, others: readonly Profile[]): void => {
    for (const other of others) if (grouping.hangsOnSentence(profile, other)) concerned.add(profile).add(other);
  };

  /** Takes an article's mentions out; gives the profiles whose sentences changed. */
  const takeOut = (articleId: string): Set<Profile> => {
    const concerned = new Set<Profile>();
    for (const { node, testimony } of byArticle.get(articleId) ?? []) {
      node.testimonies.delete(testimony.mention.id);
      gone.add(testimony.mention.id);
      leave(grouping.leaderOf(node.profile), testimony);
      concern(concerned, node.profile, sentences.remove(node.profile, testimony.mention));
    }
    for (const { node } of byArticle.get(articleId) ?? []) {
      if (node.testimonies.size > 0 || nodes.get(node.profile.key) !== node) continue;
      grouping.remove(node.profile);
      nodes.delete(node.profile.key);
      concerned.delete(node.profile);
    }
    byArticle.delete(articleId);
    return concerned;
  };

  /** Puts an article's mentions in; gives the profiles whose sentences changed. */
  const putIn = (article: ArticleContext, mentions: readonly Mention[]): Set<Profile> => {
    const concerned = new Set<Profile>();
    const fresh = new Set<Profile>();
    const standing = { retells: dependence.retoldBy(article.articleId) };
    const inLists = listedIn(mentions);
    const told = toldAt(article);
    const placed = mentions.map((mention) => {
      const profile = profileOf(mention, { isListed: inLists.has(mention.id), toldAt: told });
      let node = nodes.get(profile.key);
      if (node === undefined) {
        node = { profile, testimonies: new Map() };
        nodes.set(profile.key, node);
        fresh.add(profile);
      }
      const testimony = testify(mention, article, standing);
      node.testimonies.set(mention.id, testimony);
      gone.delete(mention.id);
      if (!fresh.has(node.profile)) join(grouping.leaderOf(node.profile), testimony);
      concern(concerned, node.profile, sentences.add(node.profile, mention));
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
      const left = takeOut(article.articleId);
      const concerned = putIn(article, mentions);
      grouping.reconsider([...left, ...concerned].filter((profile) => nodes.get(profile.key)?.profile === profile));
    },
    removeArticle(articleId) {
      grouping.reconsider(takeOut(articleId));
    },
    drafts() {
      refresh();
      const { facts, conflicts } = writeDrafts(storyId, grouping.leaders(), grouping, toldOf);
      return { facts, conflicts };
    },
    takeChanges() {
      refresh();
      const changes = { ...writeDrafts(storyId, changedLeaders, grouping, toldOf), moves, gone };
      [changedLeaders, moves, gone] = [new Set(), [], new Set()];
      return changes;
    },
    passChanges() {
      refresh();
      const passed = moves;
      [changedLeaders, moves, gone] = [new Set(), [], new Set()];
      return passed;
    },
  };
}
