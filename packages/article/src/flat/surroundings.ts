import { agencyNamed } from '@copydesk/text';
import { cleanAuthors } from '../metadata/authors.ts';
import type { SlashOrder } from '../metadata/page-date.ts';
import { readDate } from '../metadata/page-date.ts';
import type { PublishedDate } from '../metadata/published.ts';
import { agrees } from '../metadata/title.ts';
import { phraseKind } from '../line/phrases.ts';
import type { Line } from './lines.ts';

/** What the lines around a flat text's body say about the article. */
export interface Surroundings {
  headline: Line | undefined;
  /** Headline and outlet of a feed's closing line ("The post … appeared first on …"). */
  postTitle: string | undefined;
  outlet: string | undefined;
  authors: string[];
  published: PublishedDate | null;
  updated: PublishedDate | null;
}

const updatedWord = /\b(?:updated?|aktualisiert|actualizado|mis à jour|aggiornato|modified|bijgewerkt|обновлено|güncelleme|更新)\b|更新/i;
const feedFooter =
  /^The post (.{3,300}?) (?:appeared first on|first appeared on) (.{2,80}?)\.?$|^Der Beitrag (.{3,300}?) erschien (?:zuerst )?(?:auf|bei) (.{2,80}?)\.?$/i;
const longestDateLine = 160;

/** Reads the lines above and below the body, nearest first. `title` is what the caller knows already. */
export function readSurroundings(
  lines: readonly Line[],
  first: number,
  last: number,
  title: string | undefined,
  order: SlashOrder,
): Surroundings {
  const above = lines.slice(Math.max(0, first - 12), first).toReversed();
  const below = lines.slice(last + 1, last + 9);
  let [postTitle, outlet]: (string | undefined)[] = [undefined, undefined];
  for (const line of below) {
    const match = feedFooter.exec(line.text.slice(0, 500));
    if (match === null) continue;
    postTitle ??= match[1] ?? match[3];
    outlet ??= match[2] ?? match[4];
  }
  let published: PublishedDate | null = null;
  let updated: PublishedDate | null = null;
  const dateLines: Line[] = [];
  for (const line of [...above.slice(0, 8), ...below.slice(0, 3)]) {
    if (line.text.length > longestDateLine) continue;
    const date = readDate(line.text, order);
    if (date === null) continue;
    dateLines.push(line);
    if (updatedWord.test(line.text) && !/publish|veröffentlicht|publicado|publié/i.test(line.text)) updated ??= { ...date, source: 'text' };
    else published ??= { ...date, source: 'text' };
  }
  const known = title ?? postTitle;
  const headline =
    known === undefined ? above.find((line) => isHeadline(line.text, order)) : above.find((line) => agrees(line.text, known));
  return { headline, postTitle, outlet, authors: authorsOf(above, below, dateLines, headline), published, updated };
}

function isHeadline(text: string, order: SlashOrder): boolean {
  if (text.length < 20 || text.length > 220 || phraseKind(text) !== 'none') return false;
  return (
    !/[.:;,]$/.test(text) &&
    (text.match(/\p{L}{2,}|\p{Script=Han}/gu) ?? []).length >= 3 &&
    (text.length > 60 || readDate(text, order) === null) &&
    !/^(?:home|startseite)\b/i.test(text)
  );
}

/** Names behind "by", and a name that stands alone beside the date. */
function authorsOf(above: readonly Line[], below: readonly Line[], dateLines: readonly Line[], headline: Line | undefined): string[] {
  const named = [...above.slice(0, 6), ...below.slice(0, 2)].filter(
    (line) => /^(?:by|von|por|par|di|door|av|af|text|autor(?:in)?|author)\s?:?\s\p{Lu}/iu.test(line.text) && line.text.length < 120,
  );
  const authors = cleanAuthors(named.map((line) => beforeDate(line.text)));
  if (authors.length > 0) return authors;
  const beside = above.filter(
    (line, i) =>
      line !== headline &&
      isPersonName(line.text) &&
      [above[i - 1], above[i + 1]].some((other) => other !== undefined && dateLines.includes(other)),
  );
  return cleanAuthors(beside.slice(0, 1).map((line) => line.text));
}

/** Two to four capitalised words and nothing else, no set phrase, no agency. */
function isPersonName(text: string): boolean {
  return (
    text.length <= 40 &&
    /^\p{Lu}[\p{L}.'’-]+(?:\s(?:(?:van|von|de|der|den|da|di|al|el|bin|la|le)\s)?\p{Lu}[\p{L}.'’-]*){1,3}$/u.test(text) &&
    phraseKind(text) === 'none' &&
    agencyNamed(text) === undefined
  );
}

/** What stands before a date on a byline: "By Ada Quill, 4 March 2021" gives "By Ada Quill". */
function beforeDate(text: string): string {
  if (!/\d{4}/.test(text)) return text;
  return text.split(/[|•·]|\s[–-]\s|,\s?(?=\d)|\s(?=\d)|,\s(?=\p{L}{3,9}\.?\s\d)/u, 1)[0] ?? text;
}
