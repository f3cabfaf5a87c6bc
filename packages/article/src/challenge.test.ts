import { describe, expect, it } from 'vitest';
import { refuseConsentText, refusePage } from './challenge.ts';

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

describe('refuseConsentText', () => {
  const wall = [
    'We and our partners store cookies on your device and use them for ads.',
    'You may withdraw your consent to cookies at any time in the settings.',
  ];
  it('refuses a wall of consent text, not an article about cookies', () => {
    expect(refuseConsentText(wall, false)?.code).toBe('consent');
    expect(refuseConsentText(wall, true)).toBeNull();
    expect(refuseConsentText([...wall, article], false)).toBeNull();
  });
});
