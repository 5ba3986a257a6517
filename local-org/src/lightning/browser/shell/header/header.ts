import { api, LightningElement } from 'lwc';
import type { PageSettings, TabModel } from '../../../pages/pageSettings.ts';

/** App name, tabs, and the note that all of this is made up. */
export default class Header extends LightningElement {
  @api settings: PageSettings | undefined;

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

  get tabs(): readonly (TabModel & { readonly ariaCurrent: string | null; readonly itemClass: string })[] {
    return (this.settings?.tabs ?? []).map((tab) => ({
      ...tab,
      ariaCurrent: tab.current ? 'page' : null,
      itemClass: tab.current ? 'tab tab_current' : 'tab',
    }));
  }
}
