import { api, LightningElement } from 'lwc';
import type { TabModel } from '../../../pages/pageSettings.ts';
import { texts } from '../../page/texts.ts';

interface ShownTab extends TabModel {
  readonly ariaCurrent: string | null;
  readonly itemClass: string;
}

/** Width from which what does not fit is in a menu; below, the bar scrolls. */
const wide = '(min-width: 768px)';

/** Pixels that the menu takes: its own room, and what stands around it. */
const menuRoom = 7.25 * 16;

/** The tabs of the open app: as many as fit, the others in a menu. The current one always stands in the bar. */
export default class TabBar extends LightningElement {
  @api tabs: readonly TabModel[] = [];

  texts = texts;
  /** Tabs that have room, counted in the order in which they stand; all until they were measured. */
  fitting = Number.POSITIVE_INFINITY;
  #observer: ResizeObserver | undefined;
  #wasScrolled = false;

  override renderedCallback(): void {
    const bar = this.template?.querySelector<HTMLElement>('.tabs');
    if (!bar || this.#observer !== undefined) return;
    this.#observer = new ResizeObserver(() => this.measure(bar));
    this.#observer.observe(this.template?.querySelector('nav') ?? bar);
    // The menu takes room from the bar: what it takes is measured before anything is painted.
    this.#observer.observe(bar);
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  get shownTabs(): readonly ShownTab[] {
    return this.ordered.map((tab, index) => ({
      ...tab,
      ariaCurrent: tab.current ? 'page' : null,
      itemClass: `tab${tab.current ? ' tab_current' : ''}${index < this.fitting ? '' : ' tab_hidden'}`,
    }));
  }

  /** What is left for the menu. */
  get moreTabs(): readonly TabModel[] {
    return this.ordered.filter((_tab, index) => index >= this.fitting);
  }

  get hasMore(): boolean {
    return this.moreTabs.length > 0;
  }

  /** A current tab that would be in the menu stands in front of it: right behind the first. */
  private get ordered(): readonly TabModel[] {
    const at = this.tabs.findIndex(({ current }) => current);
    const current = this.tabs[at];
    if (current === undefined || at < this.fitting - 1) return this.tabs;
    const others = this.tabs.filter((tab) => tab !== current);
    return [...others.slice(0, 1), current, ...others.slice(1)];
  }

  /** Tabs that do not fit wrap to a second row, which the bar does not show. */
  private measure(bar: HTMLElement): void {
    if (!window.matchMedia(wide).matches) {
      this.fitting = Number.POSITIVE_INFINITY;
      this.scrollToCurrent(bar);
      return;
    }
    const tabs = [...bar.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
    const top = tabs[0]?.offsetTop ?? 0;
    const wrapped = tabs.findIndex(({ offsetTop }) => offsetTop > top);
    // Where the menu is about to come, its room is taken off at once: a tab that is painted does not go again.
    const besideMenu = this.hasMore ? wrapped : Math.min(wrapped, fittingIn(tabs, (bar.parentElement?.clientWidth ?? 0) - menuRoom));
    this.fitting = wrapped === -1 ? Number.POSITIVE_INFINITY : besideMenu;
  }

  private scrollToCurrent(bar: HTMLElement): void {
    if (this.#wasScrolled) return;
    this.#wasScrolled = true;
    bar.querySelector('.tab_current')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }
}

/** How many tabs stand side by side in so many pixels. */
function fittingIn(tabs: readonly HTMLElement[], pixels: number): number {
  let used = 0;
  return tabs.filter(({ offsetWidth }) => (used += offsetWidth) <= pixels).length;
}
