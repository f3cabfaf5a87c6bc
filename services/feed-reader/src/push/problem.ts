import { errorCodes } from '@copydesk/contracts';
import type { ErrorCode } from '@copydesk/contracts';
import { isTransientDatabaseError } from '@copydesk/storage';
import type { FastifyInstance } from 'fastify';

/** Why a push was refused as a whole, of the registry of codes; what is wrong with one article of it stands in its own result. */
export type ProblemCode = Extract<
  ErrorCode,
  'bad-request' | 'unauthorized' | 'forbidden' | 'not-found' | 'too-large' | 'rate-limited' | 'unavailable' | 'internal'
>;

const statuses: Readonly<Record<ProblemCode, number>> = {
  'bad-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
  internal: 500,
};

/** A refusal with a stable code. */
export class PushError extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, detail?: string) {
    super(detail ?? errorCodes[code]);
    this.code = code;
  }
}

function codeOf(error: unknown): ProblemCode {
  if (error instanceof PushError) return error.code;
  if (isTransientDatabaseError(error)) return 'unavailable';
  const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status === 413) return 'too-large';
  return status >= 400 && status < 500 ? 'bad-request' : 'internal';
}

/** Answers every error as RFC 9457 problem details. What an unexpected error says stays in the log. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler(async (error, request, reply) => {
    const code = codeOf(error);
    if (code === 'internal') request.log.error({ err: error, event: 'push-failed' }, 'a push failed');
    const told = error instanceof PushError || code === 'bad-request';
    const detail = told && error instanceof Error ? { detail: error.message } : {};
    if (code === 'unauthorized') void reply.header('www-authenticate', 'Bearer');
    if (code === 'unavailable' || code === 'rate-limited') void reply.header('retry-after', '5');
    const problem = { type: `urn:copydesk:error:${code}`, title: errorCodes[code], status: statuses[code], code, ...detail };
    return await reply.status(statuses[code]).type('application/problem+json').send(problem);
  });
  app.setNotFoundHandler(async () => {
    throw new PushError('not-found', 'There is nothing at this address.');
  });
}
