// Generated from lwc-ts-src/pulseSetup/stepRecords.ts by `npm run build:lwc`. Change the source, not this file.
import { named } from 'c/setupChecks';
/** Object in which ticks are kept. */
export const STEP_OBJECT = named('PulseSetupStep__c');
/** More records than there are steps. */
const MOST = 200;
export const STEP_RECORDS_QUERY = `query pulseSetupSteps { uiapi { query {
  steps: ${STEP_OBJECT}(first: ${MOST}) { edges { node {
    Id
    key: ${named('Key__c')} { value }
    status: ${named('Status__c')} { value }
    source: ${named('Source__c')} @optional { value }
    checkedAt: ${named('CheckedAt__c')} @optional { value }
    detail: ${named('Detail__c')} @optional { value }
    by: LastModifiedBy @optional { Name @optional { value } }
  } } }
} } }`;
/** The records by the key of their step. */
export function stepRecords(data) {
    const nodes = (data.uiapi.query.steps?.edges ?? []).map(({ node }) => node);
    return Object.fromEntries(nodes.map((node) => [node.key?.value ?? '', stepRecord(node)]));
}
function stepRecord({ Id, status, source, checkedAt, detail, by }) {
    const known = STATUSES.find((candidate) => candidate === status?.value) ?? 'Missing';
    return {
        id: Id,
        status: known,
        isFromDoctor: source?.value === 'Doctor',
        checkedAt: checkedAt?.value ?? '',
        detail: detail?.value ?? '',
        by: by?.Name?.value ?? '',
    };
}
const STATUSES = ['Done', 'Missing', 'NotNeeded'];
/** What to write of a tick; with the record's id it changes that one. */
export function tickFields(key, title, status, now) {
    return {
        Name: title.slice(0, 80),
        [named('Key__c')]: key,
        [named('Status__c')]: status,
        [named('Source__c')]: 'Admin',
        [named('CheckedAt__c')]: now.toISOString(),
        [named('Detail__c')]: null,
    };
}
