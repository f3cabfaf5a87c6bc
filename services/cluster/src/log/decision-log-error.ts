/** The log of decisions cannot be read, or is not for this program: going on would decide differently from what was published. */
export class DecisionLogError extends Error {
  readonly code: 'decision-log' | 'cluster-epoch';

  constructor(code: DecisionLogError['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}
