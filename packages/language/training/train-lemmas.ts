import { Lemmatiser, type LemmaRule, type LemmaTable } from '../src/lemma/lemmatiser.ts';
import type { TreeSentence } from './conllu.ts';

interface Pair {
  form: string;
  lemma: string;
  xpos: string;
  upos: string;
}

/** Distinct (form, tag, lemma) of the treebanks with their commonest lemma. */
function pairsOf(sentences: readonly TreeSentence[]): Pair[] {
  const counts = new Map<string, Map<string, number>>();
  for (const s of sentences) {
    s.words.forEach((word, i) => {
      const upos = s.upos[i] as string;
      if (['PUNCT', 'SYM', 'X'].includes(upos) || s.xpos[i] === 'GW') return;
      const form = upos === 'PROPN' ? word : word.toLowerCase().replace('’', "'");
      const key = `${form}\t${s.xpos[i]}\t${upos}`;
      const lemmas = counts.get(key) ?? new Map<string, number>();
      const lemma = s.lemmas[i] as string;
      lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1);
      counts.set(key, lemmas);
    });
  }
  return [...counts].map(([key, lemmas]) => {
    const [form, xpos, upos] = key.split('\t') as [string, string, string];
    const lemma = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? form;
    return { form, lemma, xpos, upos };
  });
}

function ruleOf(form: string, lemma: string): LemmaRule {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  return { cut: form.length - same, append: lemma.slice(same) };
}

/** Learns endings from the treebanks, then lists the words that the endings get wrong. */
export function trainLemmas(sentences: readonly TreeSentence[], partsOf: (word: string) => number): LemmaTable {
  const pairs = pairsOf(sentences);
  const seen = new Map<string, Map<string, Map<string, number>>>();
  for (const { form, lemma, xpos } of pairs) {
    const rule = JSON.stringify(ruleOf(form, lemma));
    if (ruleOf(form, lemma).cut > 4) continue;
    const endings = seen.get(xpos) ?? new Map<string, Map<string, number>>();
    seen.set(xpos, endings);
    for (let n = 0; n <= Math.min(5, form.length - 1); n++) {
      const ending = form.slice(form.length - n);
      const rules = endings.get(ending) ?? new Map<string, number>();
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
      endings.set(ending, rules);
    }
  }
  const table: LemmaTable = { endings: {}, words: {} };
  for (const [xpos, endings] of [...seen].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const kept: Record<string, LemmaRule[]> = {};
    for (const [ending, rules] of [...endings].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
      const ranked = [...rules].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      const total = ranked.reduce((n, [, c]) => n + c, 0);
      // An ending of one word teaches nothing that the word list does not hold.
      if (total < 3 && ending !== '') continue;
      kept[ending] = ranked.slice(0, 3).map(([r]) => JSON.parse(r) as LemmaRule);
    }
    table.endings[xpos] = kept;
  }
  const lemmatiser = new Lemmatiser(table, partsOf);
  for (const { form, lemma, xpos, upos } of pairs) {
    if (lemmatiser.lemma(form, upos, xpos) !== lemma) (table.words[xpos] ??= {})[form] = lemma;
  }
  return table;
}
