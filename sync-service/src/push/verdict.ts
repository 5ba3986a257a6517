import { unlinkedPlace } from '../match/matchAnswers.ts';
import { reactionTo } from '../salesforce/errorReactions.ts';
import { withoutAddresses } from '../salesforce/errors.ts';
import type { Assignment, PushOutcome } from '../store/store.ts';
import { smaller, type PushWork } from './pushWork.ts';

/** How often an answer is tried again before the run gives up on it (it keeps waiting) or, for an unknown code, buries it. */
const mostFailures = 8;
const mostUnknownFailures = 4;

/** What is to become of an answer after a pass. */
export type Verdict =
  | { readonly kind: 'finished'; readonly outcome: PushOutcome }
  /** Another pass; with a new place, without its known parents, or after a pause, as said. */
  | { readonly kind: 'again'; readonly pause: boolean; readonly assignment?: Assignment; readonly forgetParents?: boolean }
  /** The org takes nothing more for now. */
  | { readonly kind: 'stop'; readonly reason: string }
  /** Tried often enough in this run: waits for the next. */
  | { readonly kind: 'give up'; readonly reason: string };

/** Decides by the reaction table. Counts failures and shrinks collections on the work itself. */
export function verdictOn(work: PushWork): Verdict {
  const { error, answer } = work;
  if (error === undefined) return finished(work, 'pushed');
  if (error.object === 'PulseResponse__c' && error.code === 'DUPLICATE_VALUE' && work.failures === 0 && work.response === 'update') {
    work.failures++;
    return { kind: 'again', pause: false };
  }
  work.failures++;
  switch (reactionTo(error.code, error.message)) {
    case 'pause':
      return { kind: 'stop', reason: `The org accepts no more for now (${error.code}: ${withoutAddresses(error.message)}).` };
    case 'park':
      return finished(work, 'parked');
    case 'dead letter':
      return finished(work, 'dead');
    case 'match again':
      return matchAgain(work);
    case 'create parent':
      return work.failures > 3 ? finished(work, 'dead') : { kind: 'again', pause: false, forgetParents: true };
    case 'unknown':
      return work.failures > mostUnknownFailures ? finished(work, 'dead') : { kind: 'again', pause: true };
    case 'retry smaller':
    case 'bisect':
      work.collectionSize = smaller(work.collectionSize);
      break;
    case 'retry':
    case 'log in':
      break;
  }
  if (work.failures > mostFailures) return { kind: 'give up', reason: `${answer.externalId}: ${error.code}` };
  return { kind: 'again', pause: true };
}

/** First without the case and opportunity it names, then linked to nothing; an answer that links to nothing is refused for good. */
function matchAgain(work: PushWork): Verdict {
  const { caseId, opportunityId, ...rest } = work.answer.assignment;
  if (caseId !== undefined || opportunityId !== undefined) return { kind: 'again', pause: false, assignment: rest };
  if (rest.contactPulse.contactId === undefined && rest.accountPulse.accountId === undefined) return finished(work, 'dead');
  return { kind: 'again', pause: false, assignment: unlinkedPlace(work.answer.answer) };
}

function finished({ answer, error }: PushWork, state: PushOutcome['state']): Verdict {
  const { sequence, contentHash } = answer;
  const reason = error && { code: error.code, reason: `${error.object}: ${withoutAddresses(error.message)}` };
  return { kind: 'finished', outcome: { sequence, contentHash, state, ...(reason === undefined ? {} : { error: reason }) } };
}
