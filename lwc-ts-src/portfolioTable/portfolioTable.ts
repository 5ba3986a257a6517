import { LightningElement, api } from 'lwc';
import type { Order } from 'c/portfolioRisk';
import type { PortfolioRow } from 'c/portfolioRow';
import { columnHeads, type ColumnHead } from './columns';
import { LABELS } from './labels';

/**
 * The customers of a portfolio as a table; its column heads sort.
 * @fires sort with the column's key
 * @fires ask with the customer's id
 * @fires startfollowup with the customer's id
 */
export default class PortfolioTable extends LightningElement {
  @api rows: readonly PortfolioRow[] = [];
  @api order: Order | undefined;

  @api namesOwner = false;

  /** Puts the focus on the customer of a row, counted from 0. */
  @api
  focusRow(at: number): void {
    this.template?.querySelectorAll<HTMLElement>('c-record-link[data-link="customer"]')[at]?.focus();
  }

  labels = LABELS;

  get heads(): ColumnHead[] {
    return columnHeads(this.order);
  }

  sort(event: Event): void {
    this.tell('sort', event);
  }

  ask(event: Event): void {
    this.tell('ask', event);
  }

  start(event: Event): void {
    this.tell('startfollowup', event);
  }

  private tell(type: string, event: Event): void {
    const key = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['key'] : undefined;
    this.dispatchEvent(new CustomEvent(type, { detail: key }));
  }
}
