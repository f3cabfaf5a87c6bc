import type { Element } from './element.ts';
import { cue } from './cue-bits.ts';
import { attribute, findAttribute } from './element.ts';
import { nameCues } from './name-cues.ts';

const byTag: Readonly<Record<string, number | undefined>> = {
  nav: cue.navigation,
  menu: cue.navigation,
  aside: cue.aside,
  footer: cue.footer,
  header: cue.header,
  figure: cue.figure,
  figcaption: cue.caption,
  form: cue.form,
  button: cue.form,
  label: cue.form,
  table: cue.table,
  ul: cue.list,
  ol: cue.list,
  dl: cue.list,
  article: cue.article,
  main: cue.main,
  blockquote: cue.quote,
  dialog: cue.dialog,
  details: cue.dialog,
  address: cue.byline,
};
const byRole: Readonly<Record<string, number | undefined>> = {
  navigation: cue.navigation,
  menu: cue.navigation,
  complementary: cue.aside,
  contentinfo: cue.footer,
  banner: cue.header,
  search: cue.form,
  dialog: cue.dialog,
  alertdialog: cue.dialog,
  main: cue.main,
  article: cue.article,
};

/** How much of an element's names is looked at. */
const longestNames = 300;

const nameAttributes: ReadonlySet<string> = new Set([
  'class',
  'id',
  'data-testid',
  'data-component',
  'data-qa',
  'data-type',
  'data-module',
]);

/** What the element's own tag, role, names and item property say. */
export function elementCues(element: Element): number {
  let bits = byTag[element.name] ?? 0;
  const { attributes } = element;
  // Names on the whole page ("has-sidebar", "comments-open") say nothing about a part of it.
  if (attributes === undefined || element.name === 'body' || element.name === 'html') return bits;
  let length = 0;
  for (let i = 0; i < attributes.length && length < longestNames; i += 2) {
    const value = attributes[i + 1] ?? '';
    if (value === '' || !nameAttributes.has(attributes[i] ?? '')) continue;
    bits |= nameCues(value.length > longestNames - length ? value.slice(0, longestNames - length) : value);
    length += value.length + 1;
  }
  const role = attribute(element, 'role');
  if (role !== '') bits |= byRole[role] ?? 0;
  const property = attribute(element, 'itemprop');
  if (property !== '') {
    if (/\b(?:articleBody|reviewBody)\b/.test(property)) bits |= cue.bodyProperty;
    else if (/\b(?:caption|author|publisher|datePublished)\b/.test(property)) bits |= cue.byline;
    else if (property === 'comment') bits |= cue.comments;
  }
  if (isHidden(element)) bits |= cue.hidden;
  return bits;
}

/** Whether the page itself says that the element is not shown. */
export function isHidden(element: Element): boolean {
  if (element.attributes === undefined) return false;
  if (findAttribute(element, 'hidden') !== undefined || findAttribute(element, 'aria-hidden') === 'true') return true;
  const style = findAttribute(element, 'style');
  return style !== undefined && /(?:^|[;\s])(?:display\s?:\s?none|visibility\s?:\s?hidden)/.test(style);
}

/** Classes and styles for what is read out but not shown: "opens in a new tab" behind a link, a label before a number. */
const readOutOnly =
  /(?:^|[\s_]|[a-z0-9]-)(?<!not-)(?:sr-only|visually-?hidden|hidden-visually|screen-?reader(?:-(?:text|only))?|show-for-sr|offscreen|assistive-text)(?:$|\s)/i;
const clippedAway = /clip\s?:\s?rect\(\s?[01]|clip-path\s?:\s?inset\(\s?(?:50|100)%/;

/** Whether an element inside a line is there for screen readers only. */
export function isReadOutOnly(element: Element): boolean {
  const names = attribute(element, 'class');
  if (names !== '' && readOutOnly.test(names)) return true;
  const style = attribute(element, 'style');
  return style !== '' && clippedAway.test(style);
}
