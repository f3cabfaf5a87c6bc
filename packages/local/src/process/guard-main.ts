// Runs as a process of its own (see guard.ts): ends the children of a parent that vanished without ending them itself.
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, startToken } from './process-table.ts';

const graceMs = 6000;
const children = new Map<number, { signal: NodeJS.Signals; token: string | undefined }>();

for await (const line of createInterface({ input: process.stdin })) {
  const [sign, pid, signal] = line.split(' ');
  if (sign === '+') children.set(Number(pid), { signal: signal as NodeJS.Signals, token: startToken(Number(pid)) });
  else children.delete(Number(pid));
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

function remaining(): number[] {
  return [...children].filter(([pid, { token }]) => isAlive(pid) && startToken(pid) === token).map(([pid]) => pid);
}

for (const pid of remaining()) send(pid, children.get(pid)?.signal ?? 'SIGTERM');
for (let waited = 0; waited < graceMs && remaining().length > 0; waited += 100) await sleep(100);
for (const pid of remaining()) send(pid, 'SIGKILL');
