/** Prefixes that stay with their word across the hyphen, as UD English has it; compounds are cut at the hyphen. */
const prefixes: ReadonlySet<string> = new Set(
  (
    'e anti ante bi co counter cross cyber de demi dis ex extra geo hyper infra inter intra macro mega meta mid mini mis mono multi neo non over para paleo poly post pre pro proto ' +
    'pseudo psycho re retro semi socio sub super supra trans tri ultra un under uber'
  ).split(' '),
);

/** Second halves that are no words of their own. */
const bound: ReadonlySet<string> = new Set('mail mails mailed mailing commerce'.split(' '));

/** True when the hyphen between `left` and `right` does not cut the word: "non-commercial", "e-mail"; false for "US-led", "15-year". */
export function keepsHyphen(left: string, right: string): boolean {
  if (right === '') return false;
  const head = left.toLowerCase();
  const shouted = left.length > 1 && left === left.toUpperCase();
  return (head.length > 1 && !shouted && prefixes.has(head)) || bound.has(right.toLowerCase());
}
