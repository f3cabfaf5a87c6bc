/** The same text in memory of its own: a piece of a page keeps the whole page alive for as long as it is remembered. */
export function ownCopy(text: string): string {
  return text.split('').join('');
}
