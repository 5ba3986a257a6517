import { updateRecord } from 'lightning/uiRecordApi';
import { api, LightningElement } from 'lwc';
import type { PageSettings } from '../../../pages/pageSettings.ts';
import { Layer } from '../../page/layers.ts';
import { nameOfLanguage, nameOfLocale } from '../../page/languageNames.ts';
import { readError } from '../../page/readError.ts';
import { say, texts } from '../../page/texts.ts';

/** Who is signed in: their details, language and time zone, and the way out. */
export default class UserMenu extends LightningElement {
  @api settings: PageSettings | undefined;

  texts = texts;
  isOpen = false;
  isBusy = false;
  problem: string | undefined;
  #layer: Layer | undefined;
  #takesFocus = false;

  override connectedCallback(): void {
    this.#layer = new Layer(this.template?.host ?? document.body, (giveFocusBack) => this.close(giveFocusBack));
  }

  override disconnectedCallback(): void {
    this.#layer?.close();
  }

  override renderedCallback(): void {
    if (!this.#takesFocus) return;
    this.#takesFocus = false;
    this.template?.querySelector<HTMLElement>('h2')?.focus();
  }

  get userName(): string {
    return this.settings?.userName ?? '';
  }

  get signedInAs(): string {
    return say(texts.signedInAs, this.userName);
  }

  get initials(): string {
    const words = this.userName.split(/\s+/u).filter((word) => word !== '');
    const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
    return [first, last].map((word) => [...(word ?? '')][0] ?? '').join('');
  }

  get ariaExpanded(): string {
    return String(this.isOpen);
  }

  get profileUrl(): string {
    return `/lightning/r/User/${this.settings?.userId ?? ''}/view`;
  }

  get language(): string {
    return this.settings?.userLanguage ?? '';
  }

  get languages(): readonly { readonly label: string; readonly value: string }[] {
    return (this.settings?.languages ?? []).map((value) => ({ value, label: nameOfLanguage(value) }));
  }

  get localeName(): string {
    return nameOfLocale(this.settings?.locale ?? '', this.settings?.language ?? '');
  }

  toggle(): void {
    if (this.isOpen) {
      this.#layer?.close();
      this.close(true);
      return;
    }
    this.isOpen = true;
    this.#takesFocus = true;
    this.#layer?.open();
  }

  /** The whole page speaks the language, so it is drawn again. */
  async handleLanguage(event: CustomEvent<{ readonly value: string }>): Promise<void> {
    this.isBusy = true;
    this.problem = undefined;
    try {
      await updateRecord({ fields: { Id: this.settings?.userId, LanguageLocaleKey: event.detail.value } });
      window.location.reload();
    } catch (error) {
      this.problem = readError(error);
      this.isBusy = false;
    }
  }

  private close(giveFocusBack: boolean): void {
    this.isOpen = false;
    if (giveFocusBack) this.template?.querySelector<HTMLElement>('.open')?.focus();
  }
}
