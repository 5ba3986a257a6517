import type { SendingResult } from '../store/ports/sendings.ts';
import { sendingId } from '../store/sendingStore.ts';
import { countInvitations, type Desk } from './desk.ts';
import { handOverLeaseMs, send } from './handOver.ts';
import { rowsOf } from './org/invitationOrg.ts';
import { reminderCondition } from './org/queries.ts';
import { invitationRecord, type InvitationRecord } from './org/records.ts';
import { readyInvitation } from './ready.ts';
import type { InvitationSender, ReadyInvitation } from './sender.ts';
import type { Situation, SurveyInfo } from './situation.ts';

const chunkSize = 25;

/** Sends the reminders that are due. @returns how many were begun */
export async function sendReminders(desk: Desk, situation: Situation, signal: AbortSignal): Promise<number> {
  let begun = 0;
  for (const [surveyId] of situation.reminders) {
    const survey = situation.surveys.get(surveyId);
    const sender = survey === undefined ? undefined : desk.senders.for(survey.key);
    if (survey === undefined || sender?.reminds !== true) continue;
    while (!signal.aborted && desk.senders.takesNow(sender)) {
      const sent = await remindSome(desk, survey, sender, situation.now, signal);
      begun += sent;
      if (sent === 0) break;
    }
  }
  return begun;
}

/**
 * A reminder is taken by writing its time: the org lets that happen once, and only where the customer may still be asked. The hand-over
 * is noted first, with that time, so that after a crash whoever finds the time in the org knows whether it was ours.
 */
async function remindSome(desk: Desk, survey: SurveyInfo, sender: InvitationSender, now: string, signal: AbortSignal): Promise<number> {
  const [rows = []] = await desk.org.query(
    desk.org.readQuery(`${reminderCondition(now)} AND Survey__c = '${survey.id}' ORDER BY RemindAt__c, Id LIMIT ${chunkSize}`),
  );
  const records = rowsOf(invitationRecord, rows);
  await desk.wordings.learn(versionsOf(survey, records));
  const ready = records.flatMap(
    (record) => readyInvitation(record, 'reminder', survey, desk.wordings.of(survey.id, record.SurveyVersion__c)) ?? [],
  );
  const stamp = wholeSecond(desk.now());
  const begun = await desk.store.intendSendings(
    ready.map(({ id, surveyKey }) => ({ invitationId: id, kind: 'reminder', surveyKey, sender: sender.name, stamp })),
    desk.holder,
    handOverLeaseMs,
  );
  const ours = ready.filter((_, index) => begun[index] === true);
  const { taken, refused } = await take(desk, survey, ours, stamp);
  await send(desk, sender, taken, signal);
  return taken.length + refused;
}

/** Writes the time of the reminder; where a rule of the org refuses, there is none, and nobody asks for it again. */
async function take(
  desk: Desk,
  survey: SurveyInfo,
  ours: readonly ReadyInvitation[],
  stamp: string,
): Promise<{ readonly taken: readonly ReadyInvitation[]; readonly refused: number }> {
  const changed = await desk.org.change(ours.map(({ id }) => ({ Id: id, RemindedAt__c: stamp })));
  const failed = changed.filter((one) => !one.ok);
  const refused = failed.filter(({ code }) => code === 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
  await desk.org.change(refused.map(({ id: Id }) => ({ Id, RemindAt__c: null })));
  await desk.store.settleSendings(
    failed.map(({ id: invitationId }): SendingResult => ({ id: sendingId({ invitationId, kind: 'reminder' }), state: 'released' })),
  );
  countInvitations(desk, survey.key, 'reminder refused', refused.length);
  const gone = new Set(failed.map(({ id }) => id));
  return { taken: ours.filter(({ id }) => !gone.has(id)), refused: refused.length };
}

/** The org keeps times to the second: what is written has to be what is read again. */
function wholeSecond(time: Date): string {
  return new Date(Math.floor(time.getTime() / 1000) * 1000).toISOString();
}

/** The versions whose wordings are needed. */
export function versionsOf(
  survey: SurveyInfo,
  records: readonly InvitationRecord[],
): readonly { readonly surveyId: string; readonly version: number }[] {
  return records.flatMap(({ SurveyVersion__c: version }) => (version === undefined ? [] : [{ surveyId: survey.id, version }]));
}
