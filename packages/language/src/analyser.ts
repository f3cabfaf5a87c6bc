import type { Span } from '@copydesk/text';
import { AnalysedSentence } from './analysed-sentence.ts';
import { LanguageError } from './errors.ts';
import { KeptLemmas } from './lemma/kept-lemmas.ts';
import { barrierKindsOf, type Margin, type ModelParts } from './model.ts';
import type { KnownOrganisations } from './names/known-organisations.ts';
import { NameRules } from './names/name-rules.ts';
import { nameTypes } from './names/name-classes.ts';
import type { NameMention, ParsedSentence, ParsedToken } from './parsed-sentence.ts';
import { Recall } from './syntax/recall.ts';
import { Replay } from './syntax/replay.ts';
import { maxTokens, pad, SentenceBuffer } from './syntax/sentence-buffer.ts';
import { createTraces, restore, TraceRecorder, wordsOf, type Trace } from './syntax/trace.ts';

/** A sentence of a text, cut into tokens. */
export interface TokenisedSentence extends Span {
  tokens: readonly (Span & { text: string })[];
}

/** Tags, parses and finds names with the parts of a model. */
export class Analyser {
  private readonly parts: ModelParts;
  private readonly tags: readonly (readonly [upos: string, xpos: string])[];
  private readonly lemmas: KeptLemmas;
  private readonly rules: NameRules;
  private readonly buffer = new SentenceBuffer();
  private readonly ids = new Int32Array(maxTokens);
  private readonly recorder = new TraceRecorder();
  private readonly recall: Recall;

  constructor(parts: ModelParts, known: KnownOrganisations) {
    const { meta, words, lemmatiser, names } = parts;
    this.parts = parts;
    this.tags = meta.tags.map((tag) => tag.split('|') as [string, string]);
    this.lemmas = new KeptLemmas(lemmatiser, words, this.tags);
    this.rules = new NameRules(words, names, known);
    this.recall = new Recall(new Replay(words, barrierKindsOf(meta.tags)));
  }

  analyse(sentence: TokenisedSentence): ParsedSentence {
    return this.analyseAll([sentence])[0] as ParsedSentence;
  }

  /** Tags all sentences, then parses all, then finds all names: the tables of each step stay in the processor's cache. */
  analyseAll(sentences: readonly TokenisedSentence[]): ParsedSentence[] {
    const { words } = this.parts;
    const { buffer, recorder } = this;
    const counts = sentences.map(({ tokens }) => tokens.length);
    words.reserve(counts.reduce((sum, count) => sum + count, 0));
    const traces = createTraces(words, counts);
    for (const [index, sentence] of sentences.entries()) {
      recorder.resume(traces[index] as Trace);
      this.tag(sentence);
    }
    const parsed = sentences.map((sentence, index) => {
      const trace = traces[index] as Trace;
      // A sentence by itself is still there.
      if (sentences.length > 1) restore(trace, buffer);
      recorder.resume(trace);
      return this.parse(sentence, trace);
    });
    for (const [index, sentence] of sentences.entries()) {
      if (sentences.length > 1) restore(traces[index] as Trace, buffer);
      this.findNames(sentence, parsed[index] as ParsedSentence);
    }
    return parsed;
  }

  /**
   * Analyses some tokens of a sentence, with its names.
   * @param part indexes of the tokens in the sentence
   */
  analysePart(tokenised: TokenisedSentence, whole: ParsedSentence, part: readonly number[]): ParsedSentence {
    const { words, tagger, parser } = this.parts;
    words.reserve(part.length);
    const trace = AnalysedSentence.traceOf(whole);
    const recall = trace?.words === words && trace.generation === words.generation ? this.recall : undefined;
    if (trace !== undefined && recall !== undefined) {
      recall.begin(trace, part);
      this.buffer.load(wordsOf(trace, part), part.length);
    } else this.load(tokenised);
    tagger.tag(this.buffer, undefined, recall);
    parser.parse(this.buffer, undefined, recall);
    const { tokens, confidence } = this.read(tokenised);
    return { start: tokenised.start, end: tokenised.end, tokens, names: whole.names, confidence };
  }

  private load({ tokens }: TokenisedSentence): void {
    const { ids, buffer } = this;
    const count = tokens.length;
    if (count > maxTokens) throw new LanguageError('sentence-too-long', `${count} tokens; at most ${maxTokens} are read as one sentence`);
    for (let i = 0; i < count; i++) ids[i] = this.parts.words.id((tokens[i] as { text: string }).text);
    buffer.load(ids, count);
  }

  private tag(sentence: TokenisedSentence): void {
    this.load(sentence);
    this.recorder.words(this.buffer);
    this.parts.tagger.tag(this.buffer, this.recorder);
  }

  /** Parses the sentence that the buffer holds with its tags; its names are left open. */
  private parse(sentence: TokenisedSentence, trace: Trace): ParsedSentence {
    this.parts.parser.parse(this.buffer, this.recorder);
    const { tokens, confidence } = this.read(sentence);
    return new AnalysedSentence(sentence, tokens, confidence, trace);
  }

  /** Finds the names of the sentence that the buffer holds with its tags. */
  private findNames({ tokens }: TokenisedSentence, parsed: ParsedSentence): void {
    const { meta, names: recogniser } = this.parts;
    const { buffer } = this;
    const found = this.rules.apply(parsed.tokens, buffer, recogniser.find(buffer));
    parsed.names = found.map((n): NameMention => ({
      start: (tokens[n.start] as Span).start,
      end: (tokens[n.end - 1] as Span).end,
      tokenStart: n.start,
      tokenEnd: n.end,
      type: nameTypes[n.type] as NameMention['type'],
      confidence: confidenceOf(n.margin, meta.margins.name),
    }));
  }

  /** The tokens as the buffer has them. */
  private read({ tokens: spans }: TokenisedSentence): { tokens: ParsedToken[]; confidence: number } {
    const { meta } = this.parts;
    const { buffer } = this;
    const tokens: ParsedToken[] = [];
    let sum = 0;
    for (let i = 0; i < spans.length; i++) {
      const span = spans[i] as (typeof spans)[number];
      const tag = (buffer.tags[i + pad] as number) - 1;
      const [upos, xpos] = this.tags[tag] as readonly [string, string];
      const confidence = confidenceOf(buffer.headMargins[i] as number, meta.margins.transition);
      sum += confidence;
      tokens.push({
        start: span.start,
        end: span.end,
        text: span.text,
        upos,
        xpos,
        lemma: this.lemmas.lemma(buffer.words[i + pad] as number, span.text, tag),
        head: buffer.heads[i] as number,
        relation: meta.labels[buffer.labels[i] as number] as string,
        confidence,
      });
    }
    return { tokens, confidence: spans.length === 0 ? 0 : sum / spans.length };
  }
}

/** The probability that a decision with this lead is right. */
function confidenceOf(lead: number, { offset, slope }: Margin): number {
  return 1 / (1 + Math.exp(-(offset + (slope * Math.min(lead, 2000)) / 100)));
}
