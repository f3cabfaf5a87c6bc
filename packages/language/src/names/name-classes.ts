/** Types of names: person, place, organisation. */
export const nameTypes = ['PER', 'LOC', 'ORG'] as const;
export type NameType = (typeof nameTypes)[number];

/** Classes of the recogniser: 0 outside; then for each type its single-token, first, inner and last class. */
export const nameClasses = 1 + 4 * nameTypes.length;

/** Position of a token within a name. */
export const place = { single: 0, first: 1, inner: 2, last: 3 } as const;

export const classOf = (type: number, position: number): number => 1 + type * 4 + position;
/** Index of the type of a class (not 0). */
export const typeOf = (nameClass: number): number => (nameClass - 1) >> 2;
/** Position of a class (not 0). */
export const positionOf = (nameClass: number): number => (nameClass - 1) & 3;

/** True when a name is open after a token of this class. */
export const isOpen = (nameClass: number): boolean =>
  nameClass > 0 && (positionOf(nameClass) === place.first || positionOf(nameClass) === place.inner);

/** `allowed[previous][next]`: what may follow what; the edge before the sentence is class 0. */
export const allowed: readonly Uint8Array[] = Array.from({ length: nameClasses }, (_, previous) =>
  Uint8Array.from({ length: nameClasses }, (__, next) => {
    const continues = next > 0 && (positionOf(next) === place.inner || positionOf(next) === place.last);
    if (!isOpen(previous)) return continues ? 0 : 1;
    return continues && typeOf(next) === typeOf(previous) ? 1 : 0;
  }),
);
