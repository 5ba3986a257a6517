import { fill, formatDate, formatDateTime } from 'c/pulseWording';
import type { AskData, SurveyNode } from './askQuery';
import type { Verdict } from './verdict';
import { LABELS } from './labels';

const MILLISECONDS_AN_HOUR = 3_600_000;

/** Who is to be asked and with what. */
export interface AskFacts {
  readonly contactName: string;
  readonly surveys: readonly SurveyNode[];
  /** Who asks. */
  readonly userName: string;
  /** When the person was last asked, as a sentence. */
  readonly lastText: string;
}

/** Reads the query; undefined where the contact is not there. */
export function factsOf({ uiapi: { query } }: AskData): AskFacts | undefined {
  const contact = query.contacts?.edges[0]?.node;
  if (!contact) return undefined;
  const contactName = contact.Name?.value ?? '';
  const last = query.lastAsked?.edges[0]?.node;
  const at = last?.requestedAt?.value;
  return {
    contactName,
    surveys: (query.surveys?.edges ?? []).map(({ node }) => node),
    userName: query.me?.edges[0]?.node.Name?.value ?? '',
    lastText: at ? fill(LABELS.last, contactName, formatDate(at), last.survey?.Name?.value ?? '') : fill(LABELS.never, contactName),
  };
}

/** What the rules say, in words. */
export interface VerdictView {
  readonly icon: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly verdictClass: string;
}

/** What would happen, before anybody is asked. @param sendAt epoch milliseconds of the earliest moment to send */
export function verdictView(verdict: Verdict, contactName: string, reasonLabel: string, sendAt: number): VerdictView {
  switch (verdict.outcome) {
    case 'Requested':
      return {
        icon: 'utility:success',
        title: fill(LABELS.may, contactName),
        lines: [fill(LABELS.when, formatDateTime(new Date(sendAt).toISOString()))],
        verdictClass: 'verdict may',
      };
    case 'Suppressed':
      return {
        icon: 'utility:ban',
        title: fill(LABELS.mayNot, contactName, reasonLabel),
        lines: [verdict.detail, verdict.nextPossibleAt && fill(LABELS.next, formatDateTime(verdict.nextPossibleAt))].filter(Boolean),
        verdictClass: 'verdict may-not',
      };
    default:
      return {
        icon: 'utility:error',
        title: verdict.outcome === 'NotStarted' ? LABELS.notStarted : LABELS.failed,
        lines: [],
        verdictClass: 'verdict failed',
      };
  }
}

/** When an invitation that is made at a moment is sent at the earliest: after the hours given, else after the survey's own. */
export function earliestSend(now: number, survey: SurveyNode | undefined, delayHours: number | undefined): number {
  return now + (delayHours ?? survey?.delayHours?.value ?? 0) * MILLISECONDS_AN_HOUR;
}
