import type { ParsedSentence } from '@copydesk/language';
import type { SpeechTime } from '../extract/speech-time.ts';
import type { TimeMention } from '../times/index.ts';
import { findClauses } from './clause.ts';
import type { Clause } from './clause.ts';
import { mend } from './mend/mend.ts';
import type { References } from './references.ts';
import type { View } from './views.ts';
import type { Tree } from './tree.ts';

/** One stretch of a sentence that was parsed by itself, with its clauses. */
export interface Part {
  tree: Tree;
  clauses: readonly Clause[];
  /** A clause without a tense of its own, told by itself. */
  tenseless: boolean;
  /** Index of the token that begins before an offset and ends behind it; −1 where no token of this part does. */
  tokenAt: (offset: number) => number;
  /** The innermost clause that a token stands in. */
  clauseOf: (token: number) => Clause | undefined;
  /** The clause that a clause hangs on. */
  above: (clause: Clause) => Clause | undefined;
}

export interface SentenceReading {
  text: string;
  /** The sentence as a whole. */
  parse: ParsedSentence;
  /** What is read for statements: the sentence without its asides, and the asides that are clauses. */
  parts: readonly Part[];
  references: References;
  times: readonly TimeMention[];
  /** Dated sayings whose words, or cue, stand in the sentence. */
  speech: readonly SpeechTime[];
}

/** Prepares a parsed stretch: mends its tree and finds its clauses once, for all that reads them. */
export function readPart(view: View): Part {
  const tree = mend(view);
  const clauses = findClauses(tree);
  const byHead = new Map(clauses.map((clause) => [clause.head, clause]));
  const clauseOf = (token: number): Clause | undefined => {
    for (let at = token, steps = 0; at >= 0 && steps <= tree.tokens.length; at = tree.tokens[at]?.head ?? -1, steps++) {
      const clause = byHead.get(at);
      if (clause !== undefined) return clause;
    }
    return undefined;
  };
  return {
    tree,
    clauses,
    tenseless: view.tenseless ?? false,
    clauseOf,
    above: ({ head }) => clauseOf(tree.token(head).head),
    tokenAt: (offset) => tree.tokenAt(offset),
  };
}
