/** What a reader had to put right to read a document. Each code is stable; operators see them per feed. */
export type RepairCode =
  | 'leading-junk'
  | 'bare-ampersand'
  | 'bare-less-than'
  | 'undeclared-entity'
  | 'reference-repaired'
  | 'undeclared-prefix'
  | 'odd-namespace'
  | 'unclosed-element'
  | 'stray-end-tag'
  | 'unclosed-cdata'
  | 'unclosed-comment'
  | 'unclosed-tag'
  | 'truncated'
  | 'element-limit'
  | 'depth-limit'
  | 'item-limit'
  | 'charset-mismatch'
  | 'charset-unknown'
  | 'invalid-bytes'
  | 'control-characters'
  | 'id-shared'
  | 'link-relative'
  | 'link-unusable'
  | 'date-lenient'
  | 'date-zone-assumed'
  | 'date-unreadable'
  | 'json-salvaged'
  | 'json-type';

export interface Repair {
  code: RepairCode;
  /** How often, in this document. */
  count: number;
}

/** Counts repairs while a document is read; order of first occurrence is kept. */
export class RepairLog {
  readonly #counts = new Map<RepairCode, number>();

  add(code: RepairCode, count = 1): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
  }

  has(code: RepairCode): boolean {
    return this.#counts.has(code);
  }

  list(): Repair[] {
    return [...this.#counts].map(([code, count]) => ({ code, count }));
  }
}
