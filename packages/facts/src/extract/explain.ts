import type { Mention } from '@copydesk/contracts';
import type { ArticleToRead } from './article.ts';
import type { Refusal } from './candidate.ts';
import type { Extraction, Extractor } from './extractor.ts';

/** One sentence with what was read from it, and what was not published and why. */
export interface ExplainedSentence {
  index: number;
  start: number;
  end: number;
  text: string;
  mentions: Mention[];
  refused: Refusal[];
}

export interface Explanation {
  articleId: string;
  revision: number;
  language: string;
  supported: boolean;
  sentences: ExplainedSentence[];
}

/** Reads an article and lays out, sentence by sentence, the mentions kept and the candidates refused. Pure. The result is plain JSON. */
export function explainArticle(extractor: Extractor, article: ArticleToRead): Explanation {
  const { articleId, revision, language, text } = article;
  const { mentions, refused, sentences, supported }: Extraction = extractor.extract(article);
  const kept = new Map<number, Mention[]>();
  for (const mention of mentions) append(kept, mention.evidence.sentence, mention);
  const dropped = new Map<number, Refusal[]>();
  for (const refusal of refused) append(dropped, refusal.sentence, refusal);
  return {
    articleId,
    revision,
    language,
    supported,
    sentences: sentences.map(({ start, end }, index) => ({
      index,
      start,
      end,
      text: text.slice(start, end),
      mentions: kept.get(index) ?? [],
      refused: dropped.get(index) ?? [],
    })),
  };
}

function append<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** The same as lines of text for a terminal: the sentence, "+" and a mention, "-" and a refused candidate with its reason. */
export function explanationText({ articleId, revision, language, supported, sentences }: Explanation): string {
  const head = `${articleId} revision ${revision}, ${language}${supported ? '' : ': no language model, only numbers, quotations and dates are read'}`;
  const lines = sentences.flatMap(({ index, start, end, text, mentions, refused }) => [
    '',
    `${index + 1}. [${start}–${end}] ${oneLine(text)}`,
    ...mentions.map((mention) => `  + ${mentionLine(mention)}`),
    ...refused.map(({ rule, reason, detail }) => `  - ${rule}: ${reason} (${oneLine(detail)})`),
  ]);
  return [head, ...lines, ''].join('\n');
}

const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

function mentionLine({ type, subject, predicate, object, quantity, source, time, place, modality, polarity, extractor }: Mention): string {
  const parts = [subject, predicate, type === 'quote' ? `“${object ?? ''}”` : object].filter((part) => part !== null && part !== '');
  const more = [
    quantity === null
      ? ''
      : `${quantity.comparator} ${quantity.value ?? `${quantity.min ?? ''}–${quantity.max ?? ''}`} ${quantity.unit}`.trim(),
    source === null
      ? ''
      : `source ${source.name ?? source.role ?? source.kind}${source.via.length > 0 ? ` via ${source.via.join(', ')}` : ''}`,
    time === null ? '' : `time ${time.timex}`,
    place === null ? '' : `place ${place}`,
    modality,
    polarity === 'negative' ? 'negative' : '',
  ].filter((part) => part !== '');
  return `${type} (${extractor.rule}): ${oneLine(parts.join(' | '))} [${more.join('; ')}]`;
}
