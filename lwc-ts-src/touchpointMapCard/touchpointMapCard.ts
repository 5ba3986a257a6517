import { api } from 'lwc';
import type { CardState } from 'c/cardFrame';
import { PulseDetailsElement } from 'c/pulseDetails';
import { journeyView, type JourneyView } from './journeyView';
import { LABELS } from './labels';

/** The customer's journey: one row for each touchpoint, and where it breaks. */
export default class TouchpointMapCard extends PulseDetailsElement {
  /** Heading of the card, from the page's design; the label when left empty. */
  @api cardTitle: string | undefined;

  labels = LABELS;

  get heading(): string {
    return this.cardTitle || LABELS.title;
  }

  get state(): CardState {
    return this.detailsState === 'ready' && !this.view ? 'empty' : this.detailsState;
  }

  get stateTitle(): string | undefined {
    return this.state === 'empty' ? LABELS.emptyTitle : undefined;
  }

  get stateText(): string | undefined {
    if (this.state === 'empty') return LABELS.emptyText;
    return this.state === 'error' ? this.errorMessage : undefined;
  }

  get view(): JourneyView | undefined {
    const { details, figures } = this;
    return details && figures && journeyView(details, figures);
  }

  see(event: Event): void {
    const touchpoint = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['touchpoint'] : undefined;
    if (touchpoint !== undefined) this.goToAnswers({ touchpoint, period: 'window' });
  }
}
