import type { Bus } from '@copydesk/bus';
import { loadDeadLetterMarks, markDeadLetter } from '@copydesk/storage';
import type { Database, DeadLetterMark } from '@copydesk/storage';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../failure.ts';
import { openLedger } from '../store/database-url.ts';
import { eachLetter, topicsNamed } from './letters.ts';
import type { Letter } from './letters.ts';
import { openBus } from './open-bus.ts';
import { listLines, showLines } from './show.ts';

export const usage = `usage: copydesk dlq list [--topic TOPIC] [--code CODE] [--done] [--json]
       copydesk dlq show ID
       copydesk dlq redrive ID… | --all [--topic TOPIC] [--code CODE]
       copydesk dlq drop ID… | --all [--topic TOPIC] [--code CODE]`;
const LISTED = 50;

/** Which letters a command is about. */
export interface Selection {
  topic?: string | undefined;
  code?: string | undefined;
  /** Ids; empty for all that `topic` and `code` leave. */
  ids: readonly string[];
}

function chooser({ topic, code, ids }: Selection) {
  const wanted = topicsNamed(topic);
  if (wanted === undefined) throw new CommandError(`There is no consumed topic ${topic}.`);
  const chosen = (letter: Letter) => (code === undefined || letter.code === code) && (ids.length === 0 || ids.includes(letter.id));
  return { wanted, chosen };
}

/** Every chosen letter with what was done with it. */
export async function listLetters(
  { bus, database }: { bus: Bus; database: Database },
  selection: Selection,
): Promise<{ letter: Letter; mark: DeadLetterMark | undefined }[]> {
  const { wanted, chosen } = chooser(selection);
  const marks = await loadDeadLetterMarks(database);
  const found: { letter: Letter; mark: DeadLetterMark | undefined }[] = [];
  await eachLetter(bus, wanted, (letter) => {
    if (chosen(letter)) found.push({ letter, mark: marks.get(letter.id) });
  });
  return found;
}

/**
 * Sends the chosen letters that nobody has dealt with back to their topics, or drops them. A letter is marked right after it was sent: a crash in between sends it again, and everything downstream
 * knows it by its ids.
 */
export async function settleLetters(
  { bus, database }: { bus: Bus; database: Database },
  selection: Selection,
  state: DeadLetterMark,
): Promise<{ done: number; before: number; shortened: number }> {
  const { wanted, chosen } = chooser(selection);
  const marks = await loadDeadLetterMarks(database);
  const producer = await bus.producer({ source: '/copydesk/dlq' });
  const result = { done: 0, before: 0, shortened: 0 };
  try {
    await eachLetter(bus, wanted, async (letter, message) => {
      if (!chosen(letter)) return;
      if (marks.has(letter.id)) result.before++;
      else if (state === 'redriven' && letter.shortened) result.shortened++;
      else {
        if (state === 'redriven') await producer.redrive(message);
        await markDeadLetter(database, letter.id, state);
        result.done++;
      }
    });
  } finally {
    await producer.close();
  }
  return result;
}

async function show(context: { bus: Bus; database: Database }, id: string): Promise<string[]> {
  const marks = await loadDeadLetterMarks(context.database);
  let lines: string[] | undefined;
  await eachLetter(context.bus, topicsNamed(undefined) ?? [], (letter, message) => {
    if (letter.id === id) lines = showLines(letter, message, marks.get(id));
  });
  if (lines === undefined) throw new CommandError(`There is no dead letter ${id}.`);
  return lines;
}

function readOptions(args: readonly string[]) {
  const options = {
    topic: { type: 'string' },
    code: { type: 'string' },
    all: { type: 'boolean', default: false },
    done: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = readArguments(args, options, usage);
  const [action, ...ids] = positionals;
  return { ...values, action, ids };
}

async function act(context: { bus: Bus; database: Database }, options: ReturnType<typeof readOptions>): Promise<number> {
  const { action, ids, all, json } = options;
  if (action === 'list') {
    const letters = (await listLetters(context, options)).filter(({ mark }) => options.done || mark === undefined);
    const lines = json ? letters.map(({ letter, mark }) => JSON.stringify({ ...letter, mark: mark ?? null })) : listLines(letters, LISTED);
    for (const line of lines) console.log(line);
    return 0;
  }
  if (action === 'show' && ids[0] !== undefined) {
    for (const line of await show(context, ids[0])) console.log(line);
    return 0;
  }
  if ((action === 'redrive' || action === 'drop') && all !== ids.length > 0) {
    const state = action === 'redrive' ? 'redriven' : 'dropped';
    const { done, before, shortened } = await settleLetters(context, options, state);
    if (json) console.log(JSON.stringify({ [state]: done, before, shortened }));
    else console.log(`${done} ${state}, ${before} dealt with before${shortened > 0 ? `, ${shortened} shortened and not sent` : ''}`);
    return shortened > 0 || done + before < ids.length ? 1 : 0;
  }
  throw new CommandError(usage);
}

/** `copydesk dlq list|show|redrive|drop`: exit code 1 when a letter that was asked for could not be dealt with. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (!['list', 'show', 'redrive', 'drop'].includes(options.action ?? '')) throw new CommandError(usage);
  const database = await openLedger('dlq');
  const bus = openBus();
  try {
    return await act({ bus, database }, options);
  } finally {
    await bus.close();
    await database.destroy();
  }
}
