import { mix2, mix3 } from '../linear/hash.ts';
import type { Words } from '../lexicon/words.ts';
import type { ParserState } from './parser-state.ts';
import { pad, type SentenceBuffer } from './sentence-buffer.ts';

/** Key of a transition for the memo of decisions that never varied: the words and tags at the top of the stack and the front, and what is attached. */
export function moveKey(words: Words, buffer: SentenceBuffer, state: ParserState): number {
  const { tags } = buffer;
  const ids = buffer.words;
  const s0 = state.top(0);
  const b0 = state.front;
  const here = mix3(
    201,
    words.lower[ids[s0 + pad] as number] as number,
    words.lower[ids[b0 + pad] as number] as number,
    tags[b0 + pad] as number,
  );
  const around = mix3(202, tags[s0 + pad] as number, tags[state.top(1) + pad] as number, tags[b0 + 1 + pad] as number);
  return mix3(203, here, around, (state.rightLabels[s0 + 1] as number) === 0 ? 0 : 1);
}

/** The same with tags only, and more of them. */
export function moveTagKey(buffer: SentenceBuffer, state: ParserState): number {
  const { tags } = buffer;
  const s0 = state.top(0);
  const s1 = state.top(1);
  const b0 = state.front;
  const here = mix3(204, tags[s0 + pad] as number, tags[b0 + pad] as number, tags[s1 + pad] as number);
  const ahead = mix3(205, tags[b0 + 1 + pad] as number, tags[b0 + 2 + pad] as number, tags[s0 + 1 + pad] as number);
  return mix3(206, mix2(207, here, ahead), state.leftLabels[s0 + 1] as number, state.rightLabels[s0 + 1] as number);
}

/** Key of a label: the word, the tags of both ends, the side, and the outermost dependent on the left. */
export function labelKey(words: Words, buffer: SentenceBuffer, state: ParserState, token: number, head: number): number {
  const { tags } = buffer;
  const word = words.lower[buffer.words[token + pad] as number] as number;
  const tagsOf = (tags[token + pad] as number) * 256 + (tags[head + pad] as number);
  return mix3(
    208,
    word,
    tagsOf * 2 + (token < head ? 1 : 0),
    mix2(209, state.leftLabels[token + 1] as number, state.rightLabels[token + 1] as number),
  );
}
