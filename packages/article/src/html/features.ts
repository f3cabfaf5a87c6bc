import type { Block } from './blocks.ts';
import { findContainer } from './container.ts';
import { cue } from './cues.ts';
import type { Element } from './element.ts';
import { attribute } from './element.ts';
import { letterCodes, textOverlap } from './text-overlap.ts';
import { contextFeatureNames, contextFeatures } from '../line/context-features.ts';
import { mainScript } from '../line/main-script.ts';
import { measureLine } from '../line/measure.ts';
import { phraseKind } from '../line/phrases.ts';
import { proseLength } from '../line/prose.ts';
import { textFeatureNames, textFeatures } from '../line/text-features.ts';
import { headlineKey } from '../metadata/title.ts';

/** What the page says about its article elsewhere: compared with each block. */
export interface PageHints {
  title: string;
  articleBody: string;
  description: string;
}

const cueNames = Object.keys(cue) as (keyof typeof cue)[];
const cueBits = Int32Array.from(cueNames, (name) => cue[name]);
const tagGroups: readonly (readonly string[])[] = [
  ['p'],
  ['li'],
  ['td', 'th'],
  ['div', 'section', 'article', 'main', 'body'],
  ['figcaption', 'figure'],
  ['blockquote', 'q'],
  ['dt', 'dd'],
  ['pre'],
  ['button', 'label', 'form'],
];

const groupOfTag = new Map(tagGroups.flatMap((group, i) => group.map((name) => [name, i] as const)));

/** Names of the features of a block of a page, in the order of its row. */
export const htmlFeatureNames: readonly string[] = [
  ...textFeatureNames,
  ...contextFeatureNames,
  'linkShare',
  'links',
  'boldShare',
  'heading',
  'depth',
  ...tagGroups.map((group) => `tag:${group[0] ?? ''}`),
  ...cueNames.map((name) => `cue:${name}`),
  'hidden',
  'stepsInside',
  'stepsOutside',
  'containerShare',
  'kindCount',
  'kindProse',
  'kindShare',
  'parentLinks',
  'parentProse',
  'parentBlocks',
  'outerLinks',
  'outerProse',
  'bodyMatch',
  'titleMatch',
  'descriptionMatch',
];

interface Sums {
  prose: number;
  length: number;
  links: number;
  blocks: number;
}

