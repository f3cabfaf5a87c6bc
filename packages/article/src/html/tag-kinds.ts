const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements without content (HTML standard, 13.1.2). */
export const voidTags = set('area base br col embed hr img input link meta param source track wbr');
/** Elements whose content is never read as page text. */
export const droppedTags = set(
  'script style noscript template svg iframe object canvas math audio video select textarea datalist noembed noframes',
);
/** Elements without tags inside: all up to their end tag is text (HTML standard, 13.2.5.2–5), in two of them with character references. */
export const rawTags = set('script style title textarea iframe noembed noframes xmp plaintext');
export const referenceTags = set('title textarea');
/** Elements that stand inside a line of text; all others begin a new block. */
export const inlineTags = set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr output picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr amp-img',
);
/** Elements that end an open paragraph when they begin (HTML standard, 13.1.2.4). */
export const endsParagraph = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul',
);
/** For an opening tag: the open elements it ends, and the elements beyond which it does not look. */
export const impliedEnds: Readonly<Record<string, { ends: ReadonlySet<string>; within: ReadonlySet<string> } | undefined>> = {
  li: { ends: set('li'), within: set('ul ol menu dir div section article') },
  dt: { ends: set('dt dd'), within: set('dl div') },
  dd: { ends: set('dt dd'), within: set('dl div') },
  tr: { ends: set('tr td th'), within: set('table tbody thead tfoot') },
  td: { ends: set('td th'), within: set('tr table') },
  th: { ends: set('td th'), within: set('tr table') },
  tbody: { ends: set('thead tbody tfoot tr td th'), within: set('table') },
  tfoot: { ends: set('thead tbody tfoot tr td th'), within: set('table') },
  option: { ends: set('option'), within: set('select datalist optgroup') },
  a: { ends: set('a'), within: set('table td li div p section article') },
};
/** Attributes worth keeping: structure, names that people give to parts, and metadata. */
export const keptAttributes = set(
  'class id itemprop itemtype itemscope role href rel datetime content name property type lang xml:lang hidden aria-hidden style title data-testid data-component data-qa data-type data-module pubdate http-equiv value',
);

/** What may stand in a page's head; any other element ends a head left open. */
export const headTags = set('base basefont bgsound link meta title script style noscript template');
