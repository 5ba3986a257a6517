import { LightningElement, api } from 'lwc';
import fewAnswers from '@salesforce/label/c.Pulse_Few_Answers';
import type { WallFigure, WallSplit } from './figures';

export type { WallFigure, WallPart, WallSplit } from './figures';

/** The figures of the day, large enough for a wall. */
export default class WallFigures extends LightningElement {
  @api figures: readonly WallFigure[] = [];
  @api split: WallSplit | undefined;

  labels = { fewAnswers };

  get cards(): (WallFigure & { noteClass: string })[] {
    return this.figures.map((figure) => ({ ...figure, noteClass: figure.isWarning ? 'note warning' : 'note' }));
  }
}
