import { describe, expect, it } from 'vitest';
import { withoutDoubled } from './doubled.ts';

const said = 'The harbour road is the one that we should have widened a long time ago';
const paragraph = `“${said},” the mayor told members of the council on Monday.`;
const kept = (...texts: string[]): string[] => {
  const keep = withoutDoubled(
    texts,
    texts.map(() => true),
  );
  return texts.filter((_, i) => keep[i]);
};

describe('withoutDoubled', () => {
  it('leaves out a line that stands there already', () => {
    expect(kept(paragraph, 'A second sentence.', paragraph)).toEqual([paragraph, 'A second sentence.']);
  });
  it('leaves out a pull quote, before its sentence and behind it', () => {
    expect(kept(`„${said}!“`, paragraph)).toEqual([paragraph]);
    expect(kept(paragraph, `«${said}.»`)).toEqual([paragraph]);
    expect(kept(`${said}.`, `“${said}”`)).toHaveLength(1);
  });
  it('keeps short lines and headings that the text repeats', () => {
    const heading = 'the mayor told members of the council on Monday';
    expect(kept('Yes.', 'No.', 'Yes.', heading, paragraph)).toEqual(['Yes.', 'No.', 'Yes.', heading, paragraph]);
  });
  it('looks only at lines that are kept', () => {
    expect(withoutDoubled([paragraph, paragraph], [false, true])).toEqual([false, true]);
  });
});
