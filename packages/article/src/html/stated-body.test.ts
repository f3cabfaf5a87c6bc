import { describe, expect, it } from 'vitest';
import { statedBody } from './stated-body.ts';

const stated = Array.from(
  { length: 8 },
  (_, i) => `Paragraph ${'abcdefgh'[i]} of the report says that the harbour road will be widened by the council in spring.`,
).join('\n');

describe('statedBody', () => {
  it('gives the stated body when the page has none of it', () => {
    expect(statedBody('', stated)).toHaveLength(8);
    expect(
      statedBody('Please wait while this page loads its text from somewhere else.', `<p>${stated.replaceAll('\n', '</p><p>')}</p>`),
    ).toHaveLength(8);
  });
  it('leaves a page alone that has the body, more than it, or only a summary', () => {
    expect(statedBody(stated, stated)).toBeUndefined();
    expect(statedBody('Another text. '.repeat(200), stated)).toBeUndefined();
    expect(statedBody('', 'A short summary.')).toBeUndefined();
  });
});
