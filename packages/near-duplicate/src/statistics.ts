import type { Lane } from './lane.ts';
import type { Settings } from './options.ts';

/** How full the window of one language is. Shares are 0..1 of what the settings allow. */
export interface Fill {
  language: string;
  denseArticles: number;
  denseShare: number;
  thinArticles: number;
  windowShare: number;
  words: number;
  pairs: number;
  postings: number;
  stories: number;
  aliases: number;
  /** Hours that left before their time: above 0 the window is too small for the stream. */
  earlyEvictions: number;
  /** Bytes of the typed arrays. */
  bytes: number;
}

export function fillOf(lane: Lane, settings: Settings): Fill {
  const { segments, copies, stories, thin, vocabulary } = lane;
  const denseArticles = segments.next - segments.denseStart();
  const all = segments.next - (segments.list[0]?.first ?? segments.next);
  let bytes =
    copies.pairs.bytes() +
    stories.postings.bytes() +
    thin.index.bytes() +
    vocabulary.bytes() +
    lane.phrases.bytes() +
    lane.byId.bytes() +
    lane.exact.bytes();
  for (const segment of segments.list) bytes += segment.words.length * 14;
  return {
    language: lane.language,
    denseArticles,
    denseShare: denseArticles / settings.denseArticles,
    thinArticles: all - denseArticles,
    windowShare: all / settings.thinArticles,
    words: vocabulary.size(),
    pairs: copies.pairs.keys(),
    postings: copies.pairs.postings() + stories.postings.postings(),
    stories: stories.table.stories.size,
    aliases: stories.table.aliases.size,
    earlyEvictions: lane.earlyEvictions,
    bytes,
  };
}
