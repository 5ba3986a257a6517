import { latest } from 'c/latest';
import { PulseDetailsElement } from 'c/pulseDetails';
import type { PulseDetails } from 'c/pulseQueries';
import type { PulseFigures } from 'c/pulseRecord';
import type { SpreadView } from 'c/pulseSpread';
import { peopleSpread, touchpointSpread } from './spreadViews';

/** How the pulse of an account spreads over its people and its touchpoints; below the pulse itself. */
export default class PulseSpreads extends PulseDetailsElement {
  private readonly spreadsOf = latest((details: PulseDetails, figures: PulseFigures) =>
    [peopleSpread(details, figures), touchpointSpread(details, figures)].filter((spread) => spread !== undefined),
  );

  get spreads(): SpreadView[] {
    const { details, figures } = this;
    if (!details || !figures) return [];
    return this.spreadsOf(details, figures);
  }
}
