import { describe, expect, it } from 'vitest';
import { cleanAuthors } from './authors.ts';
import type { PageHead } from './head.ts';
import { agrees, findTitle, withoutSite } from './title.ts';

const head = (title: string, headings: string[] = [], meta: [string, string][] = []): PageHead => ({
  meta: new Map(meta),
  title,
  canonical: '',
  language: '',
  headings,
  times: [],
  properties: new Map(),
  authors: [],
});

describe('findTitle', () => {
  it('takes the heading that another place confirms, not the site name in a heading', () => {
    expect(findTitle(head('A bridge opens - The Example', ['The Example Daily', 'A bridge opens']), { authors: [] })).toBe(
      'A bridge opens',
    );
  });
  it('cuts the site off a window title', () => {
    expect(withoutSite('A bridge opens | The Example', 'The Example')).toBe('A bridge opens');
    expect(withoutSite('A bridge opens after nine years of work – Example', '')).toBe('A bridge opens after nine years of work');
  });
  it('compares headlines by letters and digits', () => {
    expect(agrees('A bridge opens!', 'a Bridge opens')).toBe(true);
    expect(agrees('A bridge opens in spring', 'A bridge closes in spring')).toBe(false);
    expect(agrees('', '')).toBe(false);
  });
});

describe('cleanAuthors', () => {
  it('splits names and leaves out addresses, roles and dates', () => {
    expect(cleanAuthors(['By Ada Quill and Bo Reed', 'https://example.org/ada', 'admin', '@ada', '12 March 2021'])).toEqual([
      'Ada Quill',
      'Bo Reed',
    ]);
    expect(cleanAuthors(['Von Ada Quill, Bo Reed und Cy Teal'])).toEqual(['Ada Quill', 'Bo Reed', 'Cy Teal']);
  });
});
