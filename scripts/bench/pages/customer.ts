import { createAll, type BenchOrg } from '../benchOrg';
import { ACCOUNTS } from '../answers';

const DAY = 86_400_000;
const TOUCHPOINTS = ['Sales', 'Delivery', 'Service', 'Invoicing'] as const;

/** Which account of the bench's org has how many answers. */
export interface BenchCustomer {
  readonly accountId: string;
  /** One of its contacts. */
  readonly contactId: string;
  /** One of its answers. */
  readonly responseId: string;
}

/** Gives one account answers of all its contacts, spread over two years and four touchpoints. */
export async function customerWithAnswers(org: BenchOrg, account: number, answers: number): Promise<BenchCustomer> {
  const { connection } = org;
  const accountId = org.accountIds[account] ?? '';
  const contactIds = org.contactIds.filter((_, index) => index % ACCOUNTS === account);
  const [pulse] = await createAll(connection, 'AccountPulse__c', [{ Key__c: `A:${accountId}`, Account__c: accountId }]);
  const contactPulses = await createAll(
    connection,
    'ContactPulse__c',
    contactIds.map((id) => ({ Key__c: `C:${id}:${accountId}`, Contact__c: id, AccountPulse__c: pulse })),
  );
  const now = Date.now();
  const responses = Array.from({ length: answers }, (_, index) => ({
    ExternalId__c: `bench-page:${String(account)}-${String(index)}`,
    ContactPulse__c: contactPulses[index % contactPulses.length],
    Contact__c: contactIds[index % contactIds.length],
    Account__c: accountId,
    Rating__c: (index * 31) % 11,
    Comment__c: `Answer number ${String(index)}: ${index % 3 === 0 ? 'late, and nobody called' : 'on time, thank you'}.`,
    // None so fresh that it starts follow-ups: what is measured is drawing, not what flows do.
    RespondedAt__c: new Date(now - (31 + ((index * 197) % 690)) * DAY).toISOString(),
    Source__c: 'bench',
    Touchpoint__c: TOUCHPOINTS[index % TOUCHPOINTS.length],
  }));
  const [responseId] = await createAll(connection, 'PulseResponse__c', responses);
  return { accountId, contactId: contactIds[0] ?? '', responseId: responseId ?? '' };
}
