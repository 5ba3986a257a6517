import { FOLLOW_UP_OBJECT, GUIDE_FIELDS } from './guideFields';
import { relationshipOf } from './relationships';
import { RESPONSE_FIELDS } from './responseFields';

const LOOKUPS = ['response', 'account', 'contact', 'problem'] as const;

/** Fields to ask of the follow-up, qualified: its own, and the names of what it is about. */
export function guideFields(): string[] {
  const own = Object.values(GUIDE_FIELDS).map((field) => `${FOLLOW_UP_OBJECT}.${field}`);
  const names = LOOKUPS.map((lookup) => `${FOLLOW_UP_OBJECT}.${relationshipOf(GUIDE_FIELDS[lookup])}.Name`);
  const ofAnswer = [RESPONSE_FIELDS.rating, RESPONSE_FIELDS.comment].map(
    (field) => `${FOLLOW_UP_OBJECT}.${relationshipOf(GUIDE_FIELDS.response)}.${field}`,
  );
  return [...own, ...names, ...ofAnswer];
}
