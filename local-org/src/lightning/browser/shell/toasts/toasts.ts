import { LightningElement } from 'lwc';
import { type ToastOptions, toastEventName } from '../../page/toastEvent.ts';
import { takeToast } from '../../page/keptToast.ts';
import { texts } from '../../page/texts.ts';
import { messageParts, type MessagePart } from '../../page/toastMessage.ts';

interface ShownToast {
  readonly key: number;
  readonly title: string;
  readonly parts: readonly MessagePart[];
  readonly variant: string;
  readonly className: string;
  readonly icon: string;
}

/** Milliseconds for which a toast stays, unless it is sticky. */
const shownFor = 6_000;

/** The toasts that components ask for with a ShowToastEvent. */
export default class Toasts extends LightningElement {
  texts = texts;
  toasts: readonly ShownToast[] = [];
  #lastKey = 0;

  override connectedCallback(): void {
    document.addEventListener(toastEventName, (event) => this.show((event as CustomEvent<ToastOptions>).detail));
    const kept = takeToast();
    if (kept !== undefined) this.show(kept);
  }

  show(options: ToastOptions): void {
    this.#lastKey += 1;
    const key = this.#lastKey;
    const variant = options.variant ?? 'info';
    const toast: ShownToast = {
      key,
      title: options.title,
      parts: messageParts(options),
      variant,
      className: `slds-notify slds-notify_toast slds-theme_${variant}`,
      icon: `utility:${variant}`,
    };
    this.toasts = [...this.toasts, toast];
    if (options.mode !== 'sticky') setTimeout(() => this.remove(key), shownFor);
  }

  close(event: Event): void {
    this.remove(Number((event.currentTarget as HTMLElement).dataset['key']));
  }

  private remove(key: number): void {
    this.toasts = this.toasts.filter((toast) => toast.key !== key);
  }
}
