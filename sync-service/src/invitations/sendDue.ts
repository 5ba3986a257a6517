import { claim, findDue, giveBack, type Share } from './claim.ts';
import { roomToday } from './dailyCap.ts';
import type { Desk } from './desk.ts';
import { handOver, type Parcel } from './handOver.ts';
import type { InvitationRecord } from './org/records.ts';
import { readyInvitation } from './ready.ts';
import { recheck } from './recheck.ts';
import { versionsOf } from './reminders.ts';
import type { InvitationSender } from './sender.ts';
import type { Situation, SurveyInfo } from './situation.ts';
import { tellOrg } from './tell.ts';

/** A claim that ends this soon is not begun with any more. */
const marginMs = 60_000;

/**
 * Takes a batch of what is due and sends it.
 * @returns how many were tried; 0 when there is nothing (more) to do now
 */
export async function sendDue(desk: Desk, situation: Situation, signal: AbortSignal): Promise<number> {
  const ids = await findDue(desk, shares(desk, situation), situation.now);
  const deadline = desk.clock() + desk.settings.claimMinutes * 60_000 - marginMs;
  const claimed = await claim(desk, ids, situation);
  const held = new Set(claimed.map(({ Id }) => Id));
  try {
    const surveyOf = (record: InvitationRecord): SurveyInfo | undefined => situation.surveys.get(record.Survey__c ?? '');
    const checked = await recheck(desk, claimed, (record) => surveyOf(record)?.key ?? '');
    claimed.forEach(({ Id }) => held.delete(Id));
    checked.forEach(({ Id }) => held.add(Id));
    for (const [sender, parcels] of await parcelsBySender(desk, checked, surveyOf)) {
      const { untouched } = await handOver(desk, sender, parcels, signal, deadline);
      parcels.forEach(({ invitation }) => held.delete(invitation.id));
      await giveBack(desk, untouched);
    }
    await tellOrg(desk);
  } finally {
    // What an error left in our hands (an org that went away) would wait for the end of the claim otherwise.
    await giveBack(desk, [...held]).catch(() => undefined);
  }
  return ids.length;
}

/** Which surveys have something to send, somebody who takes it, and room left today; each gets its fair part of the batch. */
function shares(desk: Desk, situation: Situation): readonly Share[] {
  const wanting = [...situation.due].flatMap(([surveyId, due]): { survey: SurveyInfo; wants: number }[] => {
    const survey = situation.surveys.get(surveyId);
    if (survey === undefined) return [];
    const sender = desk.senders.for(survey.key);
    if (sender === undefined) {
      desk.problems.add(`${due} invitations of the survey ${survey.key} are due, and no sender is set up for it.`);
      return [];
    }
    const wants = Math.min(due, roomToday(survey.cap, situation.usedToday.get(surveyId) ?? 0));
    return wants > 0 && desk.senders.takesNow(sender) ? [{ survey, wants }] : [];
  });
  const fair = Math.max(1, Math.floor(desk.settings.batchSize / Math.max(1, wanting.length)));
  return wanting.slice(0, desk.settings.batchSize).map(({ survey, wants }) => ({ survey, take: Math.min(wants, fair) }));
}

async function parcelsBySender(
  desk: Desk,
  records: readonly InvitationRecord[],
  surveyOf: (record: InvitationRecord) => SurveyInfo | undefined,
): Promise<ReadonlyMap<InvitationSender, readonly Parcel[]>> {
  await desk.wordings.learn(
    records.flatMap((record) => {
      const survey = surveyOf(record);
      return survey === undefined ? [] : versionsOf(survey, [record]);
    }),
  );
  const parcels = new Map<InvitationSender, Parcel[]>();
  for (const record of records) {
    const survey = surveyOf(record);
    const sender = survey === undefined ? undefined : desk.senders.for(survey.key);
    if (survey === undefined || sender === undefined) continue;
    const invitation = readyInvitation(record, 'first', survey, desk.wordings.of(survey.id, record.SurveyVersion__c));
    const stamp = record.ClaimedUntil__c;
    if (invitation !== undefined && stamp !== undefined) parcels.set(sender, [...(parcels.get(sender) ?? []), { invitation, stamp }]);
  }
  return parcels;
}
