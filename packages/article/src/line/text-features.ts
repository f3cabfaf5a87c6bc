import { logOf } from '../model/log-of.ts';
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

const groupOf = new Map(phraseGroups.flatMap((group, i) => group.map((kind) => [kind, i] as const)));

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
  let next = at;
  row[next++] = logOf(m.length);
  row[next++] = Math.log2(1 + m.words);
  row[next++] = m.letters / words;
  row[next++] = m.sentences;
  row[next++] = Number(m.endsSentence);
  row[next++] = Number(m.endsOpen);
  row[next++] = Number(m.endsColon);
  row[next++] = (100 * m.commas) / m.length;
  row[next++] = m.capitalised / words;
  row[next++] = m.upper / letters;
  row[next++] = m.digits / m.length;
  row[next++] = m.separators / words;
  row[next++] = m.quotes;
  row[next++] = m.brackets / words;
  row[next++] = Number(m.beginsLower);
  row[next++] = repeats;
  row[next++] = Number(m.script !== pageScript && m.script !== 'none');
  row[next++] = Number(hasAddress(text));
  row[next++] = m.digits < 4 ? 0 : Number(/(?:19|20)\d\d/.test(text.slice(0, 120)));
  const group = groupOf.get(kind) ?? -1;
  if (group >= 0) row[next + group] = 1;
  return next + phraseGroups.length;
}

function hasAddress(text: string): boolean {
  const at = text.indexOf('@');
  if ((at >= 0 && at < 500) || text.startsWith('www.')) return true;
  const scheme = text.indexOf('://');
  return (scheme >= 0 && scheme < 500) || text.slice(0, 500).includes(' www.');
}
