import type { ReadyInvitation } from '../sender.ts';

/** What an answer has to bring back, under the names by which sources know it on every platform. */
export function hiddenFields({ id, surveyKey, contactId, touchpoint }: ReadyInvitation): Readonly<Record<string, string>> {
  return {
    pulse_invitation: id,
    pulse_survey: surveyKey,
    ...(contactId === undefined ? {} : { pulse_contact_id: contactId }),
    ...(touchpoint === undefined ? {} : { pulse_touchpoint: touchpoint }),
  };
}
