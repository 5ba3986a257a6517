import { api, LightningElement } from 'lwc';
import { texts } from '../../page/texts.ts';

/** Where a page hangs: the list, or the folder, that holds it. */
export interface PageTrail {
  readonly name: string;
  readonly url: string;
}

/**
 * The head of a page of its own: where it hangs, what it is, what it is called,
 * and in the slot `tools` what can be done with it. One that can be printed says
 * so, and tells `refresh`.
 */
export default class PageHead extends LightningElement {
  @api trail: PageTrail | undefined;
  /** What the trail is called for who cannot see it; as what it leads to where nobody says. */
  @api trailLabel: string | undefined;
  /** `standard:report` */
  @api iconName: string | undefined;
  @api kind: string | undefined;
  @api heading: string | undefined;
  /** Shows the buttons to print the page and to read it again. */
  @api printable = false;

  texts = texts;

  get trailName(): string | undefined {
    return this.trailLabel ?? this.trail?.name;
  }

  handlePrint(): void {
    window.print();
  }

  handleRefresh(): void {
    this.dispatchEvent(new CustomEvent('refresh'));
  }
}
