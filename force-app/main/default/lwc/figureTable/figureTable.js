// Generated from lwc-ts-src/figureTable/figureTable.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import hideLabel from '@salesforce/label/c.Pulse_Table_Hide';
import showLabel from '@salesforce/label/c.Pulse_Table_Show';
/** The figures of a chart as a table, behind a button that shows and hides it. */
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
    chosen;
    get isOpen() {
        return this.chosen ?? this.open;
    }
    get expanded() {
        return this.isOpen ? 'true' : 'false';
    }
    get toggleText() {
        return this.isOpen ? hideLabel : showLabel;
    }
    get columnViews() {
        return this.columns.map(({ label, isNumeric }, key) => ({ key, text: label, label, className: alignment(isNumeric) }));
    }
    get rowViews() {
        return this.rows.map(({ id, cells: [header = '', ...cells], url }) => ({ id, header, url, cells: this.cellViews(cells) }));
    }
    toggle() {
        this.chosen = !this.isOpen;
    }
    cellViews(cells) {
        return cells.map((text, key) => {
            const column = this.columns[key + 1];
            return { key, text, label: column?.label ?? '', className: alignment(column?.isNumeric) };
        });
    }
}
function alignment(isNumeric = false) {
    return isNumeric ? 'numeric' : 'words';
}
