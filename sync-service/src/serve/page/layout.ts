import { createHash } from 'node:crypto';
import { html, type Html } from './html.ts';
import { style } from './style.ts';
import { moment } from './words.ts';

/** What a browser may do with our pages: show them with our own style sheet and send their forms back to us. No script, no frame. */
export const contentPolicy = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** A whole page. @param at ISO 8601, UTC: what it shows was so then */
export function layout(title: string, at: string, content: Html): string {
  return `<!doctype html>${html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>${title}</title>
      STYLE
    </head>
    <body>
      <a class="skip" href="#content">Skip to the content</a>
      <header>
        <div>
          <h1>Customer Pulse sync service</h1>
          <p class="soft">As of ${moment(at)}. <a href="/">Look again</a></p>
        </div>
      </header>
      <main id="content">${content}</main>
    </body>
  </html>`.text.replace('STYLE', () => `<style>${style}</style>`)}`;
}
