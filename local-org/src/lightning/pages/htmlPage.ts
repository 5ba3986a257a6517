import { pageSettingsElement } from '../build/pageSettings.ts';
import { styleSheetUrl } from '../build/staticAssets.ts';
import type { PageSettings } from './pageSettings.ts';

/** What the page's scripts are, and how they find one another. */
export interface PageScripts {
  /** Address by module specifier. */
  readonly importMap: Readonly<Record<string, string>>;
  /** Modules to run, in this order. */
  readonly scripts: readonly string[];
  /** Modules to load at once, without waiting for those that import them. */
  readonly preloads: readonly string[];
}

/**
 * The document of a page. `nonce` allows its own import map and no other inline script.
 * @param bar HTML above everything else
 */
export function htmlPage(title: string, settings: PageSettings, scripts: PageScripts, nonce: string, bar = ''): string {
  const preloads = scripts.preloads.map((url) => `<link rel="modulepreload" href="${escapeHtml(url)}">`).join('\n    ');
  const starts = scripts.scripts.map((url) => `<script type="module" src="${escapeHtml(url)}" nonce="${nonce}"></script>`).join('\n    ');
  return `<!doctype html>
<html lang="${escapeHtml(settings.language)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${styleSheetUrl}">
    <script type="importmap" nonce="${nonce}">${scriptJson({ imports: scripts.importMap })}</script>
    ${preloads}
    <style nonce="${nonce}">html, body { background: #f3f3f3; } #content > p { padding: 2rem; }</style>
  </head>
  <body class="slds-scope">
    ${bar}<div id="content"><p>Loading…</p></div>
    <noscript><p>These pages need JavaScript.</p></noscript>
    <script type="application/json" id="${pageSettingsElement}" nonce="${nonce}">${scriptJson(settings)}</script>
    ${starts}
  </body>
</html>
`;
}

/**
 * A page without scripts: for those who are not signed in, and when the pages could not be built.
 * @param bar HTML above everything else
 */
export function plainPage(title: string, text: string, bar = ''): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${styleSheetUrl}">
  </head>
  <body class="slds-scope">
    ${bar}<main class="slds-p-around_large">
      <h1 class="slds-text-heading_large">${escapeHtml(title)}</h1>
      <p class="slds-m-top_medium">${escapeHtml(text)}</p>
    </main>
  </body>
</html>
`;
}

/** JSON that cannot end the script element it stands in. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
}

/** Text for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
