import type { Mender } from './mender.ts';

/** "[That] one carried trams": before "one" a demonstrative is no conjunction. */
export function demonstrativeOne(mender: Mender, index: number): void {
  const before = mender.at(index - 1);
  if (mender.at(index)?.text.toLowerCase() !== 'one' || before === undefined || !/^(?:that|this)$/i.test(before.text)) return;
  if (/^(?:mark|nsubj)/.test(before.relation)) mender.attach(index - 1, index, 'det');
}
