/** True where two JSON values are equal; members that are undefined count as absent. Stops at the first difference. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  const others = new Map(Object.entries(b));
  for (const [name, member] of Object.entries(a)) {
    if (!sameJson(member, others.get(name))) return false;
    others.delete(name);
  }
  return [...others.values()].every((member) => member === undefined);
}
