import type { Words } from '../lexicon/words.ts';
import type { Classifier } from '../linear/classifier.ts';
import { pad, type SentenceBuffer } from './sentence-buffer.ts';
import { tagFeatureRoom, tagHistoryFeatures, wordFeatures } from './tag-features.ts';

/** Tags a sentence from left to right with joint UPOS + XPOS tags; tag 0 is the edge, so class c is written as tag c + 1. */
export class Tagger {
  private readonly words: Words;
  private readonly classifier: Classifier;
  private readonly features = new Int32Array(tagFeatureRoom);
  private readonly scores: Int32Array;

  constructor(words: Words, classifier: Classifier) {
    this.words = words;
    this.classifier = classifier;
    this.scores = new Int32Array(classifier.classes);
  }

  tag(buffer: SentenceBuffer): void {
    const { words, features, scores, classifier } = this;
    for (let i = 0; i < buffer.count; i++) {
      const n = tagHistoryFeatures(words, buffer, i, features, wordFeatures(words, buffer, i, features));
      classifier.score(features, n, scores);
      let best = 0;
      let second = -1;
      for (let c = 1; c < scores.length; c++) {
        if ((scores[c] as number) > (scores[best] as number)) {
          second = best;
          best = c;
        } else if (second < 0 || (scores[c] as number) > (scores[second] as number)) second = c;
      }
      buffer.tags[i + pad] = best + 1;
      buffer.tagMargins[i] = (scores[best] as number) - (scores[second] as number);
    }
  }
}
