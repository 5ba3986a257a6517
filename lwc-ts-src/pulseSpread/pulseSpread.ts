import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import type { Band } from 'c/pulseBands';
import hideLabel from '@salesforce/label/c.Pulse_List_Hide';
import showLabel from '@salesforce/label/c.Pulse_List_Show';

/** One part of a pulse: a person or a touchpoint. */
export interface SpreadItem {
  readonly id: string;
  readonly name: string;
  /** Its record, where it has one. */
  readonly recordId: string | undefined;
  readonly band: Band;
  readonly scoreText: string;
  readonly answersText: string;
}

/** How the parts spread over the bands. */
export interface SpreadView {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  /** How many there are in each band, in words, worst first. */
  readonly parts: readonly { readonly band: Band; readonly count: number; readonly text: string }[];
  /** Lowest first. */
  readonly items: readonly SpreadItem[];
  readonly note: string;
}

/** A bar that shows the bands, the same in words, and the parts as a list on demand. */
export default class PulseSpread extends NavigationMixin(LightningElement) {
  @api spread: SpreadView | undefined;

  isOpen = false;

  get parts(): { band: Band; text: string; className: string; style: string }[] {
    return (this.spread?.parts ?? []).map(({ band, count, text }) => ({
      band,
      text,
      className: `part ${band.toLowerCase()}`,
      style: `flex-grow: ${count}`,
    }));
  }

  get expanded(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }

  get toggleText(): string {
    return this.isOpen ? hideLabel : showLabel;
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
  }

  open(event: Event): void {
    const recordId = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['id'] : undefined;
    if (recordId === undefined) return;
    const page: PageReference = { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
    this[NavigationMixin.Navigate](page);
  }
}
