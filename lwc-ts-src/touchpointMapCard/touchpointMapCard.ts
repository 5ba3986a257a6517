import { latest } from 'c/latest';
import { PulseDetailsCard } from 'c/pulseDetails';
import { journeyView, type JourneyView } from './journeyView';
import { LABELS } from './labels';

/** The customer's journey: one row for each touchpoint, and where it breaks. */
export default class TouchpointMapCard extends PulseDetailsCard {
  labels = LABELS;

  protected readonly words = LABELS;

  private readonly viewOf = latest(journeyView);

  override get view(): JourneyView | undefined {
    const { details, figures } = this;
    return details && figures && this.viewOf(details, figures);
  }

  see(event: Event): void {
    const touchpoint = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['touchpoint'] : undefined;
    if (touchpoint !== undefined) this.goToAnswers({ touchpoint, period: 'window' });
  }
}
