import { iconSpriteUrl } from '../build/staticAssets.ts';
import { escapeHtml } from '../../escapeHtml.ts';

export { escapeHtml } from '../../escapeHtml.ts';

/** A white box with a heading. @param content HTML @param actions HTML of buttons beside the heading */
export function card(heading: string, content: string, actions = ''): string {
  const beside = actions === '' ? '' : `<div class="setup-card-actions">${actions}</div>`;
  return `<section class="slds-card setup-card"><div class="slds-card__header slds-grid slds-wrap"><h2 class="slds-card__header-title slds-has-flexi-truncate">${escapeHtml(heading)}</h2>${beside}</div>
    <div class="slds-card__body slds-card__body_inner">${content}</div></section>`;
}

/** A labelled control of a form. @param control HTML of an element with this id @param help words below it */
export function labelled(id: string, label: string, control: string, help = ''): string {
  const below = help === '' ? '' : `<div class="slds-form-element__help" id="${id}-help">${escapeHtml(help)}</div>`;
  const mark = / required(?=[\s>])/u.test(control) ? '<abbr class="slds-required" title="required">* </abbr>' : '';
  return `<div class="slds-form-element"><label class="slds-form-element__label" for="${id}">${mark}${escapeHtml(label)}</label>
    <div class="slds-form-element__control">${control}</div>${below}</div>`;
}

/** Characters from which on what a term says takes a line of its own. */
const longFact = 120;

/** Terms and what they say. @param pairs the second of each is HTML */
export function facts(pairs: readonly (readonly [string, string])[]): string {
  const rows = pairs.map(
    ([term, said]) =>
      `<div class="setup-fact${said.length > longFact ? ' setup-fact_long' : ''}"><dt>${escapeHtml(term)}</dt><dd>${said === '' ? nothing : said}</dd></div>`,
  );
  return `<dl class="setup-facts">${rows.join('')}</dl>`;
}

/** What stands where there is nothing to say. */
export const nothing = '<span class="slds-text-color_weak">–</span>';

/** Text as HTML, or the mark of nothing. */
export function textOr(text: string | null | undefined): string {
  return text === undefined || text === null || text === '' ? nothing : escapeHtml(text);
}

/** A column: its name, or its name and that it holds numbers. */
export type Column = string | { readonly label: string; readonly isNumber: true };

/** A column of numbers. */
export function numbers(label: string): Column {
  return { label, isNumber: true };
}

