import { readFileSync } from 'node:fs';
import type { Block } from './blocks.ts';
import { cue } from './cue-bits.ts';
import type { PageHints } from './features.ts';
import { htmlFeatureNames, htmlFeatures } from './features.ts';
import { settleHeadings } from '../line/headings.ts';
import { withoutBoilerplate } from '../line/boilerplate.ts';
import { withoutEdges } from '../line/edges.ts';
import { isEmbedded } from './embedded.ts';
import { withoutDoubled } from '../line/doubled.ts';
import { isNeverBody } from '../line/never-body.ts';
import type { PhraseKind } from '../line/phrases.ts';
import { phraseKind } from '../line/phrases.ts';
import { bestCut } from '../model/best-cut.ts';
import type { StoredTrees } from '../model/trees.ts';
import { agrees } from '../metadata/title.ts';
import { treeScorer } from '../model/trees.ts';

const stored = JSON.parse(readFileSync(new URL('../data/html-trees.json', import.meta.url), 'utf8')) as StoredTrees;
const score = treeScorer(stored, htmlFeatureNames);

/** For each block the probability that it belongs to the article body. */
function judgeBlocks(blocks: readonly Block[], hints: PageHints, kinds: readonly PhraseKind[]): number[] {
  return htmlFeatures(blocks, hints, kinds).map((row) => 1 / (1 + Math.exp(-score(row))));
}

/**
 * Which blocks are the article body. Captions never are.
 * @param ruled what the site's own rules say of each block.
 */
export function selectBlocks(blocks: readonly Block[], hints: PageHints, ruled?: readonly (boolean | undefined)[]): boolean[] {
  const texts = blocks.map((block) => block.text);
  const kinds = texts.map(phraseKind);
  const chances = judgeBlocks(blocks, hints, kinds).map((p, i) => {
    const block = blocks[i];
    const rule = ruled?.[i];
    if (block === undefined || rule === false || isNeverBody(block.text, kinds[i])) return 0;
    if (block.heading > 0 && block.heading <= 2 && agrees(block.text, hints.title)) return 0;
    return block.element.name === 'figcaption' || (block.ownCues & cue.caption) !== 0 ? Math.min(p, 0.1) : rule === true ? 1 : p;
  });
  const cut = bestCut(
    chances,
    texts.map((text) => text.length),
  );
  // Only after the cut: what is taken out here must not lower the bar for other lines. And once more, for a headline between two lines may be a caption.
  const kept = withoutBoilerplate(texts, cut, ruled);
  const settled = withoutBoilerplate(texts, settleHeadings(texts, chances, kept, hints.title === '' ? undefined : hints.title), kept);
  const chosen = withoutEdges(texts, withoutDoubled(texts, settled), hints.title, (i) => (blocks[i]?.heading ?? 0) > 0);
  return settled.map((on, i) => on && (ruled?.[i] === true || (chosen[i] === true && !isEmbedded(blocks[i]))));
}
