import { api, LightningElement } from 'lwc';
import type { PageSettings, TabModel } from '../../../pages/pageSettings.ts';

interface ShownTab extends TabModel {
  readonly ariaCurrent: string | null;
  readonly itemClass: string;
}

/** Tabs for which the bar of a laptop has room. */
const mostInBar = 8;

/** One more than fits stays in the bar: a menu of one saves nothing. A current tab from the menu takes the place of others. */
function isInBar(tab: TabModel, index: number, all: readonly TabModel[]): boolean {
  if (all.length <= mostInBar + 1) return true;
  const fromMenu = all.findIndex(({ current }) => current) >= mostInBar;
  // Its name may be longer than that of a tab that it takes the place of.
  return tab.current || index < (fromMenu ? mostInBar - 2 : mostInBar);
}

/** App name, tabs, and the note that all of this is made up. */
export default class Header extends LightningElement {
  @api settings: PageSettings | undefined;

  /** On a narrow screen the bar scrolls: the current tab is brought into it. */
  override renderedCallback(): void {
    this.template?.querySelector('.tab_current')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  /** Moving the focus is the page's part: an address with a fragment would only fill the history. */
  skip(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('skip'));
  }

  get appLabel(): string {
    return this.settings?.appLabel ?? '';
  }

  get userName(): string {
    return this.settings?.userName ?? '';
  }

  get isDemo(): boolean {
    return this.settings?.demo === true;
  }

  get isAdministrator(): boolean {
    return this.settings?.administrator === true;
  }

  /** The first tabs, and the current one wherever it stands. */
  get tabs(): readonly ShownTab[] {
    return this.allTabs.filter(isInBar).map((tab) => ({
      ...tab,
      ariaCurrent: tab.current ? 'page' : null,
      itemClass: tab.current ? 'tab tab_current' : 'tab',
    }));
  }

  /** What is left for the menu. */
  get moreTabs(): readonly TabModel[] {
    return this.allTabs.filter((...tab) => !isInBar(...tab));
  }

  get hasMore(): boolean {
    return this.moreTabs.length > 0;
  }

  private get allTabs(): readonly TabModel[] {
    return this.settings?.tabs ?? [];
  }
}
