import { LightningElement, api } from 'lwc';
import { bandLook } from 'c/pulseBands';

/** A band in shape, word and colour. Without a band it shows its text alone. */
export default class BandBadge extends LightningElement {
  /** `Green`, `Yellow` or `Red`; anything else is no band. */
  @api band: string | undefined;

  /** The words beside the shape; the band's name when none are given. */
  @api text: string | undefined;

  get words(): string {
    return this.text ?? bandLook(this.band)?.label ?? '';
  }

  get isCircle(): boolean {
    return bandLook(this.band)?.shape === 'circle';
  }

  get isTriangle(): boolean {
    return bandLook(this.band)?.shape === 'triangle';
  }

  get isSquare(): boolean {
    return bandLook(this.band)?.shape === 'square';
  }
}
