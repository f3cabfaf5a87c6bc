// Run as a program of its own: asks for addresses and prints the results' codes and by how many megabytes the process grew at its peak.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { RefusalError, createFetcher } from '../src/index.ts';

/**
 * Resident memory of this process in kilobytes, as the system counts it: now, or its peak. Not `resourceUsage().maxRSS`: on Linux that begins at the parent's peak.
 */
function resident(which: 'VmRSS' | 'VmHWM'): number {
  if (!existsSync('/proc/self/status')) return process.memoryUsage.rss() / 1024;
  return Number(new RegExp(`${which}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

/** What is resident now, and from now on the peak: one reached while the program was loaded would hide what comes after it (proc(5), clear_refs). */
function beginMeasuring(): number {
  if (existsSync('/proc/self/clear_refs')) writeFileSync('/proc/self/clear_refs', '5');
  return resident('VmRSS');
}

/** Reads a document of any length to its end, keeping nothing. */
async function streamed(url: string): Promise<string> {
  const opened = await fetcher.open(url, { signal: new AbortController().signal, limits: { bytes: 400 << 20 } });
  if (opened.kind !== 'open') return opened.kind === 'refused' ? opened.code : opened.kind;
  try {
    for await (const _ of opened.chunks);
    return 'ok';
  } catch (error) {
    return error instanceof RefusalError ? error.code : String(error);
  }
}

const [origin = '', ...paths] = process.argv.slice(2);
const fetcher = createFetcher({
  userAgent: 'Tests/1.0 (+https://tests.example)',
  limits: { totalMs: 20_000 },
  testing: { allowLoopback: true },
});
const outcomes: string[] = [];
await fetcher.get(`${origin}/plain`, { kind: 'feed' });
const before = beginMeasuring();
for (const path of paths) {
  if (path.startsWith('stream:')) {
    outcomes.push(await streamed(origin + path.slice('stream:'.length)));
    continue;
  }
  const result = await fetcher.get(origin + path, { kind: 'feed' });
  outcomes.push(result.kind === 'refused' ? result.code : result.kind);
}
const grownMegabytes = Math.round((resident('VmHWM') - before) / 1024);
await fetcher.close();
console.log(JSON.stringify({ outcomes, grownMegabytes }));
