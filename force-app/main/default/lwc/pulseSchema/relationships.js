// Generated from lwc-ts-src/pulseSchema/relationships.ts by `npm run build:lwc`. Change the source, not this file.
/** `Account.Pulse__c` -> `Account.Pulse__r` */
export function relationshipOf(lookup) {
    return lookup.replace(/__c$/, '__r');
}
