/** `Account.Pulse__c` -> `Account.Pulse__r` */
export function relationshipOf(lookup: string): string {
  return lookup.replace(/__c$/, '__r');
}
