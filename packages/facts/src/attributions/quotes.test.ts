import { expect, test } from 'vitest';
import { findQuotes } from './quotes.ts';

const quotes = (text: string): string[] => findQuotes(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['He said “yes” and "no".', ['“yes”', '"no"']],
  ['„Ja“, sagte er. « Oui », dit-elle.', ['„Ja“', '« Oui »']],
  ["It's the boys' ‘last chance’, he said.", ['‘last chance’']],
  ["He called it 'a disgrace' and left.", ["'a disgrace'"]],
  ["'The boys' school can't stay,' he said. 'It's over.'", ["'The boys' school can't stay,'", "'It's over.'"]],
  ['‘The boys’ school can’t stay,’ he said.', ['‘The boys’ school can’t stay,’']],
  ['“He told me ‘go’ and I went.”', ['“He told me ‘go’ and I went.”']],
  ['"She said “no” to me," he said.', ['"She said “no” to me,"']],
  ["''Doubled,'' he said.", ["''Doubled,''"]],
  ['The 6" pipe and the 5" pipe', []],
  ['“First part.\n\n“Second part.” Rest.', ['“First part.\n\n“Second part.”']],
  ['“Never closed but long enough\nNext line', ['“Never closed but long enough']],
])('%s', (text, expected) => {
  expect(quotes(text)).toEqual(expected);
});

test('inner spans leave the marks out', () => {
  const text = "''Doubled,'' “curly”";
  expect(findQuotes(text).map(({ inner }) => text.slice(inner.start, inner.end))).toEqual(['Doubled,', 'curly']);
});
