import { canonicalUrl } from '@copydesk/text';
import type { IntakeItem, UnreadableItem } from '../intake/item.ts';
import { recordItem } from '../intake/record.ts';

/** The program's own id of an article, when it gives one that can be one. */
export function pushedId(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && id !== '' && id.length <= 500 && id.isWellFormed() && !/[\u0000-\u001F\u007F]/.test(id) ? id : null;
}

/**
 * An article that a program pushed, as intake takes it. Its address identifies it, so that it is one with what feeds bring; without one the program's id does, among the ids of programs
 * of that name (a key that replaces another keeps the name). Undefined when nothing identifies it.
 */
export function pushedItem(program: string, value: unknown): IntakeItem | UnreadableItem | undefined {
  const id = pushedId(value);
  const record = recordItem(value);
  const address = 'fault' in record || record.url === null ? null : canonicalUrl(record.url);
  if (id === null && address === null) return undefined;
  const at: Pick<IntakeItem, 'intake' | 'identity'> = {
    intake: { kind: 'push', name: `${program} ${id ?? address ?? ''}` },
    identity: address === null ? { feed: `push ${program}`, guid: id ?? '' } : { url: address },
  };
  return 'fault' in record ? { ...at, unreadable: { code: 'input-format', detail: record.fault } } : { ...at, ...record };
}
