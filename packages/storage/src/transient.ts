/**
 * SQLSTATE classes and codes that pass by themselves: connection trouble (08), the server shutting down or starting (57P01–57P03), out of resources (53),
 * serialisation failure and deadlock (40), lock not available (55P03), statement cancelled (57014), a standby that takes no writes yet (25006), trouble of the
 * server's own system such as a full or failing disk (58).
 * Source: PostgreSQL documentation, appendix A.
 */
const transientClasses = new Set(['08', '53', '40', '58']);
const transientCodes = new Set(['57P01', '57P02', '57P03', '57014', '55P03', '25P03', '25006', '57P05']);
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);

/** True when the database may answer the same query later: such an error pauses and is tried again, and never makes a dead letter. */
export function isTransientDatabaseError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some((inner) => isTransientDatabaseError(inner));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (networkCodes.has(code) || transientCodes.has(code) || (/^[0-9A-Z]{5}$/.test(code) && transientClasses.has(code.slice(0, 2))))
    return true;
  // pg says these without a code.
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message);
}
