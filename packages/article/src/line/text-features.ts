import type { LineMeasure, Script } from './measure.ts';
import type { PhraseKind } from './phrases.ts';

/** The phrase kinds as groups of features. */
const phraseGroups: readonly (readonly PhraseKind[])[] = [
  ['share', 'account', 'navigation'],
  ['comments'],
  ['newsletter'],
  ['related'],
  ['copyright'],
  ['consent'],
  ['advert'],
  ['caption'],
  ['byline', 'contact'],
  ['feed-footer'],
];

/** Names of what `textFeatures` writes, in its order. */
export const textFeatureNames: readonly string[] = [
  'length',
  'words',
  'wordLength',
  'sentences',
  'endsSentence',
  'endsOpen',
  'endsColon',
  'commas',
  'capitalised',
  'upper',
  'digits',
  'separators',
  'quotes',
  'brackets',
  'beginsLower',
  'repeats',
  'foreign',
  'address',
  'year',
  ...phraseGroups.map((group) => `phrase:${group[0] ?? ''}`),
];

/** Writes what the line alone says into `row` from `at` on; answers the next free place. */
export function textFeatures(
  row: Float32Array,
  at: number,
  text: string,
  m: LineMeasure,
  kind: PhraseKind,
  repeats: number,
  pageScript: Script,
): number {
  const words = Math.max(1, m.words);
  const letters = Math.max(1, m.letters);
  const values = [
    Math.log2(1 + m.length),
    Math.log2(1 + m.words),
    m.letters / words,
    m.sentences,
    Number(m.endsSentence),
    Number(m.endsOpen),
    Number(m.endsColon),
    (100 * m.commas) / m.length,
    m.capitalised / words,
    m.upper / letters,
    m.digits / m.length,
    m.separators / words,
    m.quotes,
    m.brackets / words,
    Number(m.beginsLower),
    repeats,
    Number(m.script !== pageScript && m.script !== 'none'),
    Number(/@\w|https?:|www\./.test(text.slice(0, 500))),
    Number(/(?:19|20)\d\d/.test(text.slice(0, 120))),
  ];
  row.set(values, at);
  let next = at + values.length;
  for (const group of phraseGroups) row[next++] = Number(group.includes(kind));
  return next;
}
