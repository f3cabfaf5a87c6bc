import { wordFlag } from '../lexicon/word-class.ts';
import type { Words } from '../lexicon/words.ts';
import type { ParsedToken } from '../parsed-sentence.ts';
import { maxTokens, pad, type SentenceBuffer } from '../syntax/sentence-buffer.ts';
import { addBuiltNames } from './built-names.ts';
import { addKnownOrganisations, composeOrganisations } from './compose-organisations.ts';
import type { KnownOrganisations } from './known-organisations.ts';
import { NameLine, type FoundName } from './name-line.ts';
import { partTitles } from './part-titles.ts';
import type { NameRecogniser } from './recogniser.ts';
import { tokenKind } from './token-kind.ts';
import { TokenKinds } from './token-kinds.ts';

/** The rules that go over what the recogniser found in a sentence. */
export class NameRules {
  private readonly words: Words;
  private readonly recogniser: NameRecogniser;
  private readonly known: KnownOrganisations;
  private readonly tokenKinds: TokenKinds;
  private readonly kinds = new Uint8Array(maxTokens);

  constructor(words: Words, recogniser: NameRecogniser, known: KnownOrganisations) {
    this.words = words;
    this.recogniser = recogniser;
    this.known = known;
    this.tokenKinds = new TokenKinds(words, known);
  }

  /**
   * The names after the rules, in order.
   * @param buffer holds the tokens' words
   * @param found what the recogniser found in the sentence, the last that it read
   */
  apply(tokens: readonly ParsedToken[], { words: ids }: SentenceBuffer, found: readonly FoundName[]): readonly FoundName[] {
    const { kinds, recogniser } = this;
    let any = 0;
    for (let i = 0; i < tokens.length; i++) any |= kinds[i] = this.tokenKinds.of(ids[i + pad] as number, (tokens[i] as ParsedToken).text);
    if (any === 0 && found.length === 0) return found;
    const line = new NameLine(tokens.length, found);
    const isGivenName = (i: number): boolean => ((this.words.wordClass[ids[i + pad] as number] as number) & wordFlag.givenName) !== 0;
    if (found.length > 0) partTitles(tokens, line, isGivenName);
    if ((any & tokenKind.built) !== 0) addBuiltNames(tokens, line, kinds);
    // In a sentence that is written in capitals spellings tell nothing.
    if ((any & tokenKind.known) !== 0 && recogniser.context.shouting === 0) addKnownOrganisations(tokens, line, this.known, kinds);
    composeOrganisations(tokens, line, recogniser.nationality, kinds);
    return line.list();
  }
}
