import { loadModel, readDocument } from '@copydesk/language';
import { findAttributions } from '@copydesk/facts';
import { timeEach, type TaskResult } from '../task.ts';

interface AttributionsItem {
  id: string;
  text: string;
}

/** Finds the attributions of each text from its sentences and their parses, as the extractor does. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  const model = loadModel('en');
  return timeEach(items as AttributionsItem[], ({ id, text }) => {
    const { sentences, entities } = readDocument(model, text);
    const found = findAttributions({ text, sentences, parses: sentences, entities });
    const pair = (span: { start: number; end: number } | null): [number, number] | null => (span === null ? null : [span.start, span.end]);
    return {
      id,
      attributions: found.map(({ content, source, cue }) => ({ content: pair(content), source: pair(source), cue: pair(cue) })),
    };
  });
}