/** One row of features a block. */
export function htmlFeatures(blocks: readonly Block[], hints: PageHints): Float32Array[] {
  const measures = blocks.map((block) => measureLine(block.text));
  const kinds = blocks.map((block) => phraseKind(block.text));
  const counts = new Map<string, number>();
  for (const { text } of blocks) counts.set(text, (counts.get(text) ?? 0) + 1);
  const links = Float32Array.from(blocks, (block) => block.linkLength / block.text.length);
  const prose = Float32Array.from(blocks, (block, i) => {
    const m = measures[i];
    return m === undefined || block.hidden || block.heading > 0 ? 0 : proseLength(m, kinds[i] ?? 'none', links[i] ?? 0);
  });
  const context = contextFeatures({
    prose,
    size: Float32Array.from(measures, (m) => Math.log2(1 + m.length)),
    endsSentence: Float32Array.from(measures, (m) => Number(m.endsSentence)),
    phrase: Float32Array.from(kinds, (kind) => Number(kind !== 'none')),
    links,
  });
  const script = mainScript(measures, prose);
  const total = prose.reduce((a, b) => a + b, 0);
  const bySignature = new Map<string, Sums>();
  const byParent = new Map<Element, Sums>();
  const byOuter = new Map<Element, Sums>();
  const sums = blocks.map((block, i) => {
    const parent = block.element.parent ?? block.element;
    return {
      kind: add(bySignature, signature(block.element), block, prose[i] ?? 0),
      around: add(byParent, parent, block, prose[i] ?? 0),
      outer: add(byOuter, parent.parent ?? parent, block, prose[i] ?? 0),
    };
  });
  const steps = containerSteps(findContainer(blocks, measures));
  const overlap = textOverlap(hints.articleBody);
  const description = textOverlap(hints.description);
  const compared = hints.articleBody !== '' || hints.description !== '';
  const none = letterCodes('');
  const titleKey = headlineKey(hints.title);
  const width = htmlFeatureNames.length;
  const table = new Float32Array(width * blocks.length);
  let inside = 0;
  const walked = blocks.map((block) => steps(block.element));
  for (const [i, step] of walked.entries()) if (step[1] === 0) inside += prose[i] ?? 0;
  return blocks.map((block, i) => {
    const row = table.subarray(i * width, (i + 1) * width);
    const m = measures[i] ?? measureLine(block.text);
    let k = textFeatures(row, 0, block.text, m, kinds[i] ?? 'none', counts.get(block.text) ?? 1, script);
    k = context(row, k, i);
    row[k++] = links[i] ?? 0;
    row[k++] = block.links;
    row[k++] = block.boldLength / block.text.length;
    row[k++] = block.heading;
    row[k++] = block.depth;
    const group = groupOfTag.get(block.element.name);
    if (group !== undefined) row[k + group] = 1;
    k += tagGroups.length;
    k = cueFeatures(row, k, block);
    row[k++] = Number(block.hidden);
    const [down, out] = walked[i] ?? farOutside;
    row[k++] = down;
    row[k++] = out;
    row[k++] = inside / Math.max(1, total);
    const { kind, around, outer } = sums[i] ?? noSums;
    row[k++] = Math.log2(1 + kind.blocks);
    row[k++] = Math.log2(1 + kind.prose / Math.max(1, kind.blocks));
    row[k++] = kind.prose / Math.max(1, total);
    row[k++] = around.links / Math.max(1, around.length);
    row[k++] = around.prose / Math.max(1, total);
    row[k++] = Math.log2(1 + around.blocks);
    row[k++] = outer.links / Math.max(1, outer.length);
    row[k++] = outer.prose / Math.max(1, total);
    const codes = compared ? letterCodes(block.text) : none;
    row[k++] = overlap(codes);
    row[k++] = titleKey !== '' && Math.abs(m.length - hints.title.length) < 40 && headlineKey(block.text) === titleKey ? 1 : 0;
    row[k++] = description(codes);
    return row;
  });
}

/** For each cue 3 where the block's own element has it, 2 where the one around it has, 1 where any on the way has, else 0. */
function cueFeatures(row: Float32Array, at: number, { ownCues, nearCues, cues }: Block): number {
  for (let c = 0; c < cueBits.length; c++) {
    const bit = cueBits[c] ?? 0;
    if ((cues & bit) !== 0) row[at + c] = (ownCues & bit) !== 0 ? 3 : (nearCues & bit) !== 0 ? 2 : 1;
  }
  return at + cueBits.length;
}

/** Tag and first class of the element and of its parent: blocks of one kind on a page share it. */
function signature(element: Element): string {
  return `${kindOf(element)} ${element.parent === undefined ? '' : kindOf(element.parent)}`;
}

function kindOf(element: Element): string {
  const names = attribute(element, 'class');
  const space = names.indexOf(' ');
  return `${element.name}.${space < 0 ? names : names.slice(0, space)}`;
}

const noSum: Sums = { prose: 0, length: 0, links: 0, blocks: 0 };
const noSums = { kind: noSum, around: noSum, outer: noSum };
const farOutside = [0, 50] as const;

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

/** For an element: how many steps it lies below the container, and how many steps up from the container the nearest common element is (0 inside). */
function containerSteps(container: Element | undefined): (element: Element) => readonly [number, number] {
  const outward = new Map<Element, number>();
  let up = 0;
  for (let e = container; e !== undefined; e = e.parent) outward.set(e, up++);
  const known = new Map<Element, readonly [number, number]>();
  return (element) => {
    const found = known.get(element);
    if (found !== undefined) return found;
    let down = 0;
    let e: Element | undefined = element;
    while (e !== undefined && !outward.has(e)) {
      e = e.parent;
      down++;
    }
    const answer = [down, e === undefined ? 50 : (outward.get(e) ?? 50)] as const;
    known.set(element, answer);
    return answer;
  };
}
