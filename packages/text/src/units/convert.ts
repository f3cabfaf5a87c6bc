import { unitOf } from './registry.ts';

/**
 * Converts a value between two units of one class.
 * @param from published symbol of the unit it is in ("mi")
 * @param to   published symbol of the unit wanted ("km")
 * @returns null where the classes differ or there is no fixed factor (money)
 */
export function convertUnit(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const source = unitOf(from);
  const target = unitOf(to);
  if (source?.factor === undefined || target?.factor === undefined || source.unitClass !== target.unitClass) return null;
  return (value * source.factor + (source.offset ?? 0) - (target.offset ?? 0)) / target.factor;
}
