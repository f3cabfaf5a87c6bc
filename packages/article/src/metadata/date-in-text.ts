import type { Block } from '../html/blocks.ts';
import type { SlashOrder } from './page-date.ts';
import { mayHoldDate, readDate } from './page-date.ts';
import type { PublishedDate } from './published.ts';
import { agrees } from './title.ts';

/** Where the body stands among the page's blocks, and the headline to look for. */
export interface BodyPlace {
  first: number;
  last: number;
  title: string | null;
  /** Which blocks are body: in those only short lines are looked at, for the others may speak of any day. */
  keep?: readonly boolean[];
}

/** No page of the web is older; an earlier date is one the text speaks of. */
const earliest = '1994';
const longestDateLine = 160;
const publishedWord =
  /\b(?:published|posted|first published|veröffentlicht|erschienen|publiziert|erstellt|gepostet|eingestellt|publicado|publicada|publié|publiée|pubblicato|gepubliceerd|publisert|publicerad|julkaistu|opublikowano|publikováno|megjelent|опубликовано|опубліковано|yayınlanma|date de publication|datum|fecha|data)\b|公開|发布|掲載|配信|등록|입력|نشر/i;
const updatedWord =
  /\b(?:updated?|aktualisiert|geändert|änderung|actualizado|mis à jour|aggiornato|modified|bijgewerkt|обновлено|güncelleme)\b|更新/i;

/**
 * A date that the visible text gives for the article: beside a word for publishing, near the headline, at the head of the first paragraph, at the end of the body, below it.
 * @param reach `headline` looks near the headline and nowhere else.
 */
export function dateInText(
  blocks: readonly Block[],
  place: BodyPlace,
  order: SlashOrder,
  reach: 'headline' | 'page' = 'page',
): PublishedDate | null {
  const { first, last, title, keep } = place;
  if (first < 0) return null;
  const headings = title === null ? [] : headlines(blocks, title, first, last);
  const headline = headings[0] ?? -1;
  const near = headline >= 0 ? headline : first;
  const above = nearestFirst(Math.max(0, near - (headline >= 0 ? 7 : 12)), Math.min(near + (headline >= 0 ? 9 : 3), blocks.length), near);
  const around = headline >= 0 && headline > first ? [] : nearestFirst(Math.max(0, first - 4), Math.min(first + 3, blocks.length), first);
  const below = nearestFirst(last + 1, Math.min(last + 12, blocks.length), last);
  const further = nearestFirst(last + 12, Math.min(last + 30, blocks.length), last);
  const labelled = (indices: readonly number[]): number[] =>
    indices.filter((i) => mayHoldDate(textAt(i)) && publishedWord.test(textAt(i).slice(0, longestDateLine)));
  if (reach === 'headline') return find(labelled(above)) ?? find(above);
  return (
    find(labelled([...above, ...around, ...below, ...further])) ??
    find(above) ??
    find(around) ??
    atHead() ??
    find([last, last - 1].filter((i) => keep?.[i] === true)) ??
    find(headings.slice(1).flatMap((i) => [i + 1, i - 1, i + 2])) ??
    find(below) ??
    find(withTitle())
  );

  /** Lines elsewhere that name the article and a date ("… was posted on 19 May 2010"). */
  function withTitle(): number[] {
    if (title === null || title.length < 12) return [];
    const lines: number[] = [];
    for (let i = 0; i < Math.min(blocks.length, 2_000); i++) {
      const text = textAt(i);
      if (text.length > title.length + 8 && text.length <= longestDateLine + title.length && text.includes(title)) lines.push(i);
    }
    return lines;
  }

  function textAt(i: number): string {
    return blocks[i]?.text ?? '';
  }

  function find(indices: readonly number[]): PublishedDate | null {
    for (const i of indices) {
      const text = textAt(i);
      const longest = (keep?.[i] ?? (i >= first && i <= last)) ? 60 : longestDateLine + (title?.length ?? 0);
      if (text.length > longest || !mayHoldDate(text) || (updatedWord.test(text) && !publishedWord.test(text))) continue;
      const word = publishedWord.exec(text)?.index ?? 0;
      const date = readDate(text.slice(word), order) ?? readDate(text, order);
      if (date !== null && date.value >= earliest) return { ...date, source: 'text' };
    }
    return null;
  }

  /** "29.11.2022 – …", "Press release of 25 January 2022 | …": the first 60 characters of the first paragraphs. */
  function atHead(): PublishedDate | null {
    for (let i = first; i < Math.min(first + 5, blocks.length); i++) {
      const date = readDate(textAt(i).slice(0, 60), order);
      if (date !== null && date.value >= earliest) return { ...date, source: 'text' };
    }
    return null;
  }
}

/** Headings up to the end of the body that are the article's headline: of several (teasers repeat it) the one nearest above the body first, else the one within it. */
function headlines(blocks: readonly Block[], title: string, first: number, last: number): number[] {
  const found: number[] = [];
  for (let i = 0; i <= last && found.length < mostHeadlines && (i <= first || found.length === 0); i++) {
    const block = blocks[i];
    if (block !== undefined && block.heading > 0 && agrees(block.text, title)) found.push(i);
  }
  return found.toReversed();
}

const mostHeadlines = 20;

/** The indices from `from` to `to`, those nearest to `middle` first. */
function nearestFirst(from: number, to: number, middle: number): number[] {
  const indices: number[] = [];
  for (let i = from; i < to; i++) indices.push(i);
  return indices.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
}
