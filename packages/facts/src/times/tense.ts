import type { TimeToken } from './lexer.ts';
import type { Direction } from './types.ts';

const future: ReadonlySet<string> = new Set([
  'will',
  "'ll",
  'shall',
  "won't",
  'scheduled',
  'expected',
  'due',
  'upcoming',
  'slated',
  'planned',
  'plans',
  'planning',
  'set',
  'poised',
  'intends',
  'hopes',
  'expects',
  'tomorrow',
  'forthcoming',
  'going',
  'would',
  'may',
  'might',
  'could',
  'deadline',
  'begins',
  'starts',
  'opens',
  'ahead',
  'must',
  'should',
  'vowed',
  'promised',
  'pledged',
  'unless',
  'until',
  'looming',
  'plan',
  'agreed',
  'proposed',
  'aims',
]);
/** Past forms whose ending does not show it, the verbs of saying first. */
const past: ReadonlySet<string> = new Set([
  'said',
  'told',
  'was',
  'were',
  'had',
  'did',
  'came',
  'went',
  'took',
  'made',
  'got',
  'saw',
  'met',
  'won',
  'lost',
  'fell',
  'rose',
  'began',
  'left',
  'held',
  'found',
  'gave',
  'wrote',
  'spoke',
  'became',
  'broke',
  'sent',
  'brought',
  'led',
  'struck',
  'shot',
  'fought',
  'ran',
  'sank',
  'grew',
  'drew',
  'flew',
  'swept',
  'hit',
  'killed',
  'says',
  'kept',
  'built',
  'sold',
  'bought',
  'stood',
  'paid',
  'withdrew',
  'slid',
  'sought',
  'has',
  'have',
  'been',
]);
const reach = 14;

/**
 * Whether the clause around tokens [from, to) looks back or ahead, by the nearest verb form before the expression, else after it. News tells the past, so that is the answer where
 * nothing shows the tense.
 */
export function direction(tokens: readonly TimeToken[], from: number, to: number): Direction {
  for (let at = from - 1; at >= 0 && at >= from - reach; at -= 1) {
    // "announced that from May it would …": the reported clause has a tense of its own.
    if (tokens[at]?.lower === 'that') {
      const own = tenseAfter(tokens, to);
      if (own !== null) return own;
    }
    const seen = tenseOf(tokens[at], tokens[at + 1]);
    if (seen !== null) return seen;
  }
  return tenseAfter(tokens, to) ?? 'past';
}

const present: ReadonlySet<string> = new Set(['is', 'are', "'s", "'re", 'can', "can't", 'cannot']);

/** The clause around tokens [from, to) stands in the present tense and shows no other. */
export function isPresent(tokens: readonly TimeToken[], from: number, to: number): boolean {
  const around = tokens.slice(Math.max(0, from - reach), to + reach);
  return around.some(({ lower }) => present.has(lower)) && around.every((token, index) => tenseOf(token, around[index + 1]) !== 'past');
}

function tenseAfter(tokens: readonly TimeToken[], to: number): Direction | null {
  for (let at = to; at < tokens.length && at < to + reach; at += 1) {
    const seen = tenseOf(tokens[at], tokens[at + 1]);
    if (seen !== null) return seen;
  }
  return null;
}

function tenseOf(token: TimeToken | undefined, next: TimeToken | undefined): Direction | null {
  if (token === undefined || token.kind !== 'word' || (token.capital && token.start > 0 && token.lower === 'may')) return null;
  if (token.lower === 'would' || token.lower === 'could' || token.lower === 'may' || token.lower === 'might')
    return next?.lower === 'have' ? 'past' : 'future';
  if (token.lower === 'going') return next?.lower === 'to' ? 'future' : null;
  if (token.lower === 'set' || token.lower === 'plan' || token.lower === 'due' || token.lower === 'agreed')
    return next?.lower === 'to' || token.lower === 'due' ? 'future' : null;
  if (future.has(token.lower)) return 'future';
  if (past.has(token.lower)) return 'past';
  return token.lower.length > 4 && token.lower.endsWith('ed') ? 'past' : null;
}
