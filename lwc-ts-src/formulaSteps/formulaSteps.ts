import { LightningElement, api } from 'lwc';
import type { PulseFigures } from 'c/pulseRecord';
import { stepsOf, type FormulaStep } from './steps';

/** How a pulse is worked out, with the customer's own figures. Fetched when somebody wants to know. */
export default class FormulaSteps extends LightningElement {
  @api figures: PulseFigures | undefined;

  get steps(): FormulaStep[] {
    return this.figures ? stepsOf(this.figures, Date.now()) : [];
  }
}
