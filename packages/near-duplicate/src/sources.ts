import type { ArticleInput } from './article.ts';
import { hashText } from './hash.ts';

/** A publisher family: its name in lower case (empty when unknown) and a number for it (0 when unknown). */
export interface Source {
  name: string;
  number: number;
}

const MOST_KNOWN = 50_000;
const LONGEST = 200;

/** Creates the function that names an article's source: publisher, else the host of its address. One string for each publisher, not one for each article. */
export function createSources(): (article: Pick<ArticleInput, 'publisher' | 'url'>) => Source {
  const byName = new Map<string, Source>();
  const asPrinted = new Map<string, Source>();
  const sourceNamed = (name: string): Source => {
    const known = byName.get(name);
    if (known !== undefined) return known;
    if (byName.size >= MOST_KNOWN) byName.clear();
    const source = { name, number: hashText(name) };
    byName.set(name, source);
    return source;
  };
  return ({ publisher, url }) => {
    const printed = publisher ?? hostOf(url);
    const known = asPrinted.get(printed);
    if (known !== undefined) return known;
    const source = sourceNamed(printed.trim().slice(0, LONGEST).toLowerCase());
    if (printed.length > LONGEST) return source;
    if (asPrinted.size >= MOST_KNOWN) asPrinted.clear();
    asPrinted.set(printed, source);
    return source;
  };
}

function hostOf(url: string | null | undefined): string {
  return /^[a-z]{2,10}:\/\/(?:www\.)?([^/?#:@]{1,200})/i.exec(url ?? '')?.[1] ?? '';
}
