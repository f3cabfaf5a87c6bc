import { eventId, factEventSchema, topics } from '@copydesk/contracts';
import type { Fact, FactEvent, Mention } from '@copydesk/contracts';
import type { LedgerChange } from '@copydesk/facts';
import { appendOutbox, findMentions, saveConflicts, saveFacts } from '@copydesk/storage';
import type { OutboxMessage, Queryable } from '@copydesk/storage';
import type { MentionCache } from './mention-cache.ts';
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

/** What cannot be said must not be stored: here it is one article's dead letter, on the outbox it would hold up everything behind it. @throws ZodError */
function check({ topic, value }: OutboxMessage): void {
  // The records on the compacted topics are parts of the events.
  if (topic === topics.factEvents.name) factEventSchema.parse(value);
}

/** The mentions that the facts' records show, from memory where they are there. */
async function evidenceOf(db: Queryable, facts: readonly Fact[], known: MentionCache): Promise<ReadonlyMap<string, Mention>> {
  const wanted = new Set(facts.flatMap((fact) => fact.mentions.slice(0, EVIDENCE_IN_RECORD)));
  const missing = [...wanted].filter((id) => known.get(id) === undefined);
  const found = await findMentions(db, missing);
  const evidence = new Map(found.map((mention) => [mention.id, mention]));
  for (const id of wanted) {
    const mention = known.get(id);
    if (mention !== undefined) evidence.set(id, mention);
  }
  known.add(found);
  return evidence;
}

/** Writes what a ledger changed: the latest state into the tables, every revision into the outbox, in one transaction with whatever caused it. */
export async function saveChanges(db: Queryable, changes: readonly LedgerChange[], known: MentionCache): Promise<void> {
  const facts = changes.flatMap((change) => ('fact' in change ? [change.fact] : []));
  const conflicts = changes.flatMap((change) => ('conflict' in change ? [change.conflict] : []));
  const mentions = await evidenceOf(db, facts, known);
  await saveFacts(db, facts);
  await saveConflicts(db, conflicts);
  const messages = changes.flatMap((change) => messagesOf(change, mentions));
  for (const message of messages) check(message);
  await appendOutbox(db, messages);
}
