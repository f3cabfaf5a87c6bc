import { errorCodes } from '@copydesk/contracts';
import type { ErrorCode, Problem } from '@copydesk/contracts';
import { isTransientDatabaseError } from '@copydesk/storage';
import type { FastifyInstance } from 'fastify';

/** A refusal that the API answers with: a stable code and its HTTP status. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly status: number;

  constructor(code: ErrorCode, status: number, detail?: string) {
    super(detail ?? errorCodes[code]);
    this.code = code;
    this.status = status;
  }
}

function problemOf(error: unknown): Problem & { expected: boolean } {
  const about = (code: ErrorCode, status: number, detail?: string) => ({
    type: `urn:copydesk:error:${code}`,
    title: errorCodes[code],
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    expected: status < 500,
  });
  if (error instanceof ApiError) return about(error.code, error.status, error.message);
  if (isTransientDatabaseError(error)) return { ...about('unavailable', 503), expected: true };
  const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status === 429) return about('rate-limited', 429);
  if (status === 404) return about('not-found', 404);
  if (status >= 400 && status < 500) return about('bad-request', status, error instanceof Error ? error.message : undefined);
  if (status === 503) return { ...about('unavailable', 503), expected: true };
  return about('internal', 500);
}

/** Answers every error as RFC 9457 problem details. What an unexpected error says stays in the log. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler(async (error, request, reply) => {
    const { expected, ...problem } = problemOf(error);
    if (!expected) request.log.error({ err: error, event: 'request-failed' }, 'request failed');
    return await reply.status(problem.status).type('application/problem+json').send(problem);
  });
  app.setNotFoundHandler(async (_request, reply) => {
    const { expected: _, ...problem } = problemOf(new ApiError('not-found', 404, 'There is nothing at this address.'));
    return await reply.status(404).type('application/problem+json').send(problem);
  });
}
