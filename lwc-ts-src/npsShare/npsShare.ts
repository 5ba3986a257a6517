import { LightningElement, api } from 'lwc';

/** A share as it is shown; all words are made outside. */
export interface ShareView {
  readonly value: string;
  /** 0 to 100. */
  readonly percent: number;
  readonly basis: string;
  readonly facts: readonly string[];
}

/** A share of a whole. */
export default class NpsShare extends LightningElement {
  @api view: ShareView | undefined;

  get barStyle(): string {
    return `inline-size: ${this.view?.percent ?? 0}%`;
  }
}
