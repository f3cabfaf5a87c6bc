import { isTransientDatabaseError } from '@copydesk/storage';
import type { FastifyInstance } from 'fastify';

/** Why a push was refused as a whole; what is wrong with one article of it stands in its own result. */
const titles = {
  'bad-request': 'The request is not as the API describes it.',
  unauthorized: 'A key is needed: Authorization: Bearer KEY.',
  forbidden: 'The key does not allow this.',
  'not-found': 'There is no such object.',
  'too-large': 'The request is larger than is read.',
  'rate-limited': 'Too many requests; try again later.',
  unavailable: 'The service cannot answer right now; try again later.',
  internal: 'The service failed; the log has the reason.',
} as const;
export type ProblemCode = keyof typeof titles;

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
    super(detail ?? titles[code]);
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
    const problem = { type: `urn:copydesk:error:${code}`, title: titles[code], status: statuses[code], code, ...detail };
    return await reply.status(statuses[code]).type('application/problem+json').send(problem);
  });
  app.setNotFoundHandler(async () => {
    throw new PushError('not-found', 'There is nothing at this address.');
  });
}
