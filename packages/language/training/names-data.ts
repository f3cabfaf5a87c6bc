import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConllNames, type NamedSentence } from './conll-names.ts';
import type { TreeSentence } from './conllu.ts';
import { gumNames } from './gum-names.ts';
import { readTable } from './read-lexicon.ts';

/** Roles that contracts spell with a capital; the SEC filings mark them as persons, which they are not. */
const contractRoles =
  /^(?:Borrower|Lender|Bank|Company|Executive|Employee|Guarantor|Parent|Agent|Holder|Purchaser|Seller|Tenant|Landlord)s?$/;

/** Sentences with names from the corpora that have no syntax: tweets, comments, contracts. */
export function readNamedCorpora(treebanks: string): NamedSentence[] {
  const folder = (path: string): string[] =>
    readdirSync(join(treebanks, 'ner', path))
      .sort()
      .map((f) => join(treebanks, 'ner', path, f));
  const tweets = [...folder('BTC/CONLL-format/data'), ...folder('WNUT17/CONLL-format/data/train')].flatMap(readConllNames);
  const contracts = [...folder('SEC-filings/CONLL-format/data/train'), ...folder('SEC-filings/CONLL-format/data/test')]
    .flatMap(readConllNames)
    .map((s) => ({
      ...s,
      names: s.names.filter((n) => !contractRoles.test(s.words[n.start] ?? '') && /^\p{Lu}/u.test(s.words[n.start] ?? '')),
    }));
  return [...tweets, ...contracts];
}

/** Names of GUM sentences; countries are places also where GUM counts them as governments or teams, as UNER does. */
export function namesOfGum(sentences: readonly TreeSentence[]): NamedSentence[] {
  const countries = new Set(
    readTable('countries')
      .filter(([kind]) => kind !== 'demonym')
      .map(([, text]) => text),
  );
  return sentences.map((s) => {
    const named = gumNames(s);
    return {
      ...named,
      names: named.names.map((n) =>
        n.type === 'ORG' && countries.has(s.words.slice(n.start, n.end).join(' ')) ? { ...n, type: 'LOC' as const } : n,
      ),
    };
  });
}
