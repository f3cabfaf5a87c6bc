/** A snapshot that cannot be used. Nothing is lost: the decisions are replayed instead. */
export class SnapshotError extends Error {
  readonly code: 'snapshot-incomplete' | 'snapshot-damaged' | 'snapshot-other-epoch';

  constructor(code: SnapshotError['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}
