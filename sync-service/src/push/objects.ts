import type { ParentObject } from '../store/store.ts';

/** Objects this service writes answers into. */
export type PushObject = ParentObject | 'PulseResponse__c' | 'PulseReason__c';

/** In the order in which they have to exist. */
export const parentObjects: readonly ParentObject[] = ['PulseSurvey__c', 'AccountPulse__c', 'ContactPulse__c'];

/** The unique external id of an object. */
export function externalIdFieldOf(object: PushObject): string {
  return object === 'PulseResponse__c' ? 'ExternalId__c' : 'Key__c';
}
