// `pnpm -s evaluate TASK IN.jsonl OUT.jsonl`: runs one task of the measuring contract through the services' own code and prints one JSON line of speed figures last.
import { readFileSync, writeFileSync } from 'node:fs';
import { loadTask, taskNames } from './registry.ts';

const [name, input, output] = process.argv.slice(2);
if (name === undefined || input === undefined || output === undefined) {
  console.error(`usage: evaluate TASK IN.jsonl OUT.jsonl\ntasks: ${taskNames.join(' ')}`);
  process.exit(2);
}
const task = await loadTask(name);
if (task === undefined) {
  console.error(`unknown task ${name}; tasks: ${taskNames.join(' ')}`);
  process.exit(2);
}
const items = readFileSync(input, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): unknown => JSON.parse(line));
const result = await task(items);
writeFileSync(output, result.lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
console.log(
  JSON.stringify({
    items: items.length,
    seconds: Number((result.milliseconds / 1000).toFixed(4)),
    worstMs: Number(result.worstMs.toFixed(2)),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
