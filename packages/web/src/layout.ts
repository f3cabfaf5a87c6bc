import { html } from './html.ts';
import type { Html } from './html.ts';

/** A whole page around its content. */
export function page(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Copydesk</title>
        <link rel="stylesheet" href="/assets/copydesk.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header>
          <a class="brand" href="/">Copydesk</a>
          <nav aria-label="Main"><a href="/">Stories</a> <a href="/conflicts">Conflicts</a> <a href="/documentation">API</a></nav>
        </header>
        <main id="content">${content}</main>
      </body>
    </html> `.markup;
}

/** "1 article", "3 articles". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A moment to the minute, in UTC: "2031-05-05 14:20". */
export function moment(time: string): Html {
  return html`<time datetime="${time}" title="UTC">${time.slice(0, 16).replace('T', ' ')}</time>`;
}
