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
  const signatures = blocks.map((block) => signature(block.element));
  for (const [i, block] of blocks.entries()) {
    add(bySignature, signatures[i] ?? '', block, prose[i] ?? 0);
    const parent = block.element.parent ?? block.element;
    add(byParent, parent, block, prose[i] ?? 0);
    add(byOuter, parent.parent ?? parent, block, prose[i] ?? 0);
  }
  const steps = containerSteps(findContainer(blocks, measures));
  const overlap = textOverlap(hints.articleBody);
  const description = textOverlap(hints.description);
  const compared = hints.articleBody !== '' || hints.description !== '';
  const none = letterCodes('');
  const titleKey = headlineKey(hints.title);
  const width = htmlFeatureNames.length;
  const table = new Float32Array(width * blocks.length);
  let inside = 0;
  for (const [i, block] of blocks.entries()) if (steps(block.element)[1] === 0) inside += prose[i] ?? 0;
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
    for (const group of tagGroups) row[k++] = Number(group.includes(block.element.name));
    for (const name of cueNames) {
      const bit = cue[name];
      row[k++] = (block.ownCues & bit) !== 0 ? 3 : (block.nearCues & bit) !== 0 ? 2 : (block.cues & bit) !== 0 ? 1 : 0;
    }
    row[k++] = Number(block.hidden);
    const [down, out] = steps(block.element);
    row[k++] = down;
    row[k++] = out;
    row[k++] = inside / Math.max(1, total);
    const kind = bySignature.get(signatures[i] ?? '');
    row[k++] = Math.log2(1 + (kind?.blocks ?? 0));
    row[k++] = Math.log2(1 + (kind?.prose ?? 0) / Math.max(1, kind?.blocks ?? 1));
    row[k++] = (kind?.prose ?? 0) / Math.max(1, total);
    const parent = block.element.parent ?? block.element;
    const around = byParent.get(parent);
    row[k++] = (around?.links ?? 0) / Math.max(1, around?.length ?? 1);
    row[k++] = (around?.prose ?? 0) / Math.max(1, total);
    row[k++] = Math.log2(1 + (around?.blocks ?? 0));
    const outer = byOuter.get(parent.parent ?? parent);
    row[k++] = (outer?.links ?? 0) / Math.max(1, outer?.length ?? 1);
    row[k++] = (outer?.prose ?? 0) / Math.max(1, total);
    const codes = compared ? letterCodes(block.text) : none;
    row[k++] = overlap(codes);
    row[k++] = titleKey !== '' && Math.abs(m.length - hints.title.length) < 40 && headlineKey(block.text) === titleKey ? 1 : 0;
    row[k++] = description(codes);
    return row;
  });
}

/** Tag and first class of the element and of its parent: blocks of one kind on a page share it. */
function signature(element: Element): string {
  const one = (e: Element | undefined): string => (e === undefined ? '' : `${e.name}.${attribute(e, 'class').split(' ', 1)[0] ?? ''}`);
  return `${one(element)} ${one(element.parent)}`;
}

function add<K>(sums: Map<K, Sums>, key: K, block: Block, prose: number): void {
  const known = sums.get(key) ?? { prose: 0, length: 0, links: 0, blocks: 0 };
  known.prose += prose;
  known.length += block.text.length;
  known.links += block.linkLength;
  known.blocks++;
  sums.set(key, known);
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
