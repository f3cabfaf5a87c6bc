import type { Block } from './blocks.ts';
import { awayCues, findContainer, isWithin } from './container.ts';
import { cue } from './cues.ts';
import type { Element } from './element.ts';

/** Which blocks are the article body, in document order. */
export function selectBlocks(blocks: readonly Block[]): boolean[] {
  const container = findContainer(blocks);
  if (container === undefined) return blocks.map(() => false);
  const outer = cuesAround(blocks, container);
  return blocks.map((block) => {
    if (block.hidden || !isWithin(block.element, container)) return false;
    const density = block.linkLength / block.text.length;
    if (block.heading === 1 || (block.ownCues & (cue.caption | cue.figure)) !== 0) return false;
    if ((block.nearCues & awayCues) !== 0 && block.text.length < 200) return false;
    if ((block.cues & ~outer & (cue.comments | cue.navigation | cue.footer | cue.form | cue.share)) !== 0) return false;
    if (density > 0.6 && block.text.length < 200) return false;
    return block.text.length >= 25 || block.heading > 0 || block.element.name === 'p';
  });
}

/** Cue bits shared by all blocks of the container: they say nothing about one of them. */
function cuesAround(blocks: readonly Block[], container: Element): number {
  let shared = -1;
  for (const block of blocks) if (isWithin(block.element, container)) shared &= block.cues;
  return shared;
}
