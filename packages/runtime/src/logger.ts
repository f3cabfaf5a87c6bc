import { pino } from 'pino';
import type { Logger } from 'pino';

export type { Logger } from 'pino';

/** JSON lines on standard output, one object a line, without host name and pid (the supervisor knows both). Passwords in URLs and auth fields are redacted. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['password', '*.password', 'sasl', '*.sasl', 'headers.authorization'], censor: '[redacted]' },
    serializers: { err: pino.stdSerializers.err },
  });
}
