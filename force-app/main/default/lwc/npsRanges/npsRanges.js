// Generated from lwc-ts-src/npsRanges/npsRanges.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import showLess from '@salesforce/label/c.Pulse_Board_Show_Less';
/** As many rows as are shown before a person asks for all. */
const FIRST_ROWS = 8;
const ICONS = { up: 'utility:arrowup', down: 'utility:arrowdown', none: undefined };
/**
 * Several NPS side by side. The ranges are drawn, and everything they say stands in the table in words.
 * @fires choose when a row that leads somewhere is chosen; its detail is the row's id
 */
export default class NpsRanges extends LightningElement {
    @api
    view;
    isOpen = false;
    get rows() {
        const rows = this.view?.rows ?? [];
        return (this.isOpen ? rows : rows.slice(0, FIRST_ROWS)).map((row) => ({
            ...row,
            rangeStyle: `inset-inline-start: ${row.low}%; inline-size: ${row.high - row.low}%`,
            dotStyle: `inset-inline-start: ${row.at}%`,
            dotClass: row.isFew ? 'dot hollow' : 'dot',
            icon: ICONS[row.direction],
            changeClass: row.direction === 'none' ? 'weak' : 'strong',
        }));
    }
    get hasMore() {
        return (this.view?.rows.length ?? 0) > FIRST_ROWS;
    }
    get moreText() {
        return this.isOpen ? showLess : (this.view?.showAll ?? '');
    }
    get expanded() {
        return this.isOpen ? 'true' : 'false';
    }
    toggle() {
        this.isOpen = !this.isOpen;
    }
    choose(event) {
        const { currentTarget } = event;
        if (!(currentTarget instanceof HTMLElement))
            return;
        this.dispatchEvent(new CustomEvent('choose', { detail: currentTarget.dataset['id'] }));
    }
}
