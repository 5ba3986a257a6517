import { LightningElement, api } from 'lwc';
import loading from '@salesforce/label/c.Pulse_Loading';
import { errorText } from 'c/ldsErrors';
import template from './laterCard.html';
import { whenWanted } from './whenWanted';

/** What a dynamic import gives. */
interface CardModule {
  readonly default: typeof LightningElement;
}

/**
 * A card of a record page that comes when it is wanted: at once where it is in the window, else when somebody scrolls, types or
 * prints. Until then its heading stands there over the room that it will take.
 */
export abstract class LaterCard extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  /** Heading of the card, from the page's design; the card's own when left empty. */
  @api cardTitle: string | undefined;

  loading = loading;
  card: typeof LightningElement | undefined;
  /** Why the card could not be fetched; empty when it could, or was not yet. */
  problem = '';

  /** Heading until the card is there. */
  protected abstract readonly ownTitle: string;
  /** Room that the card will take below its heading, a CSS length. */
  protected abstract readonly room: string;

  private isWatched = false;
  private fetching: Promise<void> | undefined;
  private stopWaiting: (() => void) | undefined;

  override connectedCallback(): void {
    if (this.isFirst) void this.want();
  }

  override disconnectedCallback(): void {
    this.stopWaiting?.();
    this.isWatched = false;
  }

  override renderedCallback(): void {
    const place = this.template?.querySelector('article');
    if (this.isWatched || this.fetching || !place) return;
    this.isWatched = true;
    this.stopWaiting = whenWanted(place, () => {
      void this.want();
    });
  }

  override render(): typeof template {
    return template;
  }

  get heading(): string {
    return this.cardTitle || this.ownTitle;
  }

  get bodyStyle(): string {
    return `min-height: ${this.room}`;
  }

  /** What the card is told. */
  get properties(): Readonly<Record<string, unknown>> {
    return { recordId: this.recordId, objectApiName: this.objectApiName, cardTitle: this.cardTitle };
  }

  /** Fetches the card; asked again, it waits for the same. */
  want(): Promise<void> {
    this.stopWaiting?.();
    this.fetching ??= this.fetch();
    return this.fetching;
  }

  retry(): void {
    this.problem = '';
    void this.want();
  }

  private async fetch(): Promise<void> {
    try {
      this.card = (await this.fetchCard()).default;
    } catch (error) {
      this.fetching = undefined;
      this.problem = errorText(error);
    }
  }

  /** Whether the card stands at the top of its pages, so that waiting to see it would only take time. */
  protected get isFirst(): boolean {
    return false;
  }

  /** Imports the card. */
  protected abstract fetchCard(): Promise<CardModule>;
}
