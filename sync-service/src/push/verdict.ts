import { unlinkedPlace } from '../match/matchAnswers.ts';
import { reactionTo } from '../salesforce/errorReactions.ts';
import { withoutAddresses } from '../salesforce/errors.ts';
import { deletedInOrg } from '../store/ports/deadLetters.ts';
import type { Assignment, PushOutcome } from '../store/store.ts';
import { isComplete, smaller, type PushWork } from './pushWork.ts';

/** How often an answer is tried again before it rests (it keeps waiting) or, for an unknown code, becomes a dead letter. */
const mostFailures = 8;
const mostUnknownFailures = 4;

/** What is to become of an answer after a call. */
export type Verdict =
  | { readonly kind: 'finished'; readonly outcome: PushOutcome }
  /** Another call; without its known parents, or after a pause, as said. */
  | { readonly kind: 'again'; readonly pause: boolean; readonly forgetParents?: boolean }
  /** Another call, with the place that matching finds now; where that is the one it has, with this one. */
  | { readonly kind: 'match again'; readonly assignment: Assignment }
  /** The org takes nothing more for now. */
  | { readonly kind: 'stop'; readonly reason: string }
  /** Tried often enough for now: it waits in the store. */
  | { readonly kind: 'rest'; readonly reason: string };

/** Decides by the reaction table. Counts failures and shrinks collections on the work itself. */
export function verdictOn(work: PushWork): Verdict {
  const { error, answer } = work;
  if (error === undefined) return isComplete(work) ? finished(work, 'pushed') : { kind: 'again', pause: false };
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
      return isDeleted(work) ? deleted(work) : finished(work, 'dead');
    case 'match again':
      return matchAgain(work);
    case 'create parent':
      return work.failures > 3 ? finished(work, 'dead') : { kind: 'again', pause: false, forgetParents: true };
    case 'unknown':
      return work.failures > mostUnknownFailures ? finished(work, 'dead') : { kind: 'again', pause: true };
    case 'bisect':
      // Smaller than alone it cannot get: it is its content.
      if (work.collectionSize === 1 && work.failures > mostUnknownFailures) return finished(work, 'dead');
      work.collectionSize = smaller(work.collectionSize);
      break;
    case 'retry smaller':
      work.collectionSize = smaller(work.collectionSize);
      break;
    case 'retry':
    case 'log in':
      break;
  }
  if (work.failures > mostFailures) return { kind: 'rest', reason: `${answer.externalId}: ${error.code}` };
  return { kind: 'again', pause: true };
}

/** An answer that the org had, whose record is gone: the upsert would have to create it, without its parent. */
function isDeleted({ error, response }: PushWork): boolean {
  return error?.code === 'REQUIRED_FIELD_MISSING' && error.object === 'PulseResponse__c' && response === 'update';
}

/** What people deleted does not come back by an update of its source; it does when they replay the dead letter. */
function deleted({ answer: { sequence, contentHash } }: PushWork): Verdict {
  const reason = 'PulseResponse__c: somebody deleted or erased its record in Salesforce. Replaying this creates it again.';
  return { kind: 'finished', outcome: { sequence, contentHash, state: 'dead', error: { code: deletedInOrg, reason } } };
}

/**
 * Where matching finds nothing new: first without what it is linked to besides its pulse, then linked to nothing; an answer that links to
 * nothing is refused for good.
 */
function matchAgain(work: PushWork): Verdict {
  const { caseId, opportunityId, invitationId, leadId, ...rest } = work.answer.assignment;
  if (caseId !== undefined || opportunityId !== undefined || invitationId !== undefined || leadId !== undefined)
    return { kind: 'match again', assignment: rest };
  if (rest.contactPulse.contactId === undefined && rest.accountPulse.accountId === undefined) return finished(work, 'dead');
  return { kind: 'match again', assignment: unlinkedPlace(work.answer.answer) };
}

function finished({ answer, error }: PushWork, state: PushOutcome['state']): Verdict {
  const { sequence, contentHash } = answer;
  const reason = error && { code: error.code, reason: `${error.object}: ${withoutAddresses(error.message)}` };
  const sent = state === 'pushed' ? { reasons: answer.answer.reasons ?? answer.pushedReasons } : {};
  return { kind: 'finished', outcome: { sequence, contentHash, state, ...sent, ...(reason === undefined ? {} : { error: reason }) } };
}