/** A table that becomes a list of labelled values on small screens. @param rows cells as HTML */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const labels = columns.map((column) => (typeof column === 'string' ? column : column.label));
  const classes = columns.map((column) => (typeof column === 'string' ? '' : ' class="setup-number"'));
  const head = labels.map((label, place) => `<th scope="col"${classes[place] ?? ''}>${escapeHtml(label)}</th>`).join('');
  const body = rows.map(
    (cells) =>
      `<tr class="slds-hint-parent">${cells.map((cell, place) => `<td${classes[place] ?? ''} data-label="${escapeHtml(labels[place] ?? '')}">${cell}</td>`).join('')}</tr>`,
  );
  return `<div class="setup-table" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table class="slds-table slds-table_bordered slds-table_cell-buffer slds-max-medium-table_stacked-horizontal">
    <caption class="slds-assistive-text">${escapeHtml(caption)}</caption>
    <thead><tr class="slds-line-height_reset">${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** A table, or a sentence where it would have no rows. */
export function tableOr(none: string, caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? `<p class="setup-none">${escapeHtml(none)}</p>` : table(caption, columns, rows);
}

/** @param text words, not HTML */
export function link(url: string, text: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

export type Tone = 'good' | 'bad' | 'warn' | 'plain';

const toneClass: Readonly<Record<Tone, string>> = {
  good: ' slds-theme_success',
  bad: ' slds-theme_error',
  warn: ' slds-theme_warning',
  plain: '',
};

/** A word in a box of its own: how something ended, or stands. */
export function badge(text: string, tone: Tone = 'plain'): string {
  return `<span class="slds-badge${toneClass[tone]}">${escapeHtml(text)}</span>`;
}

/** Says what an action did, or why it was refused. */
export function notice(kind: 'done' | 'refused', text: string): string {
  const [theme, role] = kind === 'done' ? ['slds-theme_success', 'status'] : ['slds-theme_error', 'alert'];
  return `<div class="slds-notify slds-notify_alert ${theme} slds-m-bottom_small" role="${role}"><h2>${escapeHtml(text)}</h2></div>`;
}

/** An icon of the design system that says nothing of its own. */
export function icon(name: string, size = 'x-small'): string {
  return `<svg class="slds-icon slds-icon_${size} slds-icon-text-default" aria-hidden="true" focusable="false"><use href="${iconSpriteUrl('utility')}#${name}"></use></svg>`;
}

/** A moment in a user's time zone, as `2026-03-01 09:00:00`. */
export function momentText(moment: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return `<time datetime="${new Date(moment).toISOString()}">${parts.format(moment)}</time>`;
}

/** A choice from a list. @param options value and what stands for it */
export function select(name: string, options: readonly (readonly [string, string])[], chosen: string): string {
  const all = options.map(
    ([value, label]) =>
      `<option value="${escapeHtml(value)}"${value === chosen ? ' selected' : ''}>${escapeHtml(label === '' ? 'None' : label)}</option>`,
  );
  return `<div class="slds-select_container"><select class="slds-select" id="${name}" name="${name}">${all.join('')}</select></div>`;
}

/** A line to write in. @param more further attributes, as HTML */
export function textInput(name: string, value: string, more = ''): string {
  return `<input class="slds-input" id="${name}" name="${name}" value="${escapeHtml(value)}" autocomplete="off" ${more}>`;
}

export function checkbox(name: string, label: string, checked: boolean): string {
  return `<div class="slds-form-element"><div class="slds-form-element__control"><div class="slds-checkbox">
    <input type="checkbox" name="${name}" id="${name}" value="true"${checked ? ' checked' : ''}>
    <label class="slds-checkbox__label" for="${name}"><span class="slds-checkbox_faux"></span><span class="slds-form-element__label">${escapeHtml(label)}</span></label>
    </div></div></div>`;
}

export function button(label: string, kind: 'brand' | 'neutral' | 'destructive' = 'neutral', more = ''): string {
  const look = kind === 'destructive' ? 'text-destructive' : kind;
  return `<button type="submit" class="slds-button slds-button_${look}" ${more}>${escapeHtml(label)}</button>`;
}

/** A form that acts. @param content HTML */
export function postForm(action: string, content: string, className = ''): string {
  return `<form method="post" action="${escapeHtml(action)}" class="${className}">${content}</form>`;
}

/** A search within a page: a line and a button. @param others further settings that stay as they are */
export function searchForm(action: string, label: string, value: string, others: Readonly<Record<string, string>> = {}): string {
  const hidden = Object.entries(others).map(([name, kept]) => `<input type="hidden" name="${name}" value="${escapeHtml(kept)}">`);
  return `<form method="get" action="${escapeHtml(action)}" role="search" aria-label="${escapeHtml(label)}" class="setup-search">${hidden.join('')}
    <label class="slds-assistive-text" for="q">${escapeHtml(label)}</label>
    <input class="slds-input" type="search" id="q" name="q" value="${escapeHtml(value)}" placeholder="${escapeHtml(label)}" autocomplete="off">
    ${button('Search')}</form>`;
}

/** How much of something is used: in words, and as a bar. */
export function meter(used: number, most: number): string {
  const share = most === 0 ? 0 : Math.min(1, used / most);
  const tone = share >= 0.9 ? 'bad' : share >= 0.7 ? 'warn' : 'good';
  const said = `${wholeText(used)} of ${wholeText(most)}`;
  return `<div class="setup-meter"><span>${said}</span>
    <span class="setup-bar" aria-hidden="true"><span class="setup-bar-${tone}" style="inline-size: ${(share * 100).toFixed(1)}%"></span></span></div>`;
}

/** A whole number with separators. */
export function wholeText(value: number): string {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 }).format(value);
}

/** Links to the parts of something, the current one marked. */
export function tabs(label: string, items: readonly { readonly label: string; readonly url: string; readonly current: boolean }[]): string {
  const links = items.map(
    ({ label: text, url, current }) =>
      `<li class="slds-tabs_default__item${current ? ' slds-is-active' : ''}"><a class="slds-tabs_default__link" href="${escapeHtml(url)}"${current ? ' aria-current="page"' : ''}>${escapeHtml(text)}</a></li>`,
  );
  return `<nav class="slds-tabs_default setup-tabs" aria-label="${escapeHtml(label)}"><ul class="slds-tabs_default__nav">${links.join('')}</ul></nav>`;
}
