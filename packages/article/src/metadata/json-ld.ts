/** What structured data says about the article. Every field may be missing. */
export interface JsonLdArticle {
  headline?: string;
  published?: string;
  modified?: string;
  body?: string;
  language?: string;
  url?: string;
  description?: string;
  publisher?: string;
  authors: string[];
}

type Json = Record<string, unknown>;

const longestScript = 2_000_000;
/** Pages have a handful. */
const mostScripts = 200;
const mostNodes = 5_000;
const articleType = /(?:Article|BlogPosting|Report|Posting|Review|Recipe|ScholarlyWork|CreativeWork|Claim|HowTo)/;
const pageType = /^(?:WebPage|ItemPage|AboutPage|FAQPage|VideoObject|QAPage|Event|Product)$/;

/** Reads the scripts of type `application/ld+json`; broken ones are skipped. The article's own node wins over the page's. */
export function readJsonLd(scripts: readonly string[]): JsonLdArticle {
  const nodes: Json[] = [];
  for (const script of scripts.slice(0, mostScripts)) {
    if (script.length > longestScript) continue;
    const parsed = parseLoosely(script);
    if (parsed !== undefined) collect(parsed, nodes, 0);
  }
  const byId = new Map(nodes.filter((node) => typeof node['@id'] === 'string').map((node) => [node['@id'] as string, node]));
  const typed = (pattern: RegExp): Json[] => nodes.filter((node) => typesOf(node).some((type) => pattern.test(type)));
  const articles = typed(articleType).sort((a, b) => rank(b) - rank(a));
  const result: JsonLdArticle = { authors: [] };
  for (const node of [...articles.slice(0, 1), ...typed(pageType)]) merge(result, node, byId);
  return result;
}

/** A node that has a date, a headline and a body is the page's article; teasers of others have less. */
function rank(node: Json): number {
  return Number('articleBody' in node) * 4 + Number('datePublished' in node) * 2 + Number('headline' in node) + Number('author' in node);
}

function merge(result: JsonLdArticle, node: Json, byId: ReadonlyMap<string, Json>): void {
  const set = (key: Exclude<keyof JsonLdArticle, 'authors'>, value: unknown): void => {
    const text = plainText(value);
    if (text !== '' && result[key] === undefined) result[key] = text;
  };
  const isArticle = typesOf(node).some((type) => articleType.test(type));
  if (isArticle) set('headline', node['headline'] ?? node['name']);
  set('published', node['datePublished'] ?? node['dateCreated'] ?? node['uploadDate']);
  set('modified', node['dateModified']);
  if (isArticle) set('body', node['articleBody']);
  set('language', node['inLanguage']);
  set('description', node['description']);
  const main = node['mainEntityOfPage'];
  set('url', node['url'] ?? (isObject(main) ? main['@id'] : main));
  const publisher = namesOf(node['publisher'], byId)[0];
  if (publisher !== undefined) result.publisher ??= publisher;
  if (result.authors.length === 0 && isArticle) result.authors = namesOf(node['author'] ?? node['creator'], byId);
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Json>): string[] {
  const list = Array.isArray(value) ? value.slice(0, 30) : [value];
  return list
    .flatMap((entry: unknown) => {
      if (typeof entry === 'string') return [plainText(entry)];
      if (!isObject(entry)) return [];
      const known = entry['name'] ?? (typeof entry['@id'] === 'string' ? byId.get(entry['@id'])?.['name'] : undefined);
      return Array.isArray(known) ? known.map(plainText) : [plainText(known)];
    })
    .filter((name) => name !== '');
}

function plainText(value: unknown): string {
  if (Array.isArray(value)) return plainText(value[0]);
  if (isObject(value)) return plainText(value['@value'] ?? value['name'] ?? value['@id']);
  return typeof value === 'string' ? value.trim() : '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(node: Json): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type])
    .filter((name): name is string => typeof name === 'string')
    .map((name) => name.replace(/^.*[/#]/, ''));
}

function collect(value: unknown, nodes: Json[], depth: number): void {
  if (depth > 6 || nodes.length >= mostNodes) return;
  if (Array.isArray(value)) for (const entry of value) collect(entry, nodes, depth + 1);
  else if (isObject(value)) {
    if ('@type' in value) nodes.push(value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'publisher', 'author'])
      if (key in value) collect(value[key], nodes, depth + 1);
  }
}

/** JSON.parse, and once more with the faults that publishing systems make: comment wrappers, raw line breaks in strings, trailing commas and semicolons. */
function parseLoosely(script: string): unknown {
  const text = script
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .trimEnd()
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)$/, '');
  for (const attempt of [
    (t: string) => t,
    (t: string) =>
      t
        .replace(/[\u0000-\u001f]+/g, ' ')
        .replace(/,\s?([}\]])/g, '$1')
        .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(attempt(text)) as unknown;
    } catch {
      continue;
    }
  }
  return undefined;
}
