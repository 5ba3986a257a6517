// Generated from lwc-ts-src/formulaSteps/formulaSteps.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { stepsOf } from './steps';
/** How a pulse is worked out, with the customer's own figures. Fetched when somebody wants to know. */
export default class FormulaSteps extends LightningElement {
    @api
    figures;
    get steps() {
        return this.figures ? stepsOf(this.figures, Date.now()) : [];
    }
}
