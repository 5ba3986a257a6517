import type { Theme } from '../orgSettings.ts';
import { escapeHtml } from '../../escapeHtml.ts';
import { documentStart } from '../pages/htmlPage.ts';
import { searchUrl, setupHomeUrl } from './addresses.ts';
import { icon, link, searchForm } from './html.ts';
import { setupGroups } from './navigation.ts';
import type { SetupView } from './setupPage.ts';
import { setupStyle } from './setupStyle.ts';

/** What stands around a page. */
export interface SetupFrame {
  /** Address of the entry of the navigation that is marked. */
  readonly entry: string;
  readonly theme: Theme;
  readonly userName: string;
  /** What was searched for. */
  readonly searched?: string;
}

/** A page of the org's setup: plain HTML, without scripts. */
export function setupDocument(view: SetupView, { entry, theme, userName, searched = '' }: SetupFrame): string {
  const { title, content, above = [] } = view;
  const head = `<style>${setupStyle}</style>`;
  return `${documentStart({ title: `${title} | Setup`, language: 'en', theme, head })}
    <a href="#content" class="slds-assistive-text slds-assistive-text_focus">Skip to content</a>
    <header class="setup-header">
      <div class="setup-header-name">${icon('setup', 'small')}${link(setupHomeUrl, 'Setup')}</div>
      ${headerSearch(searched)}
      <div><a href="/lightning/page/home">Back to the app</a><span class="slds-m-left_medium slds-text-color_weak">${escapeHtml(userName)}</span></div>
    </header>
    <details class="setup-menu"><summary>${icon('rows', 'x-small')}Setup menu</summary>${navigation(entry, 'Setup menu')}</details>
    <div class="setup-columns">
      <div class="setup-side">${navigation(entry, 'Setup')}</div>
      <main id="content" class="setup-main" tabindex="-1">
        ${crumbs(above)}
        <h1 class="slds-text-heading_large slds-m-bottom_medium">${escapeHtml(title)}</h1>
        ${content}
      </main>
    </div>
  </body>
</html>
`;
}

function headerSearch(searched: string): string {
  const names = setupGroups.flatMap(({ entries }) => entries.map(({ label }) => `<option value="${escapeHtml(label)}"></option>`));
  const form = searchForm(searchUrl, 'Search Setup', searched).replaceAll('="q"', '="setup-q"').replace('name="setup-q"', 'name="q"');
  return `${form.replace('type="search"', 'type="search" list="setup-entries"')}<datalist id="setup-entries">${names.join('')}</datalist>`;
}

function navigation(current: string, label: string): string {
  const groups = setupGroups.map(
    (group) =>
      `<h2>${icon(group.icon, 'xx-small')}${escapeHtml(group.label)}</h2><ul>${group.entries
        .map(({ label: text, url }) => `<li><a href="${url}"${url === current ? ' aria-current="page"' : ''}>${escapeHtml(text)}</a></li>`)
        .join('')}</ul>`,
  );
  return `<nav aria-label="${label}">${groups.join('')}</nav>`;
}

function crumbs(above: NonNullable<SetupView['above']>): string {
  if (above.length === 0) return '';
  const links = above.map(({ label, url }) => `<li class="slds-breadcrumb__item">${link(url, label)}</li>`);
  return `<nav aria-label="Breadcrumbs" class="setup-crumbs"><ol class="slds-breadcrumb slds-list_horizontal slds-wrap">${links.join('')}</ol></nav>`;
}
