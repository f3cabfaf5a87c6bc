import type { Copy, Relation } from '@copydesk/contracts';

/** What the ledger needs to know of an article, from its assignment: who published it, when it came, and what it shares with earlier ones. */
export interface ArticleContext {
  readonly articleId: string;
  readonly revision: number;
  /** Publisher family ("example.com" or a name); null where it is not known: the article is then a family of its own. */
  readonly publisher: string | null;
  readonly url: string | null;
  /** ISO 8601 instant at which the reader took the article in; the only clock the ledger has. */
  readonly observedAt: string;
  /** What the article says of its own date: a hint. */
  readonly published: string | null;
  /** Agencies credited in the text ("Reuters"). */
  readonly wireCredit: readonly string[];
  /** Copy group of the article. */
  readonly group: string;
  readonly relation: Relation;
  /** The article that `relation` is about. */
  readonly of: string | null;
  /** True when it is known which of the two was first. */
  readonly directed: boolean;
  /** Stretches of the article that stand in an earlier article too. */
  readonly copies: readonly Copy[];
}
