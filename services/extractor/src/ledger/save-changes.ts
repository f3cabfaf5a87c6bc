import { conflictRecordSchema, eventId, factEventSchema, factRecordSchema, topics } from '@copydesk/contracts';
import type { FactEvent, Mention } from '@copydesk/contracts';
import type { LedgerChange } from '@copydesk/facts';
import { appendOutbox, findMentions, saveConflicts, saveFacts } from '@copydesk/storage';
import type { OutboxMessage, Queryable } from '@copydesk/storage';
import { EVIDENCE_IN_RECORD, conflictRecord, factRecord } from './records.ts';

function messagesOf(change: LedgerChange, mentions: ReadonlyMap<string, Mention>): OutboxMessage[] {
  const message = (
    topic: string,
    key: string,
    body: { id: string; revision: number; lastChanged: string },
    value: object | null,
  ): OutboxMessage => ({
    topic,
    key,
    eventId: eventId(topic, [body.id, body.revision]),
    eventTime: body.lastChanged,
    value,
  });
  if (change.kind === 'fact' || change.kind === 'fact-retracted') {
    const record = factRecord(change.fact, mentions);
    const { storyId } = record;
    const event: FactEvent =
      change.kind === 'fact'
        ? { kind: 'fact', storyId, fact: record }
        : { kind: 'fact-retracted', storyId, fact: record, reason: change.reason, successor: change.successor };
    return [
      message(topics.factEvents.name, storyId, record, event),
      message(topics.facts.name, record.id, record, change.kind === 'fact' ? record : null),
    ];
  }
  const conflict = conflictRecord(change.conflict);
  const event: FactEvent =
    change.kind === 'conflict'
      ? { kind: 'conflict', storyId: conflict.storyId, conflict }
      : { kind: 'conflict-retracted', storyId: conflict.storyId, conflict, reason: change.reason };
  return [
    message(topics.factEvents.name, conflict.storyId, conflict, event),
    message(topics.conflicts.name, conflict.id, conflict, change.kind === 'conflict' ? conflict : null),
  ];
}

const schemas = new Map<string, { parse(value: unknown): unknown }>([
  [topics.factEvents.name, factEventSchema],
  [topics.facts.name, factRecordSchema],
  [topics.conflicts.name, conflictRecordSchema],
]);

/** What cannot be said must not be stored: here it is one article's dead letter, on the outbox it would hold up everything behind it. @throws ZodError */
function check({ topic, value }: OutboxMessage): void {
  if (value !== null) schemas.get(topic)?.parse(value);
}

/** Writes what a ledger changed: the latest state into the tables, every revision into the outbox, in one transaction with whatever caused it. */
export async function saveChanges(db: Queryable, changes: readonly LedgerChange[]): Promise<void> {
  const facts = changes.flatMap((change) => ('fact' in change ? [change.fact] : []));
  const conflicts = changes.flatMap((change) => ('conflict' in change ? [change.conflict] : []));
  const wanted = facts.flatMap((fact) => fact.mentions.slice(0, EVIDENCE_IN_RECORD));
  const mentions = new Map((await findMentions(db, [...new Set(wanted)])).map((mention) => [mention.id, mention]));
  await saveFacts(db, facts);
  await saveConflicts(db, conflicts);
  const messages = changes.flatMap((change) => messagesOf(change, mentions));
  for (const message of messages) check(message);
  await appendOutbox(db, messages);
}
