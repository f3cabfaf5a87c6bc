// What bench/facts.ts compares with: the Python pipeline of facts-python.py on the same articles.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const Answer = z.object({ seconds: z.number().positive(), givenUp: z.number() });

/**
 * Seconds of processor time, one thread, that the given Python takes for the texts with spaCy, textacy and quantulum3, and how often textacy or quantulum3 gave an article up.
 * SPACY_MODEL names another model than en_core_web_sm, or a folder with one. Throws where that Python cannot run the pipeline, with what it said.
 */
export function pythonPipeline(python: string, texts: readonly string[]): z.infer<typeof Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  try {
    const file = join(folder, 'texts.jsonl');
    writeFileSync(file, texts.map((text) => JSON.stringify(text)).join('\n'));
    const run = spawnSync(python, [new URL('facts-python.py', import.meta.url).pathname, file], {
      encoding: 'utf8',
      timeout: 900_000,
      env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
    });
    if (run.status !== 0) throw new Error(`the Python pipeline did not run: ${run.stderr || String(run.error)}`);
    return Answer.parse(JSON.parse(run.stdout));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
