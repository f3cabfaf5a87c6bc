import { isPowerOfTenApart } from '../claim/interval.ts';
import { disagree, valuesOf } from '../fact/values.ts';
import type { ValueGroup } from '../fact/values.ts';
import type { ClaimGroup, Finding, Side } from './claim-group.ts';

function shown(value: ValueGroup): string {
  return value.quantity.surface;
}

function sidesOf(values: Iterable<ValueGroup>): Side[] {
  return [...new Set(values)].map((value) => ({ value: shown(value), testimonies: value.testimonies }));
}

/** Numbers of one claim that no single number satisfies. */
export function numericConflicts(group: ClaimGroup): Finding[] {
  if (group.leader.family !== 'number') return [];
  const values = valuesOf(group.testimonies);
  const pairs = values.flatMap((a, index) =>
    values
      .slice(index + 1)
      .filter((b) => disagree(a, b))
      .map((b) => [a, b] as const),
  );
  const tenfold = pairs.filter(([a, b]) => isPowerOfTenApart(a.interval, b.interval));
  const other = pairs.filter(([a, b]) => !isPowerOfTenApart(a.interval, b.interval));
  const findings: Finding[] = [];
  const quoted = (list: typeof pairs): string =>
    sidesOf(list.flat())
      .map((side) => `“${side.value}”`)
      .join(', ');
  if (tenfold.length > 0) {
    findings.push({
      type: 'numeric',
      class: 'order-of-magnitude',
      severity: 'high',
      facts: [group.fact],
      sides: sidesOf(tenfold.flat()),
      explanation: `The numbers ${quoted(tenfold)} are a power of ten apart, as when a digit is lost or added.`,
    });
  }
  if (other.length > 0) {
    findings.push({
      type: 'numeric',
      class: 'contradiction',
      severity: 'medium',
      facts: [group.fact],
      sides: sidesOf(other.flat()),
      explanation: `The numbers ${quoted(other)} cannot all be true of the same measure, place and time.`,
    });
  }
  return findings;
}
