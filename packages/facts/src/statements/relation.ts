/** A relation without its subtype: "nsubj" of "nsubj:pass". */
export function baseOf(relation: string): string {
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
}

/**
 * Relations as bits, so that one test answers whether a token has a dependent of some kinds. A relation has its own bit, where there is one here, and that of its base: `BIT.nsubj` also
 * finds "nsubj:pass".
 */
export const BIT = {
  root: 1 << 0,
  nsubj: 1 << 1,
  nsubjPass: 1 << 2,
  csubj: 1 << 3,
  obj: 1 << 4,
  iobj: 1 << 5,
  obl: 1 << 6,
  ccomp: 1 << 7,
  xcomp: 1 << 8,
  advcl: 1 << 9,
  acl: 1 << 10,
  aclRelcl: 1 << 11,
  advmod: 1 << 12,
  aux: 1 << 13,
  auxPass: 1 << 14,
  cop: 1 << 15,
  mark: 1 << 16,
  case: 1 << 17,
  cc: 1 << 18,
  conj: 1 << 19,
  det: 1 << 20,
  nummod: 1 << 21,
  nmod: 1 << 22,
  appos: 1 << 23,
  expl: 1 << 24,
  punct: 1 << 25,
  compoundPrt: 1 << 26,
  parataxis: 1 << 27,
  dep: 1 << 28,
  discourse: 1 << 29,
  vocative: 1 << 30,
} as const;

const named: ReadonlyMap<string, number> = new Map<string, number>([
  ...Object.entries(BIT),
  ['nsubj:pass', BIT.nsubjPass],
  ['aux:pass', BIT.auxPass],
  ['acl:relcl', BIT.aclRelcl],
  ['compound:prt', BIT.compoundPrt],
]);
const known = new Map<string, number>();

/** The bits of a relation; 0 where none is of interest here. The number of relations is that of the labels of the language model. */
export function bitsOf(relation: string): number {
  const bits = known.get(relation);
  if (bits !== undefined) return bits;
  const found = (named.get(relation) ?? 0) | (named.get(baseOf(relation)) ?? 0);
  known.set(relation, found);
  return found;
}

/** The bits of several relations. @throws RangeError where one has none */
export function bitsOfAll(relations: Iterable<string>): number {
  let bits = 0;
  for (const relation of relations) {
    const own = named.get(relation);
    if (own === undefined) throw new RangeError(`the relation ${relation} has no bit`);
    bits |= own;
  }
  return bits;
}
