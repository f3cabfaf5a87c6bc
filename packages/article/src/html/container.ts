import type { Block } from './blocks.ts';
import { cue } from './cue-bits.ts';
import type { Element } from './element.ts';
import { attribute } from './element.ts';
import type { LineMeasure } from '../line/measure.ts';

/** Cue bits that make a block an unlikely part of the article body. */
const awayCues =
  cue.navigation |
  cue.footer |
  cue.form |
  cue.comments |
  cue.share |
  cue.advert |
  cue.consent |
  cue.dialog |
  cue.hidden |
  cue.teaser |
  cue.promotion;

/** How much a block counts as running text: its characters outside links, none for labels and lists of links. */
function proseWeight(block: Block, sentences: number): number {
  const { text, linkLength } = block;
  if (block.heading > 0 || block.hidden) return 0;
  const density = linkLength / text.length;
  if (density > 0.5 || text.length < 30) return 0;
  const weight = (text.length - linkLength) * (sentences > 0 ? 1 : 0.25);
  return block.element.name === 'p' || block.element.name === 'div' ? weight : weight * 0.8;
}

/** The share of a block's weight kept when it counts for an element `steps` levels further out. */
const decay = 0.92;

/**
 * Finds the element that most likely holds the article body: the one that gathers most running text from near below it.
 * A page whose own item property names the body wins when it holds enough text.
 */
export function findContainer(blocks: readonly Block[], measures: readonly Pick<LineMeasure, 'sentences'>[]): Element | undefined {
  const scores = new Map<Element, number>();
  let total = 0;
  for (const [i, block] of blocks.entries()) {
    let weight = proseWeight(block, measures[i]?.sentences ?? 0);
    if (weight === 0) continue;
    total += weight;
    if ((block.cues & awayCues & ~cue.teaser & ~cue.promotion) !== 0) weight *= 0.15;
    else if ((block.nearCues & awayCues) !== 0) weight *= 0.4;
    let steps = 0;
    for (let element: Element | undefined = block.element; element !== undefined && steps < 24; element = element.parent) {
      scores.set(element, (scores.get(element) ?? 0) + weight);
      weight *= steps === 0 ? 1 : decay;
      steps++;
    }
  }
  let best: Element | undefined;
  let bestScore = 0;
  for (const [element, score] of scores) {
    const named = /\barticleBody\b/.test(attribute(element, 'itemprop')) && score > 0.25 * total;
    const value = score * (named ? 3 : 1);
    if (value > bestScore && element.name !== '#root') {
      best = element;
      bestScore = value;
    }
  }
  return best;
}
