/** What a word may start in the rules of names, as bits: a body's or unit's name, an institution in lower case, a built name, a known name. */
export const tokenKind = { unit: 1, body: 2, built: 4, known: 8 } as const;
