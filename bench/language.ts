import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { loadModel, type LanguageModel } from '@copydesk/language';
import { splitSentences } from '@copydesk/text';
import nlp from 'compromise';
import wink from 'wink-eng-lite-web-model';
import createWink from 'wink-nlp';
import type { BenchReport } from './main.ts';

/** Sentences a second of processor time, resident memory above Node's own, and loading time that the bench asks for. */
const targets = { sentences: 4500, memoryMb: 150, loadMs: 300 };

/**
 * Speed of tags + lemmas + parse + names on one core, on the seed articles or the sentences of a CoNLL-U file, beside wink-nlp, compromise and,
 * where Python has it, spaCy's small English model on the same sentences. All are timed by processor time, warm, best of fifteen rounds (spaCy three).
 * SPACY_PYTHON names the Python that has spaCy, SPACY_MODEL another model or a folder with one (default en_core_web_sm).
 * @param args optional CoNLL-U file
 */
export function bench(args: string[]): Promise<BenchReport> {
  const before = process.memoryUsage().rss;
  const begun = process.cpuUsage();
  const model = loadModel('en');
  const loadMs = cpuMs(begun);
  const texts = args[0] === undefined ? seedSentences() : treebankSentences(args[0]);
  const tokens = texts.map((text) => model.parse(text, { start: 0, end: text.length }).tokens.map((t) => t.text));
  const words = tokens.reduce((n, t) => n + t.length, 0);
  const ours = rate(texts.length, () => runOurs(model, texts));
  const oursOnTokens = rate(texts.length, () => tokens.forEach((t) => model.parseTokens(t)));
  const memoryMb = Math.round((process.memoryUsage().rss - before) / 2 ** 20);
  const winkModel = createWink(wink);
  const spacySmall = spacyRate(texts);
  const perSecond = {
    ours,
    oursOnTokens,
    winkNlp: rate(texts.length, () => texts.forEach((text) => winkModel.readDoc(text).entities().length())),
    compromise: rate(texts.length, () => texts.forEach((text) => nlp(text).topics().out('array'))),
    spacySmall,
  };
  const ok = ours >= targets.sentences && memoryMb <= targets.memoryMb && loadMs <= targets.loadMs;
  return Promise.resolve({
    bench: 'language',
    ok,
    sentences: texts.length,
    wordsPerSentence: Number((words / texts.length).toFixed(1)),
    perSecond,
    timesSpacy: spacySmall === null ? null : Number((ours / spacySmall).toFixed(1)),
    loadMs,
    memoryMb,
    targets,
  });
}

function runOurs(model: LanguageModel, texts: readonly string[]): void {
  for (const text of texts) model.parse(text, { start: 0, end: text.length });
}

function seedSentences(): string[] {
  const folder = new URL('../seeds/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return splitSentences(text).map(({ start, end }) => text.slice(start, end));
  });
}

function treebankSentences(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('# text = ')).map((line) => line.slice(9));
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const used = process.cpuUsage(since);
  return Math.round((used.user + used.system) / 1000);
}

/** Sentences per second of processor time, the best of fifteen rounds. */
function rate(count: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  const repeats = Math.max(1, Math.ceil(2000 / count));
  for (let round = 0; round < 15; round += 1) {
    const begun = process.cpuUsage();
    for (let repeat = 0; repeat < repeats; repeat += 1) work();
    const used = process.cpuUsage(begun);
    best = Math.min(best, (used.user + used.system) / 1000 / repeats);
  }
  return Math.round((count / best) * 1000);
}

/** spaCy's small English model on the same sentences; null where Python or the model is missing. */
function spacyRate(texts: readonly string[]): number | null {
  const script = [
    'import sys, json, time, spacy',
    'texts = json.load(sys.stdin)',
    'nlp = spacy.load(sys.argv[1])',
    'list(nlp.pipe(texts[:200]))',
    'best = 0',
    'for _ in range(3):',
    '    begun = time.process_time()',
    '    list(nlp.pipe(texts))',
    '    best = max(best, len(texts) / (time.process_time() - begun))',
    'print(best)',
  ].join('\n');
  const model = process.env['SPACY_MODEL'] ?? 'en_core_web_sm';
  const run = spawnSync(process.env['SPACY_PYTHON'] ?? 'python3', ['-c', script, model], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    timeout: 300_000,
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  });
  const value = Number(run.stdout);
  return run.status === 0 && value > 0 ? Math.round(value) : null;
}
