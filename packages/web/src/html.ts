/** Markup that is safe to put into a page as it stands. */
export interface Html {
  readonly markup: string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for element content and quoted attribute values. */
export function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

type Part = string | number | null | undefined | Html | readonly Html[];

function partMarkup(part: Part): string {
  if (part === null || part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  if ('markup' in part) return part.markup;
  return part.map((item) => item.markup).join('');
}

/** Template tag: every value is escaped unless it is markup made by this tag, so that no text of an article can become markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? '';
  parts.forEach((part, index) => {
    markup += partMarkup(part) + (strings[index + 1] ?? '');
  });
  return { markup };
}

/** A URL that may stand in `href`: http and https only; anything else (javascript:, data:) gives undefined. */
export function safeHref(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}
