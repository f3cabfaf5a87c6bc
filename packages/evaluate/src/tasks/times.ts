import { createTimeReader } from '@copydesk/facts';
import { splitSentences } from '@copydesk/text';
import { timeEach, type TaskResult } from '../task.ts';

interface TimesItem {
  id: string;
  text: string;
  date: string | null;
}

/** Reads the times of each text sentence by sentence, as the extractor does. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  return timeEach(items as TimesItem[], ({ id, text, date }) => {
    const reader = createTimeReader({ text, date });
    const times = splitSentences(text).flatMap((sentence) => reader.read(sentence));
    return { id, times: times.map(({ start, end, value, type }) => ({ start, end, value, type })) };
  });
}
