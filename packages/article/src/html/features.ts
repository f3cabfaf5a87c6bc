import type { Block } from './blocks.ts';
import { findContainer } from './container.ts';
import { cue } from './cue-bits.ts';
import type { Element } from './element.ts';
import { noRelatives, sumRelatives } from './relatives.ts';
import { textOverlap } from './text-overlap.ts';
import { contextFeatureNames, contextFeatures } from '../line/context-features.ts';
import { mainScript } from '../line/main-script.ts';
import type { LineMeasure } from '../line/measure.ts';
import { measureLine } from '../line/measure.ts';
import type { PhraseKind } from '../line/phrases.ts';
import { phraseKind } from '../line/phrases.ts';
import { proseLength } from '../line/prose.ts';
import { textFeatureNames, textFeatures } from '../line/text-features.ts';
import { headlineKey } from '../metadata/title.ts';
import { logOf } from '../model/log-of.ts';

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

/** One row of features a block. @param kinds which set phrase each block is. */
export function htmlFeatures(
  blocks: readonly Block[],
  hints: PageHints,
  kinds: readonly PhraseKind[] = blocks.map((block) => phraseKind(block.text)),
): Float32Array[] {
  const n = blocks.length;
  const measures: LineMeasure[] = [];
  const counts = new Map<string, number>();
  const context = { prose: new Float32Array(n), size: new Float32Array(n), endsSentence: new Float32Array(n), phrase: new Float32Array(n) };
  const links = new Float32Array(n);
  for (const [i, block] of blocks.entries()) {
    const m = measureLine(block.text);
    const kind = kinds[i] ?? 'none';
    measures.push(m);
    counts.set(block.text, (counts.get(block.text) ?? 0) + 1);
    const share = Math.fround(block.linkLength / block.text.length);
    links[i] = share;
    context.prose[i] = block.hidden || block.heading > 0 ? 0 : proseLength(m, kind, share);
    context.size[i] = logOf(m.length);
    context.endsSentence[i] = Number(m.endsSentence);
    context.phrase[i] = Number(kind !== 'none');
  }
  const { prose } = context;
  const writeContext = contextFeatures({ ...context, links });
  const script = mainScript(measures, prose);
  const total = Math.max(
    1,
    prose.reduce((a, b) => a + b, 0),
  );
  const relatives = sumRelatives(blocks, prose);
  const steps = containerSteps(findContainer(blocks, measures));
  const overlap = textOverlap(hints.articleBody);
  const description = textOverlap(hints.description);
  const titleKey = headlineKey(hints.title);
  const width = htmlFeatureNames.length;
  const table = new Float32Array(width * n);
  let inside = 0;
  const walked = blocks.map((block) => steps(block.element));
  for (const [i, step] of walked.entries()) if (step[1] === 0) inside += prose[i] ?? 0;
  const rows: Float32Array[] = [];
  for (const [i, block] of blocks.entries()) {
    const row = table.subarray(i * width, (i + 1) * width);
    rows.push(row);
    const m = measures[i] ?? measureLine(block.text);
    let k = textFeatures(row, 0, block.text, m, kinds[i] ?? 'none', counts.get(block.text) ?? 1, script);
    k = writeContext(row, k, i);
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
    row[k++] = inside / total;
    const { kind, around, outer } = relatives[i] ?? noRelatives;
    row[k++] = logOf(kind.blocks);
    row[k++] = Math.log2(1 + kind.prose / Math.max(1, kind.blocks));
    row[k++] = kind.prose / total;
    row[k++] = around.links / Math.max(1, around.length);
    row[k++] = around.prose / total;
    row[k++] = logOf(around.blocks);
    row[k++] = outer.links / Math.max(1, outer.length);
    row[k++] = outer.prose / total;
    row[k++] = overlap(block.text);
    row[k++] = titleKey !== '' && Math.abs(m.length - hints.title.length) < 40 && isHeadline(block.text, titleKey) ? 1 : 0;
    row[k++] = description(block.text);
  }
  return rows;
}

/** Whether a text is the headline with this key: most are told by their first letter, and need no key. */
function isHeadline(text: string, titleKey: string): boolean {
  const first = text.length < 2 ? 0 : text.charCodeAt(0) | 32;
  const isPlain = first >= 97 && first <= 122 && text.charCodeAt(1) < 128;
  return (!isPlain || first === titleKey.charCodeAt(0)) && headlineKey(text) === titleKey;
}

/** For each cue 3 where the block's own element has it, 2 where the one around it has, 1 where any on the way has, else 0. */
function cueFeatures(row: Float32Array, at: number, { ownCues, nearCues, cues }: Block): number {
  for (let c = 0; c < cueBits.length; c++) {
    const bit = cueBits[c] ?? 0;
    if ((cues & bit) !== 0) row[at + c] = (ownCues & bit) !== 0 ? 3 : (nearCues & bit) !== 0 ? 2 : 1;
  }
  return at + cueBits.length;
}

const farOutside = [0, 50] as const;

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
