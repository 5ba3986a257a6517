import { escapeHtml } from '../../escapeHtml.ts';
import { pageSettingsElement } from '../build/pageSettings.ts';
import { styleSheetUrls } from '../build/staticAssets.ts';
import type { Theme } from '../orgSettings.ts';
import { directionOf } from '../texts/direction.ts';
import type { PageSettings } from './pageSettings.ts';

/** What the page's scripts are, and how they find one another. */
export interface PageScripts {
  /** Script that runs before all modules: the words in which the page is read. */
  readonly words?: string;
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
  const { language, theme, texts } = settings;
  const words = scripts.words === undefined ? '' : `<script src="${escapeHtml(scripts.words)}" nonce="${nonce}"></script>\n    `;
  const head = `${words}<script type="importmap" nonce="${nonce}">${scriptJson({ imports: scripts.importMap })}</script>
    ${preloads}`;
  return `${documentStart({ title, language, theme, head })}
    ${bar}<div id="content"><p class="shell-wait" role="status">${escapeHtml(texts.loading)}…</p></div>
    <noscript><p>These pages need JavaScript.</p></noscript>
    <script type="application/json" id="${pageSettingsElement}" nonce="${nonce}">${scriptJson(settings)}</script>
    ${starts}
  </body>
</html>
`;
}

/** What the beginning of a document says. */
export interface DocumentStart {
  readonly title: string;
  /** `en`, `pt-BR` */
  readonly language: string;
  readonly theme: Theme;
  /** HTML that the head ends with. */
  readonly head?: string;
}

/**
 * Each page's own colours, before any style sheet is there. The margin beside a button's icon is physical in SLDS 1, which the platform
 * serves mirrored for languages that are written from right to left.
 */
const pageStyle = `html, body { background: var(--slds-g-color-surface-2, #f3f3f3); } .shell-wait { padding: 2rem; }
[dir='rtl'] .slds-button__icon_left { margin: 0 0 0 0.5rem; } [dir='rtl'] .slds-button__icon_right { margin: 0 0.5rem 0 0; }`;

/** A document up to the beginning of its body: language, direction of writing and theme, for every page of the org. */
export function documentStart({ title, language, theme, head = '' }: DocumentStart): string {
  const sheets = styleSheetUrls(theme).map((url) => `<link rel="stylesheet" href="${url}">`);
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}" data-theme="${theme}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="data:,">
    ${sheets.join('\n    ')}
    <style>${pageStyle}</style>
    ${head}
  </head>
  <body class="slds-scope">`;
}

/** A plain page's surroundings. */
export interface PlainPageOptions {
  /** HTML above everything else. */
  readonly bar?: string;
  readonly language?: string;
  readonly theme?: Theme;
}

/** A page without scripts: for those who are not signed in, and when the pages could not be built. */
export function plainPage(title: string, text: string, { bar = '', language = 'en', theme = 'slds1' }: PlainPageOptions = {}): string {
  return `${documentStart({ title, language, theme })}
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
