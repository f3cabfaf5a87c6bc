import { scrub } from '@copydesk/text';
import { flatFeatures } from '../src/flat/features.ts';
import { splitLines } from '../src/flat/lines.ts';
import { unescapeReferences } from '../src/flat/unescape.ts';
import type { Block } from '../src/html/blocks.ts';
import { collectBlocks } from '../src/html/blocks.ts';
import { buildTree } from '../src/html/build-tree.ts';
import type { Element } from '../src/html/element.ts';
import type { PageHints } from '../src/html/features.ts';
import { htmlFeatures } from '../src/html/features.ts';
import { inlineTags } from '../src/html/tag-kinds.ts';
import { pageHints } from '../src/read-html.ts';
import type { GoldPage } from './corpora.ts';
import type { Labels } from './labels.ts';
import { labelLines } from './labels.ts';

/** A page, or a part of one, ready for training: a row of features, a target and a weight a line. */
export interface Sample extends Labels {
  page: GoldPage;
  texts: string[];
  rows: Float32Array[];
  /** Where the part begins in the whole page's lines; whole pages begin at 0. */
  from: number;
}

type Part = (from: number, to: number) => Sample;

/** The whole page, and how to make a sample of a part of it. Undefined for pages that are refused. */
export function htmlSample(page: GoldPage): { whole: Sample; part: Part } | undefined {
  const tree = buildTree(page.html);
  if (!tree.ok) return undefined;
  const blocks = collectBlocks(tree.root);
  const hints: PageHints = pageHints(tree.root, tree.jsonLd);
  const labels = labelLines(
    blocks.map((block) => block.text),
    page,
  );
  const part = (from: number, to: number, known: PageHints): Sample => {
    const some: Block[] = blocks.slice(from, to);
    return sample(
      page,
      some.map((block) => block.text),
      htmlFeatures(some, known),
      labels,
      from,
      to,
    );
  };
  return {
    whole: part(0, blocks.length, hints),
    part: (from, to) => part(from, to, { title: hints.title, articleBody: '', description: '' }),
  };
}

/** The same for the page flattened to lines. */
export function flatSample(page: GoldPage): { whole: Sample; part: Part } | undefined {
  const tree = buildTree(page.html);
  if (!tree.ok) return undefined;
  const lines = splitLines(scrub(unescapeReferences(flatten(tree.root)).text).text);
  const labels = labelLines(
    lines.map((line) => line.text),
    page,
  );
  const part: Part = (from, to) => {
    const some = lines.slice(from, to);
    return sample(
      page,
      some.map((line) => line.text),
      flatFeatures(some),
      labels,
      from,
      to,
    );
  };
  return { whole: part(0, lines.length), part };
}

function sample(page: GoldPage, texts: string[], rows: Float32Array[], labels: Labels, from: number, to: number): Sample {
  return { page, texts, rows, from, targets: labels.targets.slice(from, to), weights: labels.weights.slice(from, to) };
}

/** A page's text with a line break at every block boundary; line breaks of the source stay. */
function flatten(root: Element): string {
  const parts: string[] = [];
  const walk = (element: Element): void => {
    for (const child of element.children) {
      if (typeof child === 'string') parts.push(child);
      else if (child.name !== 'head') {
        const inline = inlineTags.has(child.name);
        if (!inline) parts.push('\n');
        walk(child);
        if (!inline || child.name === 'br') parts.push('\n');
      }
    }
  };
  walk(root);
  return parts.join('');
}
