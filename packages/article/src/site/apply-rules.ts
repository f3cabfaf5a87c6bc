import type { Block } from '../html/blocks.ts';
import type { Element } from '../html/element.ts';
import { attribute, textOf } from '../html/element.ts';
import { fold } from '../metadata/head.ts';
import type { SlashOrder } from '../metadata/page-date.ts';
import { readDate } from '../metadata/page-date.ts';
import type { PublishedDate } from '../metadata/published.ts';
import type { Selector } from './selector.ts';
import { findAll } from './selector.ts';
import type { SiteRules } from './site-rules.ts';

/** Takes the parts out of the tree that the rules drop. */
export function dropParts(root: Element, rules: SiteRules): void {
  const dropped = findAll(root, rules.drop ?? []);
  for (const { parent } of dropped)
    if (parent !== undefined) parent.children = parent.children.filter((child) => typeof child === 'string' || !dropped.has(child));
}

/** What the rules say of each block: true is body, false is not, undefined leaves it to the judge. */
export function ruleOnBlocks(root: Element, blocks: readonly Block[], rules: SiteRules): (boolean | undefined)[] {
  const bodies = findAll(root, rules.body ?? []);
  const isDropped = lineFilter(rules.dropLines ?? []);
  return blocks.map((block) => {
    if (isDropped(block.text)) return false;
    if (bodies.size === 0) return undefined;
    for (let element: Element | undefined = block.element; element !== undefined; element = element.parent)
      if (bodies.has(element)) return true;
    return false;
  });
}

function lineFilter(lines: readonly string[]): (text: string) => boolean {
  const key = (text: string): string => fold(text).toLowerCase();
  const whole = new Set(lines.filter((line) => !line.endsWith('…')).map(key));
  const begins = lines.filter((line) => line.endsWith('…')).map((line) => key(line.slice(0, -1)));
  return (text) => {
    const line = key(text.slice(0, 1_000));
    return whole.has(line) || begins.some((start) => line.startsWith(start));
  };
}

/** The text of the first part that the selectors name; undefined where there is none. */
export function firstText(root: Element, selectors: readonly Selector[] | undefined): string | undefined {
  return allTexts(root, selectors)[0];
}

/** The texts of all parts that the selectors name, each once. */
export function allTexts(root: Element, selectors: readonly Selector[] | undefined): string[] {
  const texts = [...findAll(root, selectors ?? [])].slice(0, 20).map((element) => fold(textOf(element, 500)));
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** The first readable date of the parts that the selectors name. */
export function firstDate(root: Element, selectors: readonly Selector[] | undefined, order: SlashOrder): PublishedDate | null {
  for (const element of findAll(root, selectors ?? [])) {
    for (const text of [attribute(element, 'datetime'), attribute(element, 'content'), fold(textOf(element, 200))]) {
      const date = text === '' ? null : readDate(text, order);
      if (date !== null) return { ...date, source: 'time' };
    }
  }
  return null;
}
