import type { ReceivedMessage } from '@copydesk/bus';
import { topics } from '@copydesk/contracts';
import type { DeadLetterMark } from '@copydesk/storage';
import type { Letter } from './letters.ts';

const excerpt = 2_000;

/** Makes text safe for a terminal: a hostile message must not move its cursor. */
export function plain(text: string, longest: number): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}]/gu, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

/** How many letters of each topic have which code, then the letters themselves, a line each. */
export function listLines(letters: readonly { letter: Letter; mark: DeadLetterMark | undefined }[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const { letter, mark } of letters) {
    const line = `${topics[letter.topic].name}  ${plain(letter.code, 60)}${mark === undefined ? '' : `  (${mark})`}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const summary = [...counts].map(([line, count]) => `${String(count).padStart(6)}  ${line}`);
  const each = letters
    .slice(0, most)
    .map(({ letter, mark }) =>
      [letter.id, topics[letter.topic].name, letter.place, plain(letter.code, 60), mark ?? '', plain(letter.detail, 80)]
        .filter((part) => part !== '')
        .join('  '),
    );
  const rest = letters.length > most ? [`… and ${letters.length - most} more`] : [];
  return letters.length === 0 ? ['No dead letters.'] : [...summary, '', ...each, ...rest];
}

/** One letter: where it stood, why it was given up, its key, headers and the beginning of its bytes. */
export function showLines(letter: Letter, message: ReceivedMessage, mark: DeadLetterMark | undefined): string[] {
  const { key, value, headers } = message;
  return [
    `id       ${letter.id}${mark === undefined ? '' : ` (${mark})`}`,
    `from     ${topics[letter.topic].name} ${letter.place}`,
    `code     ${plain(letter.code, 60)} at ${plain(letter.stage, 60)}`,
    `detail   ${plain(letter.detail, excerpt)}`,
    `key      ${key === null ? '(none)' : plain(key, 200)}`,
    ...Object.entries(headers).map(([name, text]) => `header   ${plain(name, 100)}: ${plain(text, 300)}`),
    `bytes    ${value === null ? '(tombstone)' : value.length}${letter.shortened ? ' (shortened)' : ''}`,
    value === null ? '' : plain(value.toString(), excerpt),
  ];
}
