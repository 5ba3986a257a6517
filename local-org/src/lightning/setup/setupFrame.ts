import { styleSheetUrl } from '../build/staticAssets.ts';
import { escapeHtml } from '../pages/htmlPage.ts';

export const flowRunsUrl = '/lightning/setup/FlowRuns/home';
export const clockUrl = '/lightning/setup/LocalOrgClock/home';
export const usersUrl = '/lightning/setup/ManageUsers/home';
export const loginHistoryUrl = '/lightning/setup/OrgLoginHistory/home';

/** Wide tables become lists on small screens (by the design system); long names break. */
const style = `html, body { background: #f3f3f3; } main { max-width: 80rem; margin: 0 auto; } h1, td, dd { overflow-wrap: anywhere; white-space: normal; } .slds-item_label { padding-right: .5rem; }
  .slds-table td, .slds-table th { white-space: normal; } nav a { display: inline-block; padding: .5rem 0; }`;

/** A page of the org's setup: plain HTML, without scripts. @param content HTML */
export function setupPage(title: string, current: string, content: string): string {
  const link = (url: string, label: string): string =>
    `<li class="slds-m-right_large"><a href="${url}"${url === current ? ' aria-current="page"' : ''}>${label}</a></li>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)} | Setup</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${styleSheetUrl}">
    <style>${style}</style>
  </head>
  <body class="slds-scope">
    <a href="#content" class="slds-assistive-text slds-assistive-text_focus">Skip to the content</a>
    <header class="slds-p-horizontal_medium slds-p-vertical_x-small slds-theme_default">
      <nav aria-label="Setup"><ul class="slds-list_horizontal slds-wrap">
        ${link('/lightning/page/home', 'Home')}${link(flowRunsUrl, 'Flow runs')}${link(clockUrl, 'Clock')}${link(usersUrl, 'Users')}${link(loginHistoryUrl, 'Login history')}
      </ul></nav>
    </header>
    <main id="content" class="slds-p-around_medium">
      <h1 class="slds-text-heading_large slds-m-bottom_medium">${escapeHtml(title)}</h1>
      ${content}
    </main>
  </body>
</html>
`;
}

/** A white box with a heading. @param content HTML */
export function card(heading: string, content: string): string {
  return `<section class="slds-card"><div class="slds-card__header"><h2 class="slds-card__header-title">${escapeHtml(heading)}</h2></div>
    <div class="slds-card__body slds-card__body_inner">${content}</div></section>`;
}

/** A labelled control of a form. @param control HTML of an element with this id */
export function labelled(id: string, label: string, control: string): string {
  return `<div class="slds-form-element"><label class="slds-form-element__label" for="${id}">${escapeHtml(label)}</label>
    <div class="slds-form-element__control">${control}</div></div>`;
}

/** Terms and what they say. @param pairs the second of each is HTML */
export function facts(pairs: readonly (readonly [string, string])[]): string {
  const rows = pairs.map(
    ([term, said]) =>
      `<dt class="slds-item_label slds-text-color_weak">${escapeHtml(term)}</dt><dd class="slds-item_detail">${said === '' ? '–' : said}</dd>`,
  );
  return `<dl class="slds-list_horizontal slds-wrap">${rows.join('')}</dl>`;
}

/** A table that becomes a list of labelled values on small screens. @param rows cells as HTML */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows.map(
    (cells) =>
      `<tr class="slds-hint-parent">${cells.map((cell, place) => `<td data-label="${escapeHtml(columns[place] ?? '')}">${cell}</td>`).join('')}</tr>`,
  );
  return `<table class="slds-table slds-table_bordered slds-table_cell-buffer slds-max-medium-table_stacked-horizontal">
    <caption class="slds-assistive-text">${escapeHtml(caption)}</caption>
    <thead><tr class="slds-line-height_reset">${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** A moment in a user's time zone, as `2026-03-01 09:00:00`. */
export function momentText(moment: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return `<time datetime="${new Date(moment).toISOString()}">${parts.format(moment)}</time>`;
}
