const untrusted = 'the authority given, sslrootcert of DATABASE_URL or KAFKA_TLS_CA_FILE, does not vouch for the certificate';

const hints: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host of that name',
  EADDRINUSE: 'another program has this port',
  EACCES: 'this user may not do that',
  '28P01': 'PostgreSQL does not take the password of DATABASE_URL',
  '28000': 'PostgreSQL does not let this user in',
  '3D000': 'create the database, or name another one in DATABASE_URL',
  '42501': 'the database role lacks a right',
  ERR_INVALID_URL: 'the address is malformed',
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_HAS_EXPIRED: 'the certificate is out of its time',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host than the address names',
};

const withoutPasswords = (text: string) => text.replaceAll(/(\/\/[^:@/\s]{0,200}:)[^@/\s]{0,200}@/g, '$1***@');

const oneLine = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('; ');

/** An error as one sentence for a person, without stack and passwords: what happened, and where its code is a known one, what that means. */
export function explainError(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return explainError(error.errors[0]);
  if (!(error instanceof Error)) return withoutPasswords(String(error));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = withoutPasswords(error.message === '' ? error.name : oneLine(error.message));
  const hint = Object.hasOwn(hints, code) ? hints[code] : undefined;
  return hint === undefined ? message : `${message} (${hint})`;
}
