// Generated from lwc-ts-src/responseTable/responseTable.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { NEWEST_FIRST, nextSorting } from 'c/historyCriteria';
import { fill } from 'c/pulseWording';
import { LABELS } from './labels';
const LABEL_OF = {
    date: LABELS.date,
    rating: LABELS.rating,
    touchpoint: LABELS.touchpoint,
    contact: LABELS.person,
    followUp: LABELS.followUp,
};
/**
 * Answers as a table. A row opens into the whole answer with everything that can be done to it.
 * @fires sort with the `Sorting` that was chosen
 */
export default class ResponseTable extends LightningElement {
    @api
    rows = [];
    @api
    sorting = NEWEST_FIRST;
    /** Said of the table as a whole. */
    @api
    caption = '';
    /** The answer whose own page this is. */
    @api
    recordId;
    /** Whether several people answer. */
    @api
    hasPeople = false;
    /** Whether the user may read comments. */
    @api
    hasComments = false;
    /** Puts the focus on a row, by its place. */
    @api
    focusRow(index) {
        this.template?.querySelectorAll('[data-action="details"]')[index]?.focus();
    }
    labels = LABELS;
    open = new Set();
    get columns() {
        const keys = ['date', 'rating', 'touchpoint', ...(this.hasPeople ? ['contact'] : [])];
        return keys.map((key) => this.column(key));
    }
    get followUpColumn() {
        return this.column('followUp');
    }
    get shown() {
        return this.rows.map((row) => {
            const isOpen = this.open.has(row.id);
            return {
                ...row,
                isOpen,
                expanded: String(isOpen),
                openIcon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
                openLabel: fill(LABELS.detailsOf, row.name),
                detailsKey: `${row.id}-details`,
                isThisRecord: row.id === this.recordId,
                rowClass: row.setAside ? 'set-aside' : '',
                isOverdue: row.followUp?.state === 'overdue',
                commentClass: row.comment ? 'comment' : 'comment blank',
                followUpClass: row.followUp ? `follow-up ${row.followUp.state}` : 'follow-up blank',
            };
        });
    }
    get columnCount() {
        return this.columns.length + (this.hasComments ? 3 : 2);
    }
    sort(event) {
        const key = keyOf(event, 'sort');
        const column = SORT_KEYS.find((candidate) => candidate === key);
        if (column)
            this.dispatchEvent(new CustomEvent('sort', { detail: nextSorting(this.sorting, column) }));
    }
    toggle(event) {
        const id = keyOf(event, 'id');
        if (id === undefined)
            return;
        const open = new Set(this.open);
        if (!open.delete(id))
            open.add(id);
        this.open = open;
    }
    column(key) {
        const isSorted = this.sorting.key === key;
        const sort = isSorted ? (this.sorting.ascending ? 'ascending' : 'descending') : 'none';
        const icon = sort === 'ascending' ? 'utility:arrowup' : 'utility:arrowdown';
        return { key, label: LABEL_OF[key], sort, icon, buttonClass: isSorted ? 'slds-button sort sorted' : 'slds-button sort' };
    }
}
const SORT_KEYS = ['date', 'rating', 'touchpoint', 'contact', 'followUp'];
function keyOf(event, name) {
    return event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset[name] : undefined;
}
