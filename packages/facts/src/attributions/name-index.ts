import type { NameSpan } from './describe.ts';

/** Names that lie within [start, end) of a list in text order; found by bisection, so that long articles stay linear. */
export function namesWithin(names: readonly NameSpan[], start: number, end: number): NameSpan[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: NameSpan[] = [];
  for (let at = low; at < names.length && (names[at]?.start ?? end) < end; at += 1) {
    const name = names[at];
    if (name !== undefined && name.end <= end) found.push(name);
  }
  return found;
}

/** Surname of a full name, without generation marks and possessive. */
export function surnameOf(name: string): string {
  const parts = name.replace(/['’]s$/u, '').split(' ');
  while (parts.length > 1 && /^(?:Jr|Sr|II|III|IV)\.?,?$/u.test(parts.at(-1) ?? '')) parts.pop();
  return (parts.at(-1) ?? name).replace(/,$/u, '');
}

/** Full names by surname and by first name, each with the place where it is first written. */
export class NameIndex {
  readonly #bySurname = new Map<string, { text: string; start: number }[]>();
  readonly #byFirst = new Map<string, { text: string; start: number }[]>();

  readonly #bodies = new Map<string, number>();

  constructor(names: readonly NameSpan[]) {
    for (const { text, type } of names) this.#bodies.set(text, (this.#bodies.get(text) ?? 0) + (type === 'PER' ? -1 : 1));
    const seen = new Set<string>();
    for (const { text, start, type } of names) {
      if (type !== 'PER' || !text.includes(' ') || seen.has(text)) continue;
      seen.add(text);
      add(this.#bySurname, surnameOf(text), { text, start });
      add(this.#byFirst, text.slice(0, text.indexOf(' ')), { text, start });
    }
  }

  /** Named as a place or body more often than as a person. */
  isBody(name: string): boolean {
    return (this.#bodies.get(name) ?? 0) > 0;
  }

  /** The full name that a short one stands for at an offset, or the short one itself. */
  full(name: string, at: number): string {
    const byLast = this.#bySurname.get(surnameOf(name))?.findLast((other) => other.start < at && other.text.length > name.length);
    if (
      byLast !== undefined &&
      (!name.includes(' ') || byLast.text.endsWith(name) || /^(?:al|el|bin|ibn|van|von|de|da|di|la|le)[-\s]/iu.test(name))
    )
      return byLast.text;
    if (name.includes(' ')) return name;
    return this.#byFirst.get(name)?.findLast((other) => other.start < at)?.text ?? name;
  }
}

/** Namesakes kept per key; a text that lists more is no story. */
const mostNamesakes = 20;

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.length < mostNamesakes) list.push(value);
}
