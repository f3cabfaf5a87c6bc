import type { NameMention, ParsedSentence } from '../parsed-sentence.ts';
import { nameForm } from './name-form.ts';

/** Two spans of a sentence that the text itself says are one name. */
export interface AliasPair {
  name: NameMention;
  alias: { start: number; end: number; tokenStart: number; tokenEnd: number };
  confidence: number;
}

const isAcronymOf = (short: string, long: string): boolean => nameForm(short).isAcronymOf(nameForm(long));

const renamed =
  /^,? ?\(?(?:(?:which|who) )?(?:(?:is|was|were|are) )?(?:(?:formerly|previously|originally|formally|now|also|better|once|then|sometimes|locally|commonly|officially|until recently) )(?:(?:known|called|named|branded|registered) )?(?:as )?(?:the )?["“‘']?$/i;
const knownAs =
  /^,? ?\(?(?:(?:which|who) )?(?:(?:is|was|are) )?(?:a\.?k\.?a\.?|known as|or|abbreviated(?: as| to)?|nicknamed|dubbed|née|ne[eé]) (?:the )?["“‘']?$/i;
/** Longest stretch between a name and its alias. */
const longestGap = 48;

/** Finds "World Health Organization (WHO)", "IS (Islamic State)", "X, formerly Twitter", "A, also known as B" in a sentence. */
export function findAliasPairs(text: string, sentence: ParsedSentence): AliasPair[] {
  const pairs: AliasPair[] = [];
  const { names, tokens } = sentence;
  for (const [index, name] of names.entries()) {
    const bracket = tokens[name.tokenEnd];
    if (bracket?.text === '(') {
      const pair = readBracket(text, sentence, name);
      if (pair !== undefined) {
        pairs.push(pair);
        continue;
      }
    }
    const next = names[index + 1];
    const alias = next ?? capitalRun(sentence, name.tokenEnd);
    if (alias === undefined || alias.start - name.end > longestGap || alias.start < name.end) continue;
    const gap = text.slice(name.end, alias.start);
    if (renamed.test(gap)) pairs.push({ name, alias, confidence: 0.95 });
    else if (knownAs.test(gap) && !/^,? ?or /.test(gap)) pairs.push({ name, alias, confidence: 0.9 });
    else if (knownAs.test(gap) && isAcronymOf(text.slice(alias.start, alias.end), text.slice(name.start, name.end)))
      pairs.push({ name, alias, confidence: 0.9 });
  }
  return pairs;
}

/** A bracket of at most eight tokens right after a name that holds an acronym of it, or the name it is an acronym of, or "formerly …". */
function readBracket(text: string, { tokens }: ParsedSentence, name: NameMention): AliasPair | undefined {
  const from = name.tokenEnd + 1;
  let to = from;
  while (to < tokens.length && to - from < 9 && tokens[to]?.text !== ')') to++;
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (tokens[to]?.text !== ')' || first === undefined || last === undefined || to === from) return undefined;
  const quoted = /^["“”‘’'`]+$/;
  const start = quoted.test(first.text) && to - from > 2 ? from + 1 : from;
  const end = quoted.test(last.text) && to - from > 2 ? to - 1 : to;
  const alias = { start: tokens[start]?.start ?? first.start, end: tokens[end - 1]?.end ?? last.end, tokenStart: start, tokenEnd: end };
  const [long, short] = [text.slice(name.start, name.end), text.slice(alias.start, alias.end)];
  if (isAcronymOf(short, long) || isAcronymOf(long, short)) return { name, alias, confidence: 0.97 };
  const lead = renamed.exec(`(${/^(?:[a-zé.]+ )+/i.exec(short)?.[0] ?? ''}`);
  const rest = lead === null ? undefined : capitalRunFrom(tokens, start, end);
  if (rest !== undefined) return { name, alias: rest, confidence: 0.95 };
  // "Kurdistan Workers' Party (PKK)": letters of another language's name.
  const letters = /^[A-Z][A-Za-z-]{0,3}[A-Z]$|^[A-Z]{2,6}$/.test(short);
  if (letters && name.type === 'ORG' && name.tokenEnd - name.tokenStart > 1 && end - start === 1) return { name, alias, confidence: 0.8 };
  return undefined;
}

function capitalRunFrom(tokens: ParsedSentence['tokens'], from: number, to: number): AliasPair['alias'] | undefined {
  for (let i = from; i < to; i++)
    if (/^\p{Lu}/u.test(tokens[i]?.text ?? ''))
      return { start: tokens[i]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, tokenStart: i, tokenEnd: to };
  return undefined;
}

/** The first run of capitalised words within eight tokens, for aliases that the recogniser did not see. */
function capitalRun({ tokens }: ParsedSentence, from: number): AliasPair['alias'] | undefined {
  for (let i = from; i < Math.min(tokens.length, from + 8); i++) {
    if (!/^\p{Lu}/u.test(tokens[i]?.text ?? '')) continue;
    let end = i + 1;
    while (end < tokens.length && /^\p{Lu}/u.test(tokens[end]?.text ?? '')) end++;
    return { start: tokens[i]?.start ?? 0, end: tokens[end - 1]?.end ?? 0, tokenStart: i, tokenEnd: end };
  }
  return undefined;
}
