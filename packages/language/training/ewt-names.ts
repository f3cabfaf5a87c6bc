import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isTitle } from '../src/names/titles.ts';
import type { NamedSentence, NameType } from './conll-names.ts';
import type { TreeSentence } from './conllu.ts';

const calendar =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|AM|PM|EST|CST|CDT|PDT|PST|EDT|GMT)\.?$/i;

/** Types of EWT's proper names, given by hand for this project to each distinct run of proper nouns (data/README.md of the training folder). */
function readTypes(): Map<string, string> {
  const file = new URL('./data/ewt-name-types.tsv.gz', import.meta.url);
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return new Map(lines.map((l) => l.split('\t') as [string, string]));
}

/** Runs of proper nouns of a sentence, joined over "of", "for", "the", "&", hyphen and possessive; titles in front are left out. */
export function properRuns(s: TreeSentence): { start: number; end: number }[] {
  const proper = (i: number): boolean =>
    i < s.words.length &&
    (s.upos[i] === 'PROPN' || /^NNPS?$/.test(s.xpos[i] ?? '')) &&
    s.xpos[i] !== 'ADD' &&
    !calendar.test(s.words[i] ?? '') &&
    !/@|www\.|http|^[\W_]+$/.test(s.words[i] ?? '');
  const joins = (i: number): boolean =>
    /^(?:-|&|of|for|'s|the)$/.test(s.words[i] ?? '') && (proper(i + 1) || (s.words[i + 1] === 'the' && proper(i + 2)));
  const runs: { start: number; end: number }[] = [];
  for (let i = 0; i < s.words.length; i++) {
    if (!proper(i)) continue;
    while (isTitle(s.words[i] ?? '') && proper(i + 1)) i++;
    let end = i + 1;
    while (proper(end) || joins(end)) end++;
    runs.push({ start: i, end });
    i = end - 1;
  }
  return runs;
}

/** Names of EWT sentences; `unknown` lists the tokens whose run has no certain type and must teach nothing. */
export function namesOfEwt(sentences: readonly TreeSentence[]): { named: NamedSentence; unknown: number[] }[] {
  const types = readTypes();
  return sentences.map((s) => {
    const names: NamedSentence['names'] = [];
    const unknown: number[] = [];
    for (const run of properRuns(s)) {
      const type = types.get(s.words.slice(run.start, run.end).join(' ')) ?? 'unknown';
      if (type === 'PER' || type === 'LOC' || type === 'ORG') names.push({ ...run, type: type satisfies NameType });
      else if (type === 'unknown') for (let i = run.start; i < run.end; i++) unknown.push(i);
    }
    return { named: { document: s.document, words: s.words, names }, unknown };
  });
}
