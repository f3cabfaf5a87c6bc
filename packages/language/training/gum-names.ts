import { isTitle } from '../src/names/titles.ts';
import type { NamedSentence, NameType } from './conll-names.ts';
import type { TreeSentence } from './conllu.ts';

const types: Readonly<Record<string, NameType>> = { person: 'PER', place: 'LOC', organization: 'ORG' };
const joiners = new Set(['of', 'for', 'the', 'and', '&', 'de', 'la', "'s", '-']);

/** A mention of GUM: its entity number and type, and its tokens (end exclusive). */
export interface GumMention {
  entity: string;
  type: string;
  start: number;
  end: number;
}

/** The entity mentions of one sentence, read from GUM's bracket notation; mentions that reach past the sentence are left out. */
export function gumMentions(sentence: TreeSentence): GumMention[] {
  const open: GumMention[] = [];
  const mentions: GumMention[] = [];
  sentence.misc.forEach((misc, i) => {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '';
    for (const [, opening, single, closing] of entity.matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)) {
      if (opening !== undefined) {
        const [id, type] = opening.split('-');
        const mention = { entity: (id as string).replace(/\[.*/, ''), type: type as string, start: i, end: i + 1 };
        if (single === undefined) open.push(mention);
        else mentions.push(mention);
      } else {
        const id = (closing as string).split('-')[0]?.replace(/\[.*/, '');
        const at = open.findLastIndex((m) => m.entity === id);
        if (at < 0) continue;
        const [mention] = open.splice(at, 1) as [GumMention];
        mentions.push({ ...mention, end: i + 1 });
      }
    }
  });
  return mentions;
}

/** The names among GUM's mentions: the run of proper nouns around a mention's head, without titles and articles. */
export function gumNames(sentence: TreeSentence): NamedSentence {
  const names: NamedSentence['names'] = [];
  const proper = (i: number): boolean => sentence.upos[i] === 'PROPN' || (sentence.xpos[i] ?? '').startsWith('NNP');
  const mentions = gumMentions(sentence).sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const mention of mentions) {
    const type = types[mention.type];
    if (type === undefined) continue;
    const head = headOf(sentence, mention);
    if (!proper(head)) continue;
    let { start, end } = { start: head, end: head + 1 };
    for (let next = end; next < mention.end; next++) {
      if (proper(next) || (/^\d+$|^[IVX]+$/.test(sentence.words[next] ?? '') && type === 'ORG')) end = next + 1;
      else if (!joiners.has(sentence.words[next] ?? '') || (type === 'PER' && sentence.words[next] !== '-')) break;
    }
    for (let next = start - 1; next >= mention.start; next--) {
      if (proper(next) || sentence.upos[next] === 'X') start = next;
      else if (!joiners.has(sentence.words[next] ?? '') || (type === 'PER' && sentence.words[next] !== '-')) break;
    }
    if (type === 'PER') while (start < end - 1 && isTitle(sentence.words[start] ?? '')) start++;
    if (names.some((n) => n.start < end && start < n.end)) continue;
    names.push({ start, end, type });
  }
  return { document: sentence.document, words: sentence.words, names: names.sort((a, b) => a.start - b.start) };
}

function headOf(sentence: TreeSentence, span: { start: number; end: number }): number {
  for (let i = span.start; i < span.end; i++) {
    const h = sentence.heads[i] as number;
    if (h < span.start || h >= span.end) return i;
  }
  return span.start;
}
