import type { Element } from './element.ts';
import { attribute, findAttribute } from './element.ts';
import { ownCopy } from '../own-copy.ts';
import { makeScreen } from '../screen/screen.ts';

/** Bits of what the names (class, id, role, data attributes) and tags on the way to a block say about it. */
export const cue = {
  navigation: 1,
  aside: 2,
  footer: 4,
  header: 8,
  figure: 16,
  caption: 32,
  form: 64,
  table: 128,
  list: 256,
  article: 512,
  main: 1024,
  quote: 2048,
  bodyName: 4096,
  teaser: 8192,
  comments: 16384,
  share: 32768,
  advert: 65536,
  promotion: 131072,
  byline: 262144,
  hidden: 524288,
  bodyProperty: 1048576,
  consent: 2097152,
  tags: 4194304,
  dialog: 8388608,
  social: 16777216,
  lead: 33554432,
} as const;

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

/** Words in class names, ids and data attributes, in the order of the bits; German, French and Spanish ones where pages of those languages use them. */
const namePatterns: readonly (readonly [number, RegExp])[] = [
  [
    cue.navigation,
    /(?:^|[^a-z])(?:nav|navi|navbar|navigation|menu|menue|menü|breadcrumbs?|brotkrumen|crumbs|pagination|pager|paging|sitemap|topbar|toolbar|tabs?|toc|skip)(?![a-z])/,
  ],
  [
    cue.aside,
    /(?:^|[^a-z])(?:aside|sidebar|side|marginal|marginalie|rail|widgets?|infobox|info-box|factbox|kasten|widget-area|secondary|seitenleiste|barra)(?![a-z])|sidebar|widget/,
  ],
  [cue.footer, /(?:^|[^a-z])(?:footer|foot|colophon|imprint|impressum|copyright|legal|disclaimer|bottom|footnotes?)(?![a-z])|footer/],
  [cue.header, /(?:^|[^a-z])(?:header|masthead|head|banner|topline|kicker)(?![a-z])/],
  [cue.caption, /caption|(?:^|[^a-z])(?:legend|bildunterschrift|credits?|copyright|photo-?credit|image-?text|bildtext|bu)(?![a-z])/],
  [
    cue.figure,
    /(?:^|[^a-z])(?:figure|gallery|galerie|slideshow|slider|carousel|lightbox|bild|image|photo|video|player|media|audio|podcast)(?![a-z])|gallery|video|slider|carousel/,
  ],
  [
    cue.bodyName,
    /article-?_?(?:body|content|text|copy|main)|(?:entry|post|story|content|page|text|main|news|blog|body|detail)-?_?-?(?:content|body|text|copy|article|entry)(?![a-z])|(?:^|[^a-z])(?:articlebody|artikeltext|artikel|richtext|rich-text|rte|body-?text|paragraphs?|prose|fliesstext|copytext|csc-textpic-text|bodytext|post-inner|entry|texto|contenido|cuerpo|corps)(?![a-z])/,
  ],
  [
    cue.teaser,
    /(?:^|[^a-z])(?:teasers?|related|recommend(?:ed|ations?)?|recirc|more|most|trending|popular|similar|suggest(?:ed|ions)?|read-?(?:more|next|also)|also|further|latest|recent|next|previous|prev|outbrain|taboola|cards?|listing|feed|ticker|mehr|weiterlesen|verwandt|relacionad[ao]s?|teaserlist|collection|series|stories|headlines|tease|promo-?list|article-?list|post-?list|linklist|link-?box|links?)(?![a-z])|related|teaser|recommend/,
  ],
  [
    cue.comments,
    /(?:^|[^a-z])(?:comments?|commentlist|respond|reply|replies|disqus|kommentare?|comentarios?|commentaires?|discussion|leserbriefe?|forum|reviews?|rating|bewertung(?:en)?|feedback|trackbacks?|pingback)(?![a-z])|comment/,
  ],
  [
    cue.share,
    /(?:^|[^a-z])(?:share|sharing|shares|sharedaddy|sharebar|addthis|addtoany|shariff|social|socials|follow|bookmark|print|teilen|compartir|partager|icons?|actions?|tools?)(?![a-z])|social|sharing/,
  ],
  [
    cue.advert,
    /(?:^|[^a-z])(?:ads?|adv|advert|advertisement|advertorial|adslot|sponsor(?:ed)?|anzeigen?|werbung|banner|dfp|gpt|publicidad|affiliate|commercial)(?![a-z])/,
  ],
  [
    cue.promotion,
    /(?:^|[^a-z])(?:promo|promotion|newsletter|subscribe|subscription|signup|sign-up|login|register|paywall|paid|offer|abo|cta|call-to-action|donate|spenden?|donation|membership|piano|premium|upsell|app-?(?:banner|promo)|shop|product|price|cart|warenkorb)(?![a-z])|newsletter|paywall|subscri/,
  ],
  [
    cue.byline,
    /(?:^|[^a-z])(?:byline|author|authors|autor|autoren|bio|meta|metadata|date|dateline|datum|published|pubdate|timestamp|time|writer|contributor|posted|entry-?meta|post-?meta|info|credit|source)(?![a-z])|byline|author/,
  ],
  [
    cue.hidden,
    /(?:^|[^a-z])(?:hidden|hide|invisible|visually-?hidden|sr-only|screen-reader(?:-text)?|visuallyhidden|d-none|noprint|no-print|print-only)(?![a-z])/,
  ],
  [cue.consent, /cookie|consent|gdpr|dsgvo|cmp(?![a-z])|datenschutz|privacy/],
  [
    cue.tags,
    /(?:^|[^a-z])(?:tags?|taglist|tag-?cloud|keywords?|categor(?:y|ies)|cat-links|kategorien?|topics?|themen|schlagworte?|labels?|etiquetas)(?![a-z])/,
  ],
  [cue.dialog, /(?:^|[^a-z])(?:modal|popup|pop-up|overlay|dialog|tooltip|dropdown|flyout|toast|notification|offcanvas|accordion)(?![a-z])/],
  [
    cue.social,
    /(?:^|[^a-z])(?:twitter-?(?:tweet)?|tweet|instagram|facebook|embed|embedded|youtube|tiktok|wp-block-embed|pinterest)(?![a-z])/,
  ],
  [
    cue.lead,
    /(?:^|[^a-z])(?:lead|lede|intro|standfirst|subtitle|sub-?head(?:line)?|summary|dek|deck|description|excerpt|abstract|vorspann|anreisser|chapo|entradilla|bajada|untertitel|strapline)(?![a-z])/,
  ],
];

