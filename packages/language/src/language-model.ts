import { readFileSync } from 'node:fs';
import { tokenize, type Span } from '@copydesk/text';
import { LanguageError } from './errors.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { KeptLemmas } from './lemma/kept-lemmas.ts';
import { readIrregularVerbs } from './lemma/lemmatiser.ts';
import { assembleModel, type Margin, type ModelParts } from './model.ts';
import { KnownOrganisations } from './names/known-organisations.ts';
import { NameRules } from './names/name-rules.ts';
import { nameTypes } from './names/name-classes.ts';
import type { NameMention, ParsedSentence, ParsedToken } from './parsed-sentence.ts';
import { maxTokens, pad, SentenceBuffer } from './syntax/sentence-buffer.ts';
import { Recall, TraceRecorder, type Trace } from './syntax/trace.ts';
import { readWeights } from './weights-file.ts';

/** Longest span, in UTF-16 code units, that is read as one sentence. */
const maxSentence = 20_000;
const folders: Readonly<Record<string, string>> = { en: '../data/en/' };

/** A model of one language: tags, lemmas, dependencies and names of one sentence at a time. */
export interface LanguageModel {
  readonly language: string;
  /** Version of the weights; changes whenever an answer may. */
  readonly version: string;
  /** What the gazetteers and word lists say of words and names. */
  readonly lexicon: Lexicon;
  /**
   * Analyses one sentence of a text.
   * @param sentence offsets of the sentence in `text`
   * @throws LanguageError span-outside-text, or sentence-too-long (over 20,000 code units or 4,096 tokens)
   */
  parse(text: string, sentence: Span): ParsedSentence;
  /** The same for words already separated; offsets count the words joined by one blank. */
  parseTokens(words: readonly string[]): ParsedSentence;
  /**
   * Analyses some tokens of a sentence, in order, as if it had no others: the same answer as a parse from scratch, but decisions that the
   * sentence was parsed with are not taken again where nothing differs. Offsets and names are those of the sentence.
   * @param part indexes of tokens, ascending
   */
  parsePart(sentence: ParsedSentence, part: readonly number[]): ParsedSentence;
}

/** Languages with weights. */
export const supportedLanguages: readonly string[] = Object.keys(folders);
const loaded = new Map<string, LanguageModel>();

/**
 * Loads a language's model from the committed weights (once; later calls give the same object).
 * @param language ISO 639-1 code
 * @throws LanguageError language-unsupported when there are no weights for it
 */
export function loadModel(language = 'en'): LanguageModel {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const folder = Object.hasOwn(folders, language) ? folders[language] : undefined;
  if (folder === undefined)
    throw new LanguageError('language-unsupported', `no weights for language ${language}; there are: ${supportedLanguages.join(', ')}`);
  const read = (name: string): Buffer => readFileSync(new URL(`${folder}${name}`, import.meta.url));
  const organisations = new KnownOrganisations(read('organisations.txt').toString('utf8').trimEnd().split('\n'));
  const irregularVerbs = readIrregularVerbs(read('irregular-verbs.txt').toString('utf8'));
  const model = createModel(assembleModel(readWeights(read('weights.bin.gz')), irregularVerbs), organisations);
  loaded.set(language, model);
  return model;
}

/** Makes a model of its parts. */
function createModel(parts: ModelParts, organisations: KnownOrganisations): LanguageModel {
  const { meta } = parts;
  const analyse = createAnalyser(parts, organisations);
  return {
    language: meta.language,
    version: meta.version,
    lexicon: parts.lexicon,
    parse(text, sentence) {
      const { start, end } = sentence;
      if (!(start >= 0 && start <= end && end <= text.length))
        throw new LanguageError('span-outside-text', `${start}–${end} is not within a text of ${text.length}`);
      if (end - start > maxSentence)
        throw new LanguageError('sentence-too-long', `${end - start} code units; at most ${maxSentence} are read as one sentence`);
      return analyse(tokenize(text, start, end), start, end);
    },
    parseTokens(words) {
      let at = 0;
      const spans = words.map((text) => {
        const start = at;
        at += text.length + 1;
        return { start, end: start + text.length, text };
      });
      return analyse(spans, 0, Math.max(0, at - 1));
    },
    parsePart(sentence, part) {
      const spans = part.flatMap((index) => sentence.tokens[index] ?? []);
      if (spans.length < part.length) throw new LanguageError('span-outside-text', 'not tokens of the sentence');
      return analyse(spans, sentence.start, sentence.end, { sentence, part });
    },
  };
}

type Analyse = (
  spans: readonly { start: number; end: number; text: string }[],
  start: number,
  end: number,
  of?: { sentence: ParsedSentence; part: readonly number[] },
) => ParsedSentence;

function createAnalyser({ meta, words, tagger, parser, names: recogniser, lemmatiser }: ModelParts, known: KnownOrganisations): Analyse {
  const buffer = new SentenceBuffer();
  const ids = new Int32Array(maxTokens);
  const tags = meta.tags.map((t) => t.split('|') as [string, string]);
  const lemmas = new KeptLemmas(lemmatiser, words, tags);
  const rules = new NameRules(words, recogniser, known);
  const recorder = new TraceRecorder();
  const recall = new Recall();
  const traces = new WeakMap<ParsedSentence, Trace>();
  return (spans, start, end, of) => {
    const count = spans.length;
    if (count > maxTokens) throw new LanguageError('sentence-too-long', `${count} tokens; at most ${maxTokens} are read as one sentence`);
    words.reserve(count);
    for (let i = 0; i < count; i++) ids[i] = words.id((spans[i] as { text: string }).text);
    buffer.load(ids, count);
    const trace = of === undefined ? undefined : traces.get(of.sentence);
    const recalled = of !== undefined && trace?.generation === words.generation;
    if (recalled) recall.begin(trace, of.part);
    else if (of === undefined) recorder.begin(buffer);
    tagger.tag(buffer, of === undefined ? recorder : undefined, recalled ? recall : undefined);
    parser.parse(buffer, of === undefined ? recorder : undefined, recalled ? recall : undefined);
    const tokens: ParsedToken[] = [];
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const span = spans[i] as (typeof spans)[number];
      const tag = (buffer.tags[i + pad] as number) - 1;
      const [upos, xpos] = tags[tag] as [string, string];
      const confidence = confidenceOf(buffer.headMargins[i] as number, meta.margins.transition);
      sum += confidence;
      tokens.push({
        start: span.start,
        end: span.end,
        text: span.text,
        upos,
        xpos,
        lemma: lemmas.lemma(ids[i] as number, span.text, tag),
        head: buffer.heads[i] as number,
        relation: meta.labels[buffer.labels[i] as number] as string,
        confidence,
      });
    }
    const confidence = count === 0 ? 0 : sum / count;
    if (of !== undefined) return { start, end, tokens, names: of.sentence.names, confidence };
    const names = rules.apply(tokens, ids, recogniser.find(buffer)).map((n): NameMention => ({
      start: (spans[n.start] as Span).start,
      end: (spans[n.end - 1] as Span).end,
      tokenStart: n.start,
      tokenEnd: n.end,
      type: nameTypes[n.type] as NameMention['type'],
      confidence: confidenceOf(n.margin, meta.margins.name),
    }));
    const sentence = { start, end, tokens, names, confidence };
    traces.set(sentence, recorder.take(words.generation));
    return sentence;
  };
}

/** The probability that a decision with this lead is right. */
function confidenceOf(lead: number, { offset, slope }: Margin): number {
  return 1 / (1 + Math.exp(-(offset + (slope * Math.min(lead, 2000)) / 100)));
}
