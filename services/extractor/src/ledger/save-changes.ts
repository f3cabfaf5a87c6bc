import { eventId, factEventSchema, topics } from '@copydesk/contracts';
import type { Fact, FactEvent, Mention } from '@copydesk/contracts';
import type { LedgerChange } from '@copydesk/facts';
import { appendOutbox, findMentions, saveConflicts, saveFacts } from '@copydesk/storage';
import type { NewOutboxMessage, Queryable } from '@copydesk/storage';
import type { MentionCache } from './mention-cache.ts';
import { EVIDENCE_IN_RECORD, conflictRecord, factRecord } from './records.ts';

interface Body {
  readonly id: string;
  readonly revision: number;
  readonly storyId: string;
  readonly lastChanged: string;
}

/** The latest state's topic, and the members of the event before and behind its body. */
interface Telling {
  readonly topic: string;
  readonly event: FactEvent;
  readonly name: 'fact' | 'conflict';
  readonly body: Body;
  readonly behind: object;
}

function tellingOf(change: LedgerChange, mentions: ReadonlyMap<string, Mention>): Telling {
  if ('fact' in change) {
    const fact = factRecord(change.fact, mentions);
    const base = { topic: topics.facts.name, name: 'fact', body: fact } as const;
    const { storyId } = fact;
    if (change.kind === 'fact') return { ...base, behind: {}, event: { kind: 'fact', storyId, fact } };
    const behind = { reason: change.reason, successor: change.successor };
    return { ...base, behind, event: { kind: 'fact-retracted', storyId, fact, ...behind } };
  }
  const conflict = conflictRecord(change.conflict);
  const base = { topic: topics.conflicts.name, name: 'conflict', body: conflict } as const;
  const { storyId } = conflict;
  if (change.kind === 'conflict') return { ...base, behind: {}, event: { kind: 'conflict', storyId, conflict } };
  const behind = { reason: change.reason };
  return { ...base, behind, event: { kind: 'conflict-retracted', storyId, conflict, ...behind } };
}

/**
 * What a change says on the topics: the event, and the latest state, which is a part of it and written once.
 * What cannot be said must not be stored: here it is one article's dead letter, on the outbox it would hold up everything behind it.
 * @throws ZodError
 */
function messagesOf(change: LedgerChange, mentions: ReadonlyMap<string, Mention>): NewOutboxMessage[] {
  const { topic, event, name, body, behind } = tellingOf(change, mentions);
  factEventSchema.parse(event);
  const state = JSON.stringify(body);
  const before = `{"kind":${JSON.stringify(event.kind)},"storyId":${JSON.stringify(body.storyId)},"${name}":`;
  const rest = Object.entries(behind).map(([member, value]) => `,${JSON.stringify(member)}:${JSON.stringify(value)}`);
  const message = (of: string, key: string, json: string | null): NewOutboxMessage => ({
    topic: of,
    key,
    eventId: eventId(of, [body.id, body.revision]),
    eventTime: body.lastChanged,
    json,
  });
  const isGone = event.kind === 'fact-retracted' || event.kind === 'conflict-retracted';
  return [
    message(topics.factEvents.name, body.storyId, `${before}${state}${rest.join('')}}`),
    isGone ? message(topic, body.id, null) : { ...message(topic, body.id, state), startsInLast: before.length },
  ];
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

/** By id the state before the first change: what the database has. What was new then it has not. */
function firstOf<Item extends { readonly id: string }>(
  states: readonly { readonly id: string; readonly last: Item | null }[],
): Map<string, Item> {
  const first = new Map<string, Item | null>();
  for (const { id, last } of states) if (!first.has(id)) first.set(id, last);
  return new Map([...first].flatMap(([id, last]) => (last === null ? [] : [[id, last] as const])));
}

/** Writes what a ledger changed: the latest state into the tables, every revision into the outbox, in one transaction with whatever caused it. */
export async function saveChanges(db: Queryable, changes: readonly LedgerChange[], known: MentionCache): Promise<void> {
  const facts = changes.flatMap((change) => ('fact' in change ? [change.fact] : []));
  const conflicts = changes.flatMap((change) => ('conflict' in change ? [change.conflict] : []));
  const mentions = await evidenceOf(db, facts, known);
  await saveFacts(db, facts, firstOf(changes.flatMap((change) => ('fact' in change ? [{ id: change.fact.id, last: change.last }] : []))));
  await saveConflicts(
    db,
    conflicts,
    firstOf(changes.flatMap((change) => ('conflict' in change ? [{ id: change.conflict.id, last: change.last }] : []))),
  );
  await appendOutbox(
    db,
    changes.flatMap((change) => messagesOf(change, mentions)),
  );
}
