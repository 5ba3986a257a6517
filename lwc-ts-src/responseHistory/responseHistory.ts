import { api } from 'lwc';
import title from '@salesforce/label/c.Pulse_History_Title';
import { askForAnswers, onAnswersAsked, type AnswersRequest } from 'c/answerLink';
import { LaterCard } from 'c/laterCard';

/** The customer's answers on a record page: the list comes when it is wanted, or when somebody asks for the answers behind a figure. */
export default class ResponseHistory extends LaterCard {
  /** How the answers are shown at first, from the page's design: `Timeline` or `Table`. */
  @api startView: string | undefined;

  protected readonly ownTitle = title;
  protected readonly room = '22rem';

  private stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.recordId === undefined || this.card) return;
    this.stopListening = onAnswersAsked(this.recordId, (request) => {
      void this.pass(request);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
  }

  override renderedCallback(): void {
    super.renderedCallback();
    // From now on the list itself listens.
    if (this.card) this.stopListening?.();
  }

  override get properties(): Readonly<Record<string, unknown>> {
    return { ...super.properties, startView: this.startView };
  }

  protected override fetchCard(): Promise<typeof import('c/responseHistoryCard')> {
    return import('c/responseHistoryCard');
  }

  /** Fetches the list and asks it what this was asked. */
  private async pass(request: AnswersRequest): Promise<void> {
    await this.want();
    // The list listens once it is drawn.
    await Promise.resolve();
    this.stopListening?.();
    askForAnswers(request);
  }
}
