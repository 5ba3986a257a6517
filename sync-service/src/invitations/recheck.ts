import { giveBack } from './claim.ts';
import { countInvitations, type Desk } from './desk.ts';
import { inputsPerCall, requestSurvey, type SurveyVerdict } from './org/requestSurvey.ts';
import type { InvitationRecord } from './org/records.ts';

/** Length of `SuppressionDetail__c`. */
const longestDetail = 255;

/**
 * Asks the org's own rules once more, right before the hand-over: somebody may have opted out, opened a case or been put on hold since.
 * Who must not be asked becomes Suppressed, with the reason; who could not be checked is given back.
 * @returns those that may be sent
 */
export async function recheck(
  desk: Desk,
  records: readonly InvitationRecord[],
  surveyKey: (record: InvitationRecord) => string,
): Promise<readonly InvitationRecord[]> {
  const may: InvitationRecord[] = [];
  const suppressed: { readonly record: InvitationRecord; readonly verdict: SurveyVerdict }[] = [];
  const unchecked: string[] = [];
  for (let start = 0; start < records.length; start += inputsPerCall) {
    const part = records.slice(start, start + inputsPerCall);
    const verdicts = await requestSurvey(
      desk.org.client,
      part.map(({ Id }) => ({ checkOnly: true, recheckInvitationId: Id })),
    );
    part.forEach((record, index) => {
      const verdict = verdicts[index];
      if (verdict?.outcome === 'Requested') may.push(record);
      else if (verdict?.outcome === 'Suppressed') suppressed.push({ record, verdict });
      else unchecked.push(record.Id);
    });
  }
  await desk.org.change(
    suppressed.map(({ record, verdict }) => ({
      Id: record.Id,
      Status__c: 'Suppressed',
      SuppressionReason__c: verdict.reason ?? null,
      SuppressionDetail__c: verdict.detail?.slice(0, longestDetail) ?? null,
    })),
  );
  for (const { record } of suppressed) countInvitations(desk, surveyKey(record), 'suppressed');
  if (unchecked.length > 0) desk.telemetry.log.warn('invitations.unchecked', { count: unchecked.length });
  await giveBack(desk, unchecked);
  return may;
}
