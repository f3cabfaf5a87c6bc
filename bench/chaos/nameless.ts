type Members = Readonly<Record<string, unknown>>;

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);
const inOrder = (names: readonly string[]) => names.toSorted((a, b) => (a < b ? -1 : 1));

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) {
    const all = value.map((each) => renamed(each, names));
    // Lists of names stand in the order of the names.
    return value.some((each) => typeof each === 'string' && names.has(each)) ? inOrder(texts(all)) : all;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, renamed(member, names)]));
}

/**
 * The lines of a dump with facts and conflicts named by what they rest on, in order. A fact's own name comes from the mention that told it first: two dumps
 * that differ in nothing else say the same, but events came in another order.
 */
export function withoutNames(dump: readonly string[]): string[] {
  const objects = dump.map((line) => JSON.parse(line) as Members);
  const names = new Map<string, string>();
  for (const { kind, id, mentions } of objects) if (kind === 'fact') names.set(String(id), `fact of ${inOrder(texts(mentions)).join()}`);
  for (const { kind, id, facts, type, ...rest } of objects)
    if (kind === 'conflict') {
      const about = inOrder(texts(facts).map((fact) => names.get(fact) ?? fact)).join();
      names.set(String(id), `conflict of ${about} ${String(type)} ${String(rest['class'])}`);
    }
  return inOrder(objects.map(({ key: _key, aliases: _aliases, ...object }) => JSON.stringify(renamed(object, names))));
}
