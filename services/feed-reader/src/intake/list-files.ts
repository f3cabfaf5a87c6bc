import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';

/** A file to read, and its name within the folder that was given: the name stays the same wherever the folder lies. */
export interface InputFile {
  path: string;
  name: string;
}

const extensions = new Set(['.txt', '.html', '.htm', '.json', '.ndjson', '.jsonl']);

/**
 * The files of a path in the order of their names: the path itself, or everything readable below it. Hidden files and other extensions are left out.
 * @throws the file system's error when the path itself cannot be read.
 */
export async function listFiles(path: string): Promise<InputFile[]> {
  const found = await stat(path);
  if (!found.isDirectory()) return [{ path, name: basename(path) }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && extensions.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file, name: join(basename(path), relative(path, file)) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
