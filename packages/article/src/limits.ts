/** Longest page read, in UTF-16 code units; a longer one is refused with `too-large`. */
export const maxHtmlLength = 12_000_000;
/** Most nodes (elements and pieces of text) of a page; a page with more is refused with `too-many-nodes`. Real pages of the corpora stay below 60,000. */
export const maxNodes = 300_000;
/** Deepest nesting kept; what is nested deeper is laid flat at this depth. Real pages stay below 100. */
export const maxDepth = 256;
/** How many open elements an end tag looks through for its start tag: bounds the work per tag. */
export const maxEndTagSearch = 64;
/** Longest attribute value kept. */
export const maxAttributeLength = 4_000;
/** Longest body of a page, in UTF-16 code units: twice a thick novel. A longer one is refused with `too-large`. */
export const maxBodyLength = 2_000_000;
/** Longest flat text read; longer input is refused with `too-large`. */
export const maxTextLength = 4_000_000;
/** Most lines of a flat text that are judged; what comes after is left out as boilerplate. */
export const maxLines = 20_000;
/** Longest line that is looked at by patterns; longer lines are judged by their beginning. */
export const maxPatternLength = 2_000;
