/** Takes the given marks and white space off both ends of a text. A loop, because an expression that ends in `+$` is not linear. */
export function trimMarks(text: string, marks: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isMark(text[start] ?? '', marks)) start++;
  while (end > start && isMark(text[end - 1] ?? '', marks)) end--;
  return text.slice(start, end);
}

function isMark(character: string, marks: string): boolean {
  return character.trim() === '' || marks.includes(character);
}
