import { LightningElement, api } from 'lwc';
import refresh from '@salesforce/label/c.Pulse_Action_Refresh';

/** One of the things that can be chosen. */
export interface Option {
  readonly label: string;
  readonly value: string;
}

/** A combobox of the bar. */
export interface Choice<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}

/** What was chosen, and where. */
export interface Chosen<Name extends string = string> {
  readonly name: Name;
  readonly value: string;
}

/**
 * What a page of figures is limited to, side by side as far as there is room. Further buttons come into the default slot.
 * @fires choose with a `Chosen`
 * @fires refresh when a person wants everything read again
 */
export default class ChoiceBar extends LightningElement {
  @api choices: readonly Choice[] = [];

  labels = { refresh };

  choose(event: CustomEvent<{ value: string }>): void {
    const { choice = '' } = (event.currentTarget as HTMLElement).dataset;
    const detail: Chosen = { name: choice, value: event.detail.value };
    this.dispatchEvent(new CustomEvent('choose', { detail }));
  }

  refresh(): void {
    this.dispatchEvent(new CustomEvent('refresh'));
  }
}
