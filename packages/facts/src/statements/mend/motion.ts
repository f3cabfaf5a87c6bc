import { launching, pathWords } from '../paths.ts';
import { nominal } from './mender.ts';
import type { Mender } from './mender.ts';

const isPath = (mender: Mender, index: number): boolean =>
  mender.children(index).some((tie) => {
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
  } else if (token.relation === 'conj' && above?.relation === 'obl' && isPath(mender, token.head)) mender.attach(index, above.head, 'obl');
}
