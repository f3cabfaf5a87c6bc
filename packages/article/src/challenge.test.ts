import { describe, expect, it } from 'vitest';
import { refusePage } from './challenge.ts';

const article = 'The council voted on Monday to widen the harbour road. '.repeat(30);

describe('refusePage', () => {
  it.each([
    ['Just a moment...', 'Checking your browser before accessing the site.', 'challenge'],
    ['', 'Please verify you are a human. Press & hold to confirm.', 'challenge'],
    ['Before you continue to Example', 'We and our 800 partners store cookies.', 'consent'],
    ['', 'Mit Werbung weiterlesen\nUm diese Seite zu nutzen, stimmen Sie Cookies zu.', 'consent'],
    ['404 - Page not found', 'Sorry.', 'error-page'],
    ['Example', 'Please log in to continue reading.', 'login'],
  ])('refuses %s %s', (title, text, code) => expect(refusePage(title, text, text)?.code).toBe(code));

  it('lets an article through that speaks of such pages, and a page with a banner on it', () => {
    expect(refusePage('Page not found: the history of an error', article, article)).toBeNull();
    expect(refusePage('Harbour road', `We value your privacy\n${article}`, article)).toBeNull();
  });
});
