import { HashMap } from '../src/lexicon/hash-map.ts';
import type { Words } from '../src/lexicon/words.ts';
import type { Parser } from '../src/syntax/parser.ts';
import { SentenceBuffer } from '../src/syntax/sentence-buffer.ts';
import type { Tagger } from '../src/syntax/tagger.ts';

/** A decision is kept when the parser took it this often in training and never another for the same key. */
const leastSeen = 4;

interface Seen {
  decision: number;
  count: number;
  margins: number;
}

/**
 * Runs the parser over sentences and keeps the decisions that never varied, for a quick answer at work (Parser's `memo`).
 * @param sentences words of the training sentences
 */
export function buildMemo(sentences: readonly (readonly string[])[], words: Words, tagger: Tagger, parser: Parser): HashMap {
  const seen = new Map<number, Seen>();
  parser.observe = (key, decision, margin) => {
    const known = seen.get(key);
    if (known === undefined) seen.set(key, { decision, count: 1, margins: margin });
    else if (known.decision !== decision) known.decision = -1;
    else {
      known.count++;
      known.margins += margin;
    }
  };
  const buffer = new SentenceBuffer();
  for (const sentence of sentences) {
    words.reserve(sentence.length);
    buffer.load(
      sentence.map((w) => words.id(w)),
      sentence.length,
    );
    tagger.tag(buffer);
    parser.parse(buffer);
  }
  parser.observe = undefined;
  const kept = new Map<number, number>();
  for (const [key, { decision, count, margins }] of [...seen].sort((a, b) => a[0] - b[0])) {
    if (decision >= 0 && count >= leastSeen) kept.set(key, (Math.round(margins / count) << 8) | (decision + 1));
  }
  console.log(`  memo: ${kept.size} of ${seen.size} keys`);
  return HashMap.from(kept);
}
