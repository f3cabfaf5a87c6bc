import { accessSync, constants, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError } from './environment.ts';

/** Variables of every service that talks to PostgreSQL. */
export const databaseVariables = {
  /** postgres://user:password@host:port/database */
  DATABASE_URL: z.string().min(1),
  /** A file with the password, where it shall not stand in the environment. */
  DATABASE_PASSWORD_FILE: z.string().optional(),
};

const fault = (what: string) => new ConfigurationError(`The environment is not a valid configuration: ${what}`);

/** Checks what the address says of TLS: a file that is not there would look like a server that is not there. */
function checkTls(url: URL): void {
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && !['disable', 'require', 'verify-ca', 'verify-full'].includes(mode))
    throw fault('DATABASE_URL: sslmode must be disable, require, verify-ca or verify-full');
  for (const name of ['sslrootcert', 'sslcert', 'sslkey']) {
    const file = url.searchParams.get(name);
    if (file === null) continue;
    try {
      accessSync(file, constants.R_OK);
    } catch {
      throw fault(`DATABASE_URL: the file of ${name}, ${file}, cannot be read`);
    }
  }
}

/**
 * The database's address, with the password from the file where one is named.
 * @throws ConfigurationError when the address is none or the file cannot be read.
 */
export function databaseUrl(values: { DATABASE_URL: string; DATABASE_PASSWORD_FILE?: string | undefined }): string {
  if (!URL.canParse(values.DATABASE_URL) || !/^postgres(?:ql)?:$/.test(new URL(values.DATABASE_URL).protocol))
    throw fault('DATABASE_URL: must be postgres://user:password@host:port/database');
  const url = new URL(values.DATABASE_URL);
  checkTls(url);
  if (values.DATABASE_PASSWORD_FILE === undefined) return values.DATABASE_URL;
  try {
    url.password = encodeURIComponent(readFileSync(values.DATABASE_PASSWORD_FILE, 'utf8').trim());
  } catch {
    throw fault(`DATABASE_PASSWORD_FILE: ${values.DATABASE_PASSWORD_FILE} cannot be read`);
  }
  return url.href;
}
