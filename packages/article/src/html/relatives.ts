import type { Block } from './blocks.ts';
import type { Element } from './element.ts';
import { attribute } from './element.ts';

/** What some blocks hold together. */
export interface Sums {
  prose: number;
  length: number;
  links: number;
  blocks: number;
}

/** The blocks a block belongs with: those of its kind, those in the element around its own, and those in the one around that. */
export interface Relatives {
  kind: Sums;
  around: Sums;
  outer: Sums;
}

const noSum: Sums = { prose: 0, length: 0, links: 0, blocks: 0 };
export const noRelatives: Relatives = { kind: noSum, around: noSum, outer: noSum };

/** For each block the sums over its relatives, itself among them. Blocks are of one kind when tag and first class of their elements, and of those around them, are the same. */
export function sumRelatives(blocks: readonly Block[], prose: Float32Array): Relatives[] {
  const byKind = new Map<number, Sums>();
  const byParent = new Map<Element, Sums>();
  const byOuter = new Map<Element, Sums>();
  const kindNumbers = new Map<string, number>();
  const known = new Map<Element, number>();
  const kindOf = (element: Element): number => {
    const found = known.get(element);
    if (found !== undefined) return found;
    const names = attribute(element, 'class');
    const space = names.indexOf(' ');
    const kind = `${element.name}.${space < 0 ? names : names.slice(0, space)}`;
    let number = kindNumbers.get(kind);
    if (number === undefined) {
      number = kindNumbers.size + 1;
      kindNumbers.set(kind, number);
    }
    known.set(element, number);
    return number;
  };
  return blocks.map((block, i) => {
    const { element } = block;
    const parent = element.parent ?? element;
    const kind = kindOf(element) * mostKinds + (element.parent === undefined ? 0 : kindOf(element.parent));
    return {
      kind: add(byKind, kind, block, prose[i] ?? 0),
      around: add(byParent, parent, block, prose[i] ?? 0),
      outer: add(byOuter, parent.parent ?? parent, block, prose[i] ?? 0),
    };
  });
}

/** More than a page has elements. */
const mostKinds = 2 ** 20;

/** Adds a block to the sums under its key and answers them; they are whole when all blocks are added. */
function add<K>(all: Map<K, Sums>, key: K, block: Block, prose: number): Sums {
  let sums = all.get(key);
  if (sums === undefined) {
    sums = { prose: 0, length: 0, links: 0, blocks: 0 };
    all.set(key, sums);
  }
  sums.prose += prose;
  sums.length += block.text.length;
  sums.links += block.linkLength;
  sums.blocks++;
  return sums;
}
