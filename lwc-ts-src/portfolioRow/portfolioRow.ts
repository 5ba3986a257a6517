import { LightningElement, api } from 'lwc';
import { fill } from 'c/pulseWording';
import { LABELS } from './labels';
import type { PortfolioRow as Row } from './row';

export type { PortfolioRow, RowReason, RowTrend } from './row';

/**
 * One customer of a portfolio as a card.
 * @fires ask when feedback is to be asked for
 * @fires startfollowup when a follow-up is to be made
 */
export default class PortfolioRow extends LightningElement {
  @api row: Row | undefined;

  labels = LABELS;

  /** Puts the focus on the customer's link. */
  @api
  focus(): void {
    this.focusLink('customer');
  }

  /** Puts the focus on the link to the follow-up. */
  @api
  focusFollowUp(): void {
    this.focusLink('follow-up');
  }

  get forCustomer(): string {
    return fill(LABELS.actionFor, this.row?.name ?? '');
  }

  get hasActions(): boolean {
    return this.row !== undefined && (this.row.canAsk || this.row.canStart || this.row.followUpId !== undefined);
  }

  get hasReasons(): boolean {
    return (this.row?.reasons.length ?? 0) > 0;
  }

  ask(): void {
    this.dispatchEvent(new CustomEvent('ask'));
  }

  start(): void {
    this.dispatchEvent(new CustomEvent('startfollowup'));
  }

  private focusLink(name: string): void {
    this.template?.querySelector<HTMLElement>(`[data-link="${name}"]`)?.focus();
  }
}
