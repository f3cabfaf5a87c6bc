import { launching, pathWords } from '../paths.ts';
import { nominal } from './mender.ts';
import type { Mender } from './mender.ts';

const isPath = (mender: Mender, index: number): boolean =>
  mender.below(index).some((tie) => {
    const token = mender.at(tie);
    return token?.relation === 'case' && tie < index && pathWords.has(token.text.toLowerCase());
  });

/** "threw a stone [over the wall] and [into the yard]": where something goes hangs on the verb that moves it, each way by itself. */
export function pathOfMotion(mender: Mender, index: number): void {
  const token = mender.at(index);
  if (token === undefined || !nominal.has(token.upos) || token.head < 0 || token.head > index || !isPath(mender, index)) return;
  const above = mender.at(token.head);
  if (token.relation === 'nmod' && above?.relation === 'obj') {
    if (launching.has(mender.at(above.head)?.lemma.toLowerCase() ?? '')) mender.attach(index, above.head, 'obl');
  } else if (token.relation === 'conj') {
    const first = wayAbove(mender, token.head);
    const verb = first === undefined ? undefined : mender.at(first)?.head;
    if (verb !== undefined) mender.attach(index, verb, 'obl');
  }
}

/** The way that a word stands in: up through what belongs to its noun. */
function wayAbove(mender: Mender, index: number): number | undefined {
  let at = index;
  for (let steps = 0; steps < 5; steps++) {
    const token = mender.at(at);
    if (token?.relation === 'obl') return isPath(mender, at) ? at : undefined;
    if (token === undefined || !/^(?:compound|flat|appos|nmod|amod|conj)/.test(token.relation)) return undefined;
    at = token.head;
  }
  return undefined;
}
