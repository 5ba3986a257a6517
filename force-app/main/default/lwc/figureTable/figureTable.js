// Generated from lwc-ts-src/figureTable/figureTable.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import hideLabel from '@salesforce/label/c.Pulse_Table_Hide';
import showLabel from '@salesforce/label/c.Pulse_Table_Show';
/** The figures of a chart as a table, behind a button that shows and hides it; further buttons go into the slot before it. */
export default class FigureTable extends LightningElement {
    /** What the table shows; a screen reader says it before the rows. */
    @api
    caption = '';
    @api
    columns = [];
    @api
    rows = [];
    /** Whether the table is shown from the beginning. */
    @api
    open = false;
    /** The table itself, fetched when it is opened for the first time. */
    table;
    chosen;
    connectedCallback() {
        if (this.isOpen)
            void this.fetchTable();
    }
    get isOpen() {
        return this.chosen ?? this.open;
    }
    get expanded() {
        return this.isOpen ? 'true' : 'false';
    }
    get toggleText() {
        return this.isOpen ? hideLabel : showLabel;
    }
    async toggle() {
        this.chosen = !this.isOpen;
        await this.fetchTable();
    }
    async fetchTable() {
        this.table ??= (await import('c/figureRows')).default;
    }
}
