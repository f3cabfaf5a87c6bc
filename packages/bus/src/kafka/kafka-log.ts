import type { LogEntry } from 'kafkajs';
import kafkajs from 'kafkajs';
import type { BusLogger } from '../bus-logger.ts';

/** What kafkajs logs as an error though it tries again by itself: coordinators that load or move, leaders that change, members that rejoin, connections that come back. */
const passing = [
  'The group coordinator is not available',
  'The coordinator is loading',
  'The group is loading',
  'This is not the correct coordinator',
  'The group is rebalancing',
  'The coordinator is not aware of this member',
  'Specified group generation id is not valid',
  'The group member needs to have a valid member id',
  'This server is not the leader',
  'There is no leader for this topic-partition',
  'This server does not host this topic-partition',
  'Not authorized to access group: group is rebalancing',
  'Connection error',
  'Connection timeout',
  'Failed to connect to seed broker',
  'Closed connection',
  'Restarting the consumer',
  // A new producer is made after every error: no guarantee hangs on its tries.
  'Limiting retries for the idempotent producer',
] as const;

/** True when an entry of kafkajs at level ERROR tells of something that it tries again. */
function passesByItself(entry: LogEntry): boolean {
  const { message, error, retriable } = entry.log as { message: string; error?: unknown; retriable?: unknown };
  const text = `${message} ${typeof error === 'string' ? error : ''}`;
  return retriable === true || passing.some((part) => text.includes(part));
}

/** Sends what kafkajs logs to our logger: its chatter one level down, errors that pass by themselves as debug messages. */
export function kafkaLogCreator(logger: BusLogger): () => (entry: LogEntry) => void {
  const { logLevel } = kafkajs;
  return () => (entry) => {
    const {
      message,
      timestamp: _timestamp,
      logger: _logger,
      stack: _stack,
      ...fields
    } = entry.log as Record<string, unknown> & { message: string };
    const details = { event: 'kafka', part: entry.namespace, ...fields };
    if (entry.level === logLevel.ERROR && !passesByItself(entry)) logger.error(details, message);
    else if (entry.level === logLevel.WARN && !passesByItself(entry)) logger.warn(details, message);
    else logger.debug(details, message);
  };
}
