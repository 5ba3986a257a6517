// Generated from lwc-ts-src/wallFigures/wallFigures.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import fewAnswers from '@salesforce/label/c.Pulse_Few_Answers';
/** The figures of the day, large enough for a wall. */
export default class WallFigures extends LightningElement {
    @api
    figures = [];
    @api
    split;
    labels = { fewAnswers };
    get cards() {
        return this.figures.map((figure) => ({ ...figure, noteClass: figure.isWarning ? 'note warning' : 'note' }));
    }
}
