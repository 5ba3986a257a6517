import { LightningElement, api } from 'lwc';
import heading from '@salesforce/label/c.Pulse_Wall_Latest';
import noAnswers from '@salesforce/label/c.Pulse_Wall_No_Answers';
import type { FeedItem } from './feed';

export type { FeedItem } from './feed';

/** The latest answers, the newest on top. */
export default class WallFeed extends LightningElement {
  @api items: readonly FeedItem[] = [];

  /** Spoken when new answers have come; empty while none has. */
  @api news = '';

  labels = { heading, noAnswers };

  get rows(): (FeedItem & { rowClass: string })[] {
    return this.items.map((item) => ({ ...item, rowClass: item.isNew ? 'row new' : 'row' }));
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }
}
