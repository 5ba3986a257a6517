import type { BenchAnswer } from './answers';
import { ACCOUNTS } from './answers';
import { createAll, type BenchOrg } from './benchOrg';

/** Creates the pulses that jsforce's own loops need before they can create a response; not part of their time. */
export async function createPulses(org: BenchOrg): Promise<readonly string[]> {
  const accountPulses = await createAll(
    org.connection,
    'AccountPulse__c',
    org.accountIds.map((id) => ({ Key__c: `A:${id}`, Account__c: id })),
  );
  return createAll(
    org.connection,
    'ContactPulse__c',
    org.contactIds.map((id, n) => ({
      Key__c: `C:${id}:${String(org.accountIds[n % ACCOUNTS])}`,
      Contact__c: id,
      AccountPulse__c: accountPulses[n % ACCOUNTS],
    })),
  );
}

/** The answers as PulseResponse__c records. */
export function responseRecords(
  org: BenchOrg,
  contactPulseIds: readonly string[],
  answers: readonly BenchAnswer[],
): Record<string, unknown>[] {
  return answers.map((answer) => {
    const { contact } = answer;
    return {
      ExternalId__c: `bench:${answer.id}`,
      ContactPulse__c: contactPulseIds[contact],
      Contact__c: org.contactIds[contact],
      Account__c: org.accountIds[contact % ACCOUNTS],
      Rating__c: answer.rating,
      Comment__c: answer.comment,
      RespondedAt__c: answer.respondedAt,
      Source__c: 'bench',
      Touchpoint__c: 'Delivery',
    };
  });
}
