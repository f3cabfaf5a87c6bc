// `node packages/language/training/measure-coreference.ts TREEBANKS [--show N]`: precision and recall of pronoun and description antecedents against GUM.
import { parseArgs } from 'node:util';
import { resolveReferences } from '../src/entities/antecedents.ts';
import { linkNames } from '../src/entities/link-names.ts';
import { agreeOnTypes } from '../src/document/agree-on-types.ts';
import { loadModel } from '../src/language-model.ts';
import { heldOutDocuments, readGum, type TreeSentence } from './conllu.ts';
import { gumMentions } from './gum-names.ts';

interface GoldSpan {
  entity: string;
  start: number;
  end: number;
}

/** The text of a document with the spans of its sentences and of GUM's mentions. */
function layOut(sentences: readonly TreeSentence[]): { text: string; spans: { start: number; end: number }[]; gold: GoldSpan[] } {
  let text = '';
  const spans: { start: number; end: number }[] = [];
  const gold: GoldSpan[] = [];
  for (const s of sentences) {
    const starts: number[] = [];
    const ends: number[] = [];
    s.words.forEach((word, i) => {
      starts.push(text.length);
      text += word;
      ends.push(text.length);
      if (s.spaceAfter[i] === true) text += ' ';
    });
    spans.push({ start: starts[0] ?? 0, end: ends.at(-1) ?? 0 });
    for (const m of gumMentions(s)) gold.push({ entity: m.entity, start: starts[m.start] ?? 0, end: ends[m.end - 1] ?? 0 });
    text = `${text.trimEnd()}\n`;
  }
  return { text, spans, gold };
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { show: { type: 'string', default: '0' } } });
const model = loadModel();
const counts: Record<string, [right: number, answered: number, all: number]> = {};
const count = (key: string, at: 0 | 1 | 2): void => {
  const c = (counts[key] ??= [0, 0, 0]);
  c[at]++;
};
let shown = 0;
for (const [name, sentences] of readGum(positionals[0] as string)) {
  const set = heldOutDocuments.includes(name) ? 'held out' : /news|bio/.test(name) ? 'news, biographies' : 'other';
  const { text, spans, gold } = layOut(sentences);
  const parsed = spans.map((s) => model.parse(text, s));
  agreeOnTypes(text, parsed);
  const entities = linkNames(text, parsed, model.lexicon);
  resolveReferences(parsed, entities, model.lexicon);
  const smallest = (start: number, end: number, exact: boolean): string | undefined =>
    gold
      .filter((g) => (exact ? g.start === start && g.end === end : g.start <= start && end <= g.end))
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.entity;
  const goldOf = entities.map((e) => {
    const ids = e.mentions.filter((m) => m.kind === 'name').map((m) => smallest(m.start, m.end, false));
    return ids.sort((a, b) => ids.filter((i) => i === b).length - ids.filter((i) => i === a).length)[0];
  });
  for (const e of entities) {
    for (const m of e.mentions) {
      if (m.kind === 'name') continue;
      const key = `${set} ${m.kind}`;
      const right = smallest(m.start, m.end, true) === goldOf[e.id];
      count(key, 1);
      if (right) count(key, 0);
      else if (shown++ < Number(values.show))
        console.log(
          `${text.slice(Math.max(0, m.start - 200), m.start)} [[${text.slice(m.start, m.end)} = ${e.name}]] ${text.slice(m.end, m.end + 30)}\n---`,
        );
    }
  }
  const named = new Set(goldOf);
  for (const g of gold)
    if (/^(?:he|him|his|himself|she|her|hers|herself)$/i.test(text.slice(g.start, g.end)) && named.has(g.entity))
      count(`${set} pronoun`, 2);
}
for (const [key, [right, answered, all]] of Object.entries(counts)) {
  console.log(
    `${key}: right ${right} of ${answered} answered (${((100 * right) / answered).toFixed(1)} %)${all > 0 ? `, of ${all} in all (${((100 * right) / all).toFixed(1)} %)` : ''}`,
  );
}
