// Generated from lwc-ts-src/portfolioList/portfolioList.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { BY_RISK, LEVELS, matching, nextOrder, NO_FILTER, ordered, } from 'c/portfolioRisk';
import { countLabel, formatWhole } from 'c/pulseWording';
import { levelChips } from './levelChips';
import { portfolioRow } from './rowView';
import { LABELS } from './labels';
/**
 * The customers of a portfolio: filter by risk, search, rows or table, a part at a time.
 * @fires ask with the customer's id, when feedback is to be asked for
 * @fires startfollowup with the customer's id, when a follow-up is to be made
 */
export default class PortfolioList extends LightningElement {
    /** All customers, those at risk first. */
    @api
    customers = [];
    /** How many are shown at first, and added each time. */
    @api
    rowCount = 25;
    @api
    namesOwner = false;
    @api
    mayAct = false;
    /** The customer for whom a follow-up is being made. */
    @api
    startingId;
    /** Puts the focus on a customer's follow-up: it took the place of the button that had the focus. */
    @api
    focusFollowUp(customerId) {
        this.focusFollowUpOf = customerId;
    }
    labels = LABELS;
    isTable = false;
    filter = NO_FILTER;
    order = BY_RISK;
    moreRows = 0;
    focusRowAt;
    focusFollowUpOf;
    get chips() {
        return levelChips(this.customers, this.filter.level);
    }
    get rows() {
        const { namesOwner, mayAct, startingId } = this;
        const context = { now: Date.now(), namesOwner, mayAct, startingId };
        return this.matches.slice(0, this.shownCount).map((customer) => portfolioRow(customer, context));
    }
    get hasRows() {
        return this.matches.length > 0;
    }
    get hasCustomers() {
        return this.customers.length > 0;
    }
    get isEmpty() {
        return !this.hasCustomers;
    }
    get hasNoMatch() {
        return !this.hasRows;
    }
    get showsCards() {
        return this.hasRows && !this.isTable;
    }
    get showsTable() {
        return this.hasRows && this.isTable;
    }
    get hasMore() {
        return this.matches.length > this.shownCount;
    }
    /** "25 of 120 customers shown", spoken when it changes. */
    get shownText() {
        const all = this.matches.length;
        return all === 0 ? LABELS.noMatch : countLabel(all, LABELS.shownOne, LABELS.shownMany, formatWhole(Math.min(all, this.shownCount)));
    }
    get tableLabel() {
        return this.isTable ? LABELS.tableHide : LABELS.tableShow;
    }
    get tableIcon() {
        return this.isTable ? 'utility:rows' : 'utility:table';
    }
    changeText(event) {
        this.setFilter({ ...this.filter, text: event.detail.value });
    }
    changeLevel(event) {
        const chosen = dataOf(event, 'level');
        this.setFilter({ ...this.filter, level: LEVELS.find((level) => level === chosen) });
    }
    clearFilter() {
        this.setFilter(NO_FILTER);
        this.template?.querySelector('[data-level="all"]')?.focus();
    }
    toggleTable() {
        this.isTable = !this.isTable;
        this.order = BY_RISK;
    }
    sort(event) {
        this.order = nextOrder(this.order, event.detail);
    }
    showMore() {
        this.focusRowAt = this.shownCount;
        this.moreRows += this.rowCount;
    }
    ask(event) {
        this.tell('ask', event);
    }
    startFollowUp(event) {
        this.tell('startfollowup', event);
    }
    renderedCallback() {
        if (this.focusFollowUpOf !== undefined)
            this.focusAtFollowUp(this.focusFollowUpOf);
        if (this.focusRowAt === undefined)
            return;
        const index = this.focusRowAt;
        this.focusRowAt = undefined;
        if (this.isTable)
            this.template?.querySelector('c-portfolio-table')?.focusRow(index);
        else
            this.template?.querySelectorAll('c-portfolio-row')[index]?.focus();
    }
    get shownCount() {
        return this.rowCount + this.moreRows;
    }
    get matches() {
        return ordered(matching(this.customers, this.filter, LOCALE), this.order, LOCALE);
    }
    setFilter(filter) {
        this.filter = filter;
        this.moreRows = 0;
    }
    /** Only once the row has its follow-up is there something to put the focus on. */
    focusAtFollowUp(customerId) {
        const rows = [...(this.template?.querySelectorAll('c-portfolio-row') ?? [])];
        const row = rows.find((candidate) => candidate.dataset['row'] === customerId);
        const hasFollowUp = this.customers.some(({ customer }) => customer.id === customerId && customer.followUps.length > 0);
        if (!hasFollowUp)
            return;
        this.focusFollowUpOf = undefined;
        row?.focusFollowUp();
    }
    /** A row says only what is wanted; a table also of which row. */
    tell(type, event) {
        this.dispatchEvent(new CustomEvent(type, { detail: event.detail ?? dataOf(event, 'row') }));
    }
}
function dataOf(event, name) {
    return event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset[name] : undefined;
}
