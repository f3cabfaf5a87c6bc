import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSites } from '@copydesk/article';
import type { Sites } from '@copydesk/article';
import { ConfigurationError } from '@copydesk/runtime';

/** The rules of single sites, from their folder; none without one. @throws ConfigurationError when the folder cannot be read. */
export function loadSites(folder: string | null): Pick<Sites, 'rules' | 'faults'> {
  if (folder === null) return { rules: new Map(), faults: [] };
  try {
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
    return readSites(names.map((file) => ({ file, json: readFileSync(join(folder, file), 'utf8') })));
  } catch (error) {
    throw new ConfigurationError(`READER_SITES: ${error instanceof Error ? error.message : String(error)}`);
  }
}
