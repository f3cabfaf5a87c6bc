// `pnpm -s bench NAME [ARGS…]`: runs one bench; its last line is one JSON object, and the exit code is 1 when a figure is below its target.
import { existsSync } from 'node:fs';

const [name, ...args] = process.argv.slice(2);
const file = name === undefined || !/^[a-z0-9-]+$/.test(name) ? undefined : new URL(`./${name}.ts`, import.meta.url);
if (file === undefined || name === 'main' || name === 'report' || !existsSync(file)) {
  console.error('usage: bench NAME [ARGS…]; each bench is a file of the folder bench/');
  process.exit(2);
}
const { bench } = (await import(file.href)) as { bench: (args: string[]) => Promise<BenchReport> };
const report = await bench(args);
console.log(JSON.stringify(report));
process.exitCode = report.ok ? 0 : 1;

/** What each bench file's `bench(args)` answers: `ok` is false when a figure is below its stated target. */
export interface BenchReport {
  bench: string;
  ok: boolean;
  [figure: string]: unknown;
}
