import { PulseDetailsElement } from 'c/pulseDetails';
import type { SpreadView } from 'c/pulseSpread';
import { peopleSpread, touchpointSpread } from './spreadViews';

/** How the pulse of an account spreads over its people and its touchpoints; below the pulse itself. */
export default class PulseSpreads extends PulseDetailsElement {
  get spreads(): SpreadView[] {
    const { details, figures } = this;
    if (!details || !figures) return [];
    return [peopleSpread(details, figures), touchpointSpread(details, figures)].filter((spread) => spread !== undefined);
  }
}
