import { api, LightningElement } from 'lwc';
import type { PageSettings, TabModel } from '../../../pages/pageSettings.ts';
import { texts } from '../../page/texts.ts';

/** What stands above every page: launcher, search, bell, who is signed in, tabs, and the note that all of this is made up. */
export default class Header extends LightningElement {
  @api settings: PageSettings | undefined;

  texts = texts;

  /** Moving the focus is the page's part: an address with a fragment would only fill the history. */
  skip(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('skip'));
  }

  get appLabel(): string {
    return this.settings?.appLabel ?? '';
  }

  get tabs(): readonly TabModel[] {
    return this.settings?.tabs ?? [];
  }

  get isDemo(): boolean {
    return this.settings?.demo === true;
  }

  get isAdministrator(): boolean {
    return this.settings?.administrator === true;
  }
}
