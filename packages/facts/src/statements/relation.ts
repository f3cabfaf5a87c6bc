/** A relation without its subtype: "nsubj" of "nsubj:pass". */
export function baseOf(relation: string): string {
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
}
