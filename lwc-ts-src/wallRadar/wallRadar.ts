import { LightningElement, api } from 'lwc';
import heading from '@salesforce/label/c.Pulse_Wall_Radar';
import text from '@salesforce/label/c.Pulse_Wall_Radar_Text';
import clear from '@salesforce/label/c.Pulse_Wall_Clear';
import clearText from '@salesforce/label/c.Pulse_Wall_Clear_Text';
import more from '@salesforce/label/c.Pulse_Wall_More';
import { fill, formatWhole } from 'c/pulseWording';
import type { RadarItem } from './radar';

export type { RadarItem } from './radar';

/** The unhappy customers whose follow-up is late, or whom nobody has taken on. */
export default class WallRadar extends LightningElement {
  @api items: readonly RadarItem[] = [];

  /** How many there are in all. */
  @api count = 0;

  /** A sentence on answers that belong to nobody; empty where there are none. */
  @api unlinkedText = '';

  labels = { heading, text, clear, clearText };

  get isClear(): boolean {
    return this.count === 0 && this.unlinkedText === '';
  }

  get hasItems(): boolean {
    return this.items.length > 0;
  }

  get countText(): string {
    return formatWhole(this.count);
  }

  get moreText(): string {
    const rest = this.count - this.items.length;
    return rest > 0 ? fill(more, formatWhole(rest)) : '';
  }

  get zoneClass(): string {
    return this.isClear ? 'zone' : 'zone warning';
  }
}
