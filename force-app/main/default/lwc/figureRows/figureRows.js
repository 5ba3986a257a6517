// Generated from lwc-ts-src/figureRows/figureRows.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
/** The figures of a chart as a table. */
export default class FigureRows extends LightningElement {
    /** What the table shows; a screen reader says it before the rows. */
    @api
    caption = '';
    @api
    columns = [];
    @api
    rows = [];
    get columnViews() {
        return this.columns.map(({ label }, key) => ({ key, text: label, className: this.classOf(key) }));
    }
    get rowViews() {
        return this.rows.map(({ id, cells: [header = '', ...cells], url }) => ({
            id,
            header,
            url,
            cells: cells.map((text, key) => ({ key, text, className: this.classOf(key + 1) })),
        }));
    }
    classOf(column) {
        return this.columns[column]?.isNumeric ? 'numeric' : 'words';
    }
}
