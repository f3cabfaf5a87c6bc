/** What makes one JSON value of another. */
export type Patch =
  /** Another value. */
  | { readonly v: unknown }
  /** An object: members that change, and those that go. */
  | { readonly o: Readonly<Record<string, Patch>>; readonly d?: readonly string[] }
  /** An array, piece by piece. */
  | { readonly a: readonly Piece[] };

/** So many items from an index of the old array on; new items; or one old item, patched. */
type Piece = readonly [from: number, count: number] | { readonly n: readonly unknown[] } | { readonly i: number; readonly p: Patch };

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of this name; what every object inherits is none. */
function memberOf(value: JsonObject, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function namesOf(value: JsonObject): string[] {
  return Object.keys(value).filter((name) => memberOf(value, name) !== undefined);
}

/** True where two JSON values are equal; members that are undefined count as absent. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const names = namesOf(a);
  return (
    names.length === namesOf(b).length &&
    names.every((name) => memberOf(b, name) !== undefined && isSame(memberOf(a, name), memberOf(b, name)))
  );
}

/** What an item is known by when others come and go around it: itself, or all of it but its lists. */
function nameOf(item: unknown): string {
  if (!isObject(item)) return JSON.stringify(item);
  return JSON.stringify(Object.fromEntries(Object.entries(item).filter(([, member]) => !Array.isArray(member))));
}

/** How far ahead an item is looked for before all are. */
const AHEAD = 8;

/** Finds old items for new ones: the next ones as a rule, any other by name. */
function createSearch(before: readonly unknown[], first: number, last: number): (item: unknown, from: number) => number | undefined {
  let byName: Map<string, number> | undefined;
  return (item, from) => {
    for (let index = from; index < Math.min(from + AHEAD, last); index++) if (Object.is(before[index], item)) return index;
    if (byName === undefined) {
      byName = new Map();
      for (let index = first; index < last; index++) byName.set(nameOf(before[index]), index);
    }
    return byName.get(nameOf(item));
  };
}

function diffArrays(before: readonly unknown[], after: readonly unknown[]): Patch {
  let start = 0;
  while (start < before.length && start < after.length && isSame(before[start], after[start])) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++;
  const pieces: Piece[] = [];
  let run: [number, number] | undefined;
  const copy = (from: number, count: number): void => {
    if (count === 0) return;
    if (run !== undefined && run[0] + run[1] === from) run[1] += count;
    else pieces.push((run = [from, count]));
  };
  let fresh: unknown[] | undefined;
  copy(0, start);
  const search = createSearch(before, start, before.length - end);
  let from = start;
  for (let index = start; index < after.length - end; index++) {
    const item = after[index];
    const old = search(item, from);
    if (old === undefined) {
      run = undefined;
      if (fresh === undefined) pieces.push({ n: (fresh = []) });
      fresh.push(item);
      continue;
    }
    fresh = undefined;
    from = old + 1;
    if (isSame(before[old], item)) {
      copy(old, 1);
      continue;
    }
    run = undefined;
    pieces.push({ i: old, p: diffJson(before[old], item) });
  }
  if (end > 0) copy(before.length - end, end);
  return { a: pieces };
}

/** What makes `after` of `before`; of long lists with few changes it is short. Both are JSON; members that are undefined count as absent. */
export function diffJson(before: unknown, after: unknown): Patch {
  if (Array.isArray(before) && Array.isArray(after)) return diffArrays(before, after);
  if (!isObject(before) || !isObject(after)) return { v: after };
  const changed = namesOf(after).flatMap((name) => {
    const [old, now] = [memberOf(before, name), memberOf(after, name)];
    if (old === undefined) return [[name, { v: now }] as const];
    return isSame(old, now) ? [] : [[name, diffJson(old, now)] as const];
  });
  const gone = namesOf(before).filter((name) => memberOf(after, name) === undefined);
  return { o: Object.fromEntries(changed), ...(gone.length === 0 ? {} : { d: gone }) };
}

/** Carries out a patch; neither value is changed. */
export function applyPatch(before: unknown, patch: Patch): unknown {
  if ('v' in patch) return patch.v;
  if ('a' in patch) return applyPieces(Array.isArray(before) ? before : [], patch.a);
  const result = new Map(isObject(before) ? Object.entries(before) : []);
  for (const name of patch.d ?? []) result.delete(name);
  for (const [name, member] of Object.entries(patch.o)) result.set(name, applyPatch(result.get(name), member));
  return Object.fromEntries(result);
}

function applyPieces(before: readonly unknown[], pieces: readonly Piece[]): unknown[] {
  const result: unknown[] = [];
  for (const piece of pieces) {
    if ('n' in piece) for (const item of piece.n) result.push(item);
    else if ('i' in piece) result.push(applyPatch(before[piece.i], piece.p));
    else for (let index = piece[0]; index < piece[0] + piece[1]; index++) result.push(before[index]);
  }
  return result;
}
