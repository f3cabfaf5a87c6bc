import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';

/** A file to read, and its name within the folder that was given: the name stays the same wherever the folder lies. */
export interface InputFile {
  path: string;
  name: string;
  /** Bytes as it lies there; 0 where nobody can know. */
  size: number;
  /** Changes when the file does. */
  fingerprint: string;
  /** False where a reading cannot begin within the file, whatever is in it. */
  resumable: boolean;
}

const readable = /\.(?:txt|html?|json|ndjson|jsonl|warc)(?:\.gz)?$/i;

/**
 * The files of a path in the order of their names: the path itself, or everything readable below it. Hidden files and other extensions are left out. `-` is standard input.
 * @throws the file system's error when the path itself cannot be read.
 */
export async function listFiles(path: string): Promise<InputFile[]> {
  if (path === '-') return [{ path, name: 'stdin', size: 0, fingerprint: '', resumable: false }];
  const found = await stat(path);
  if (!found.isDirectory()) return [await described(path, basename(path))];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && readable.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file, name: join(basename(path), relative(path, file)) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const all: InputFile[] = [];
  for (const file of files) all.push(await described(file.path, file.name));
  return all;
}

/** A file that vanishes or cannot be looked at is left for the reading, which says so. */
async function described(path: string, name: string): Promise<InputFile> {
  const found = await stat(path).catch(() => undefined);
  const fingerprint = found === undefined ? '' : `${found.size}-${Math.round(found.mtimeMs)}`;
  return { path, name, size: found?.size ?? 0, fingerprint, resumable: true };
}
