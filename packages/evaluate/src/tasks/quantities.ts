import { unitOf } from '@copydesk/text';
import { findQuantities } from '@copydesk/facts';
import type { QuantityMention } from '@copydesk/facts';
import type { TaskResult } from '../task.ts';
import { timeEach } from '../task.ts';

/** `{id,text}` → `{id,quantities:[{value:n|[lo,hi],unit,change}]}`. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  return timeEach(items as { id: string; text: string }[], ({ id, text }) => ({ id, quantities: findQuantities(text).flatMap(toTask) }));
}

/** The contract names values only: a quantity without a number ("several") has none to give, a vague one spans its order of magnitude. */
function toTask(mention: QuantityMention): unknown[] {
  const value = valueOf(mention);
  return value === null ? [] : [{ value, unit: unitName(mention), change: signOf(mention) }];
}

function valueOf({ value, min, max, order, change, number, surface }: QuantityMention): number | [number, number] | null {
  const isPair = / to /i.test(surface);
  if (number === null) return null;
  if (order !== null && value === null) return [order, order * 10];
  if (change?.from !== undefined && change.to !== undefined && isPair) return [change.from, change.to];
  if (value !== null) return value;
  return min !== null && max !== null ? [min, max] : null;
}

const signs = { approx: '~', lt: '<', lte: '<', gt: '>', gte: '>', eq: '=', range: '=', vague: '=' } as const;

/** A comparator is said before a change, but for "nearly" and "under"; a change counts where its word stands before the amount. */
function signOf({ comparator, comparatorCue, change, changeRole, changeCue, start }: QuantityMention): string {
  const sign = comparator === 'range' && comparatorCue !== null ? '~' : signs[comparator];
  const changed = changeRole === 'by' && changeCue !== null && changeCue.start <= start;
  return changed && change !== undefined && (sign === '=' || sign === '<') ? change.direction : sign;
}

/** Names as the gold spells them: "kilometre per hour" for "km/h", "dollar per barrel" for "USD/bbl", the counted phrase with its head in the singular. */
function unitName({ unit, unitClass, measure, inherited }: QuantityMention): string {
  if (unitClass === 'age') return `${unitOf(unit)?.name ?? unit} of age`;
  const whole = unitClass === 'count' ? undefined : unitOf(unit);
  if (whole !== undefined) return whole.name;
  const [top = '', ...rest] = unit.split('/');
  const per = rest.length === 0 ? '' : ` per ${unitOf(rest.join('/'))?.name ?? rest.join('/')}`;
  const known = unitOf(top)?.name;
  if (known !== undefined) return known + per;
  if (unit === '' || unitClass === 'ratio') return unit === '' ? '-' : unit;
  const noun = top === 'person' ? 'people' : top;
  const phrase = measure === '' || inherited ? noun : measure.replace(/(?<!\S)\S+$/, noun);
  return phrase + per;
}
