// Generated from lwc-ts-src/portfolioTable/portfolioTable.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { columnHeads } from './columns';
import { LABELS } from './labels';
/**
 * The customers of a portfolio as a table; its column heads sort.
 * @fires sort with the column's key
 * @fires ask with the customer's id
 * @fires startfollowup with the customer's id
 */
export default class PortfolioTable extends LightningElement {
    @api
    rows = [];
    @api
    order;
    @api
    namesOwner = false;
    /** Puts the focus on the customer of a row, counted from 0. */
    @api
    focusRow(at) {
        this.template?.querySelectorAll('c-record-link[data-link="customer"]')[at]?.focus();
    }
    labels = LABELS;
    get heads() {
        return columnHeads(this.order);
    }
    sort(event) {
        this.tell('sort', event);
    }
    ask(event) {
        this.tell('ask', event);
    }
    start(event) {
        this.tell('startfollowup', event);
    }
    tell(type, event) {
        const key = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['key'] : undefined;
        this.dispatchEvent(new CustomEvent(type, { detail: key }));
    }
}
