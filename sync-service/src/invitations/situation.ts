import { startOfDay } from './dailyCap.ts';
import { rowsOf, type InvitationOrg } from './org/invitationOrg.ts';
import { claimedCondition, countBySurvey, dueCondition, overdueCondition, reminderCondition } from './org/queries.ts';
import { idRecord, surveyCount, surveyRecord } from './org/records.ts';
import type { QueriedRecord } from '../salesforce/replies.ts';

/** What is known of a survey: its key (or id, without one), and how many may be sent a day. */
export interface SurveyInfo {
  readonly id: string;
  readonly key: string;
  readonly name: string | undefined;
  readonly cap: number | undefined;
}

/** How things stand in the org: what is due, by survey. */
export interface Situation {
  /** ISO 8601, UTC, by the org's clock. */
  readonly now: string;
  readonly dayBegan: string;
  readonly surveys: ReadonlyMap<string, SurveyInfo>;
  readonly due: ReadonlyMap<string, number>;
  readonly reminders: ReadonlyMap<string, number>;
  /** Sent today, or claimed now: what the daily cap counts. */
  readonly usedToday: ReadonlyMap<string, number>;
  /** Invitations whose time is over, some of them at most. */
  readonly overdue: readonly string[];
}

/** Most overdue invitations that one look brings. */
const overdueAtOnce = 200;

/** Looks at everything with one call. @throws RequestRefused, OrgUnavailable */
export async function lookAtOrg(org: InvitationOrg, now: Date, timeZone: string): Promise<Situation> {
  const at = now.toISOString();
  const dayBegan = startOfDay(now, timeZone);
  const [due, reminders, used, overdue, surveys] = await org.query(
    countBySurvey(dueCondition(at)),
    countBySurvey(reminderCondition(at)),
    countBySurvey(`SentAt__c >= ${dayBegan} OR (${claimedCondition(at)})`),
    `SELECT Id FROM PulseInvitation__c WHERE ${overdueCondition(at)} ORDER BY ExpiresAt__c LIMIT ${overdueAtOnce}`,
    'SELECT Id, Key__c, Name, DailyCap__c FROM PulseSurvey__c',
  );
  return {
    now: at,
    dayBegan,
    due: counts(due),
    reminders: counts(reminders),
    usedToday: counts(used),
    overdue: rowsOf(idRecord, overdue ?? []).map(({ Id }) => Id),
    surveys: new Map(
      rowsOf(surveyRecord, surveys ?? []).map(({ Id, Key__c, Name, DailyCap__c }) => [
        Id,
        { id: Id, key: Key__c ?? Id, name: Name, cap: DailyCap__c },
      ]),
    ),
  };
}

/** Counts by survey; invitations of no survey are nobody's to send. */
export function counts(rows: readonly QueriedRecord[] | undefined): ReadonlyMap<string, number> {
  return new Map(
    rowsOf(surveyCount, rows ?? []).flatMap(({ Survey__c, invitations }): [string, number][] =>
      Survey__c === undefined ? [] : [[Survey__c, invitations]],
    ),
  );
}
