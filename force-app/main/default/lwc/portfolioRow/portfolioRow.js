// Generated from lwc-ts-src/portfolioRow/portfolioRow.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { fill } from 'c/pulseWording';
import { LABELS } from './labels';
/**
 * One customer of a portfolio as a card.
 * @fires ask when feedback is to be asked for
 * @fires startfollowup when a follow-up is to be made
 */
export default class PortfolioRow extends LightningElement {
    @api
    row;
    labels = LABELS;
    /** Puts the focus on the customer's link. */
    @api
    focus() {
        this.focusLink('customer');
    }
    /** Puts the focus on the link to the follow-up. */
    @api
    focusFollowUp() {
        this.focusLink('follow-up');
    }
    get forCustomer() {
        return fill(LABELS.actionFor, this.row?.name ?? '');
    }
    get hasActions() {
        return this.row !== undefined && (this.row.canAsk || this.row.canStart || this.row.followUpId !== undefined);
    }
    get hasReasons() {
        return (this.row?.reasons.length ?? 0) > 0;
    }
    ask() {
        this.dispatchEvent(new CustomEvent('ask'));
    }
    start() {
        this.dispatchEvent(new CustomEvent('startfollowup'));
    }
    focusLink(name) {
        this.template?.querySelector(`[data-link="${name}"]`)?.focus();
    }
}
