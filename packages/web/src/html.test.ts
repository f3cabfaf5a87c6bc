import { describe, expect, it } from 'vitest';
import { html, safeHref } from './html.ts';

describe('html', () => {
  it('escapes every value, so that article text never becomes markup', () => {
    expect(html`<p title="${'"><script>'}">${"<b>'&"}</p>`.markup).toBe('<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&#39;&amp;</p>');
  });

  it('keeps markup of its own, single or in lists, and leaves out what is missing', () => {
    expect(html`${[html`<i>${1}</i>`, html`<i>${2}</i>`]}${null}${undefined}`.markup).toBe('<i>1</i><i>2</i>');
  });
});

describe('safeHref', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'not a url', ' JaVaScRiPt:x'])('refuses %s', (url) => {
    expect(safeHref(url)).toBeUndefined();
  });

  it('lets the web through', () => {
    expect(safeHref('https://example.org/a?b=1')).toBe('https://example.org/a?b=1');
  });
});
