export interface OpmlEntry {
  url: string;
  title?: string;
  htmlUrl?: string;
  folders?: readonly string[];
  language?: string;
}

/** Writes a list of feeds as OPML 2.0, grouped by folder, in the order given. */
export function writeOpml(title: string, entries: readonly OpmlEntry[]): string {
  const root: Folder = { feeds: [], folders: new Map() };
  for (const entry of entries) {
    let folder = root;
    for (const name of entry.folders ?? []) {
      let inner = folder.folders.get(name);
      if (inner === undefined) folder.folders.set(name, (inner = { feeds: [], folders: new Map() }));
      folder = inner;
    }
    folder.feeds.push(entry);
  }
  const body = lines(root, '    ').join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${escaped(title)}</title>\n  </head>\n  <body>\n${body}${body === '' ? '' : '\n'}  </body>\n</opml>\n`;
}

interface Folder {
  feeds: OpmlEntry[];
  folders: Map<string, Folder>;
}

function lines(folder: Folder, indent: string): string[] {
  const feeds = folder.feeds.map((feed) => {
    const name = feed.title ?? feed.url;
    return `${indent}<outline type="rss"${attributes({ text: name, title: name, xmlUrl: feed.url, htmlUrl: feed.htmlUrl, language: feed.language })}/>`;
  });
  const folders = [...folder.folders].flatMap(([name, inner]) => [
    `${indent}<outline${attributes({ text: name, title: name })}>`,
    ...lines(inner, `${indent}  `),
    `${indent}</outline>`,
  ]);
  return [...feeds, ...folders];
}

function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('');
}

/** XML 1.0 cannot carry control characters or lone surrogates, not even as references: they are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
