import type { FollowUpFigures, InvitationFigures } from 'c/npsQueries';
import type { ShareView } from 'c/npsShare';
import { countLabel, fill, formatPercent, formatWhole } from 'c/pulseWording';
import { LABELS } from './labels';

/** How many of those who were asked have answered; undefined where nobody was asked. */
export function responseRateView({ sent, answered, waiting }: InvitationFigures): ShareView | undefined {
  if (sent === 0) return undefined;
  return {
    ...share(answered, sent),
    basis: fill(LABELS.rateBasis, formatWhole(answered), formatWhole(sent)),
    facts: waiting > 0 ? [countLabel(waiting, LABELS.rateWaitingOne, LABELS.rateWaitingMany)] : [],
  };
}

/** How many follow-ups were resolved by their deadline; undefined where none was due. */
export function followUpsView({ due, onTime, open, answeredAgain, recovered }: FollowUpFigures): ShareView | undefined {
  if (due === 0) return undefined;
  return {
    ...share(onTime, due),
    basis: fill(LABELS.followUpsBasis, formatWhole(onTime), formatWhole(due)),
    facts: [
      ...(open > 0 ? [countLabel(open, LABELS.followUpsOpenOne, LABELS.followUpsOpenMany)] : []),
      ...(answeredAgain > 0 ? [fill(LABELS.followUpsRecovered, formatWhole(recovered), formatWhole(answeredAgain))] : []),
    ],
  };
}

function share(part: number, whole: number): { readonly value: string; readonly percent: number } {
  return { value: formatPercent(part / whole), percent: Math.round((part / whole) * 1000) / 10 };
}
