import { agencyNamed } from '@copydesk/text';
import { trimMarks } from '../line/trim-marks.ts';

/** A credit to a news agency: where the report, or part of it, comes from. */
export interface WireCredit {
  /** The first agency credited, by its filed name. */
  agency: string;
  /** All agencies of the credit. */
  agencies: string[];
  /** `contributed`: the agency only added to the outlet's own report. */
  kind: 'dateline' | 'byline' | 'credit-line' | 'lead-in' | 'copyright' | 'contributed';
  /** The words of the credit. */
  surface: string;
}

const separators = /\/|,|;|\||&|\+|–|—|\s-\s|\s(?:and|und|y|et|e|with|mit|con|avec|og|och|en)\s/;
const creditLabel =
  /^(?:by|from|via|source|sources|quelle|quellen|fuente|fuentes|fonte|fonti|agencies|agency|agence|agencia|text|photo and text|with|mit material von|mit material der|material von|bron|kilde|källa|źródło|zdroj|источник|джерело|المصدر|来源|來源|出典|kaynak|credit|copyright|\(c\)|von|por|par|di|da|der|the|la|el|dem|agenzia|news agency)(?![\p{L}\p{N}])\s?[:：]?/iu;

/** Takes labels such as "Source:" or "© by" off the beginning of a credit. */
function withoutLabels(text: string): string {
  let rest = trimMarks(text, '([©|.·•–—-');
  for (let round = 0; round < 4; round++) {
    const match = creditLabel.exec(rest);
    if (match === null) break;
    rest = trimMarks(rest.slice(match[0].length), '([©|.·•–—-');
  }
  return rest;
}

const contributed =
  /(?:contribut|additional reporting|with (?:inputs|files|reporting|material|information) from|inputs? from|mit (?:material|informationen) von|con información de|con informacion de|avec|com informações|hat zu diesem (?:bericht|artikel) beigetragen|also contributed)/i;

/**
 * Finds the credit in the places where agencies are credited: the authors, the lines around the headline, the first lines of the body (dateline, lead-in) and the last ones.
 * A sentence that merely quotes an agency ("..., Reuters reported") is no credit.
 */
export function findCredit(places: {
  authors: readonly string[];
  above: readonly string[];
  body: readonly string[];
  below: readonly string[];
}): WireCredit | null {
  for (const line of places.body.slice(0, 2)) {
    const found = dateline(line);
    if (found !== null) return found;
  }
  for (const author of places.authors) {
    const agencies = agenciesOf(author);
    if (agencies.length > 0) return credit(agencies, 'byline', author);
  }
  for (const line of places.above) {
    const found = creditLine(line, 'byline');
    if (found !== null) return found;
  }
  for (const line of places.body.slice(0, 3)) {
    const found = leadIn(line);
    if (found !== null) return found;
  }
  for (const line of [...places.body.slice(-3).toReversed(), ...places.below.slice(0, 6)]) {
    const found = creditLine(line, 'credit-line') ?? trailing(line) ?? contribution(line);
    if (found !== null) return found;
  }
  return null;
}

function credit(agencies: string[], kind: WireCredit['kind'], surface: string): WireCredit | null {
  const [agency] = agencies;
  return agency === undefined ? null : { agency, agencies, kind, surface: surface.trim().slice(0, 200) };
}

/** Agencies of a text that consists of agency names and separators only; otherwise none. */
function agenciesOf(text: string): string[] {
  if (text.length > 120) return [];
  const found: string[] = [];
  for (const part of text.replace(/[()[\]©]/g, ' ').split(separators)) {
    if (part.trim() === '') continue;
    const name = agencyNamed(part);
    if (name === undefined) return [];
    if (!found.includes(name)) found.push(name);
  }
  return found;
}

/** "PARIS, May 3 (Reuters) - …", "KYIV (AP) — …", "Berlin (dpa/lno) - …", "(AFP) …". */
function dateline(line: string): WireCredit | null {
  const match = /^[^.!?()]{0,70}\(([^()]{2,40})\)\s{0,2}(?:[-–—:]|\p{L})/u.exec(line.slice(0, 140));
  if (match === null) return null;
  const agencies = agenciesOf(match[1] ?? '');
  return credit(agencies, 'dateline', match[0]);
}

/** "AFP reports: …", "Reuters - …", "dpa. …" at the very beginning of a line of the body. */
function leadIn(line: string): WireCredit | null {
  const match =
    /^([\p{L}\p{N} .'-]{2,40}?)\s{0,2}(?:(?:reports?|reported|meldet|berichtet|informa|rapporte|riporta)\s?[:：]|[:：]|\s[-–—]\s|\/\/)/u.exec(
      line.slice(0, 80),
    );
  return match === null ? null : credit(agenciesOf(match[1] ?? ''), 'lead-in', match[0]);
}

/** "AFP reports:" says who tells what follows: words of the sentence, unlike a bare "AFP:". */
const reporting = /(?:reports?|reported|meldet|berichtet|informa|rapporte|riporta)\s?[:：]$/u;

/** How many characters a credit that leads the line in takes up at its beginning; 0 when the line does not begin with it. */
export function leadInLength(line: string, surface: string): number {
  if (!line.startsWith(surface) || !/[:：]$/.test(surface) || reporting.test(surface)) return 0;
  return surface.length + (line.slice(surface.length).length - line.slice(surface.length).trimStart().length);
}

/** A short line made of a label, agency names and perhaps a date: "Source: AP", "AP - AFP", "Xinhua | Updated: …", "© 2024 AFP". */
function creditLine(line: string, kind: WireCredit['kind']): WireCredit | null {
  if (line.length > 120) return null;
  const copyright = /©|\(c\)|copyright/i.test(line);
  const dated = line.search(/(?:updated|published|aktualisiert|stand|last updated|actualizado|mis à jour)\b/i);
  const bare = (dated === -1 ? line : line.slice(0, dated)).replace(/(?:^|[^\d])(?:19|20)\d\d(?!\d)/, ' ').replace(/\s+/g, ' ');
  return credit(agenciesOf(withoutLabels(bare)), copyright ? 'copyright' : kind, line);
}

/** "… last words. (Reuters)", "… (dpa/AFP)" at the end of the last lines. */
function trailing(line: string): WireCredit | null {
  const match = /[([]([^()[\]]{2,50})[)\]]\s*$/.exec(line.slice(-60));
  return match === null ? null : credit(agenciesOf(withoutLabels(match[1] ?? '')), 'credit-line', match[0]);
}

/** "The Associated Press contributed to this report." */
function contribution(line: string): WireCredit | null {
  if (line.length > 260 || !contributed.test(line)) return null;
  const agencies: string[] = [];
  for (const part of line.split(/[,;.()]|\s(?:contributed|and|from|von|de|to|also|und|reporters?|writers?|avec|com|hat)\s/)) {
    const name = agencyNamed(part.replace(/^(?:with|mit)\s+/i, ''));
    if (name !== undefined && !agencies.includes(name)) agencies.push(name);
  }
  return credit(agencies, 'contributed', line);
}