/** Which of the expressions a name may match: most names hold a word of two or three. */
const screen = makeScreen(namePatterns.map(([, pattern]) => pattern));
const never = [0, /(?!)/] as const;

const seenLists = new Map<string, number>();
const seenNames = new Map<string, number>();

/** The cue bits of a list of names; remembered, because a page repeats its class names hundreds of times. */
function listCues(names: string): number {
  const known = seenLists.get(names);
  if (known !== undefined) return known;
  let bits = 0;
  // No expression looks past a space: each name is looked up by itself, because pages have few names and many lists of them.
  for (const name of names.split(' ')) if (name !== '') bits |= nameCues(name);
  remember(seenLists, names, bits);
  return bits;
}

function nameCues(name: string): number {
  const known = seenNames.get(name);
  if (known !== undefined) return known;
  const text = name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  let bits = 0;
  for (let worth = screen(text); worth !== 0; worth &= worth - 1) {
    const [bit, pattern] = namePatterns[31 - Math.clz32(worth & -worth)] ?? never;
    if (pattern.test(text)) bits |= bit;
  }
  remember(seenNames, name, bits);
  return bits;
}

function remember(seen: Map<string, number>, names: string, bits: number): void {
  if (seen.size > 20_000) seen.clear();
  seen.set(ownCopy(names), bits);
}

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
    bits |= listCues(value.length > longestNames - length ? value.slice(0, longestNames - length) : value);
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
