import type { SalesforceClient } from '../../salesforce/client.ts';
import { queryAll } from '../../salesforce/composite.ts';
import type { Finding } from './finding.ts';

/** The step of the setup page that says whether the service is connected. */
const step = 'serviceConnected';
const detailLength = 255;

/**
 * Tells the setup page in the org what was found. A step that an administrator declared not needed is left alone.
 * @returns what was told
 */
export async function tellSetupPage(
  client: SalesforceClient,
  findings: readonly Finding[],
  version: string,
): Promise<'Done' | 'Missing' | 'NotNeeded'> {
  const [record] = await queryAll(client, [`SELECT Status__c FROM PulseSetupStep__c WHERE Key__c = '${step}'`]);
  if (record?.['Status__c'] === 'NotNeeded') return 'NotNeeded';
  const problems = findings.filter(({ state }) => state === 'problem');
  const status = problems.length === 0 ? 'Done' : 'Missing';
  const [first] = problems;
  const detail =
    first === undefined
      ? `customer-pulse ${version} is connected and found nothing wrong.`
      : `${problems.length === 1 ? 'One thing is' : `${problems.length} things are`} wrong. ${first.about}: ${first.words}`;
  await client.request('PATCH', client.path(`/sobjects/PulseSetupStep__c/Key__c/${step}`), {
    Status__c: status,
    Source__c: 'Doctor',
    CheckedAt__c: client.orgTime().toISOString(),
    Detail__c: detail.length > detailLength ? `${detail.slice(0, detailLength - 1)}…` : detail,
  });
  return status;
}
