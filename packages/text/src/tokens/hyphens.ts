/** Prefixes that stay with their word across the hyphen, as UD English has it; compounds are cut at the hyphen. */
const prefixes: ReadonlySet<string> = new Set(
  (
    'e a u x anti ante bi co counter cyber de demi dis eco ex extra geo hyper infra inter intra macro mega meta micro mid mini mis mono multi neo non out over ' +
    'pan para paleo poly post pre pro proto pseudo psycho quasi re retro semi sub super supra trans tri ultra un under uber vice'
  ).split(' '),
);

/** Second halves that are no words of their own. */
const bound: ReadonlySet<string> = new Set('mail mails mailed mailing commerce'.split(' '));

/** True when the hyphen between `left` and `right` does not cut the word: "non-commercial", "e-mail"; false for "US-led", "15-year". */
export function keepsHyphen(left: string, right: string): boolean {
  if (right === '') return false;
  const head = left.toLowerCase();
  return (head.length > 1 && prefixes.has(head)) || bound.has(right.toLowerCase());
}
