import type { BenchOrg } from '../benchOrg';
import { ACCOUNTS, benchAnswer } from '../answers';
import { bulkInsert } from '../bulkLoad';
import { untilAsyncWorkIsDone } from '../../orgConnection';
import { createPulses } from '../responses';

const TOUCHPOINTS = ['Sales', 'Onboarding', 'Delivery', 'Service', 'Support', 'Billing'];
const CHANNELS = ['Email', 'Web', 'Phone', 'App'];
const COUNTRIES = ['Denmark', 'Germany', 'France', 'Spain', 'Italy'];
const SEGMENTS = ['A', 'B', 'C'];
const REASONS = ['Price', 'Delivery', 'Quality', 'Staff', 'Product'];
const HEADER =
  'ExternalId__c,ContactPulse__c,Contact__c,Account__c,Rating__c,Comment__c,RespondedAt__c,Source__c,Touchpoint__c,Channel__c,Program__c,Status__c,QuarantineReason__c';

/** Fills the org with answers of both programs, every touchpoint and channel, some of them quarantined or without a rating. */
export async function loadAnswers(org: BenchOrg, count: number): Promise<void> {
  await describeCustomers(org);
  const pulses = await createPulses(org);
  const now = Date.now();
  await bulkInsert(org, 'PulseResponse__c', HEADER, count, (index) => {
    const answer = benchAnswer(index, now);
    const quarantined = index % 50 === 0;
    return [
      `bench:${answer.id}`,
      pulses[answer.contact],
      org.contactIds[answer.contact],
      org.accountIds[answer.contact % ACCOUNTS],
      index % 20 === 0 ? '' : String(answer.rating),
      `"${answer.comment}"`,
      answer.respondedAt,
      'bench',
      TOUCHPOINTS[index % TOUCHPOINTS.length],
      CHANNELS[index % CHANNELS.length],
      index % 3 === 0 ? 'Relational' : 'Transactional',
      quarantined ? 'Quarantined' : 'Accepted',
      quarantined ? 'Burst' : '',
    ].join(',');
  });
  await untilAsyncWorkIsDone(org.connection);
}

async function describeCustomers({ connection, accountIds, contactIds }: BenchOrg): Promise<void> {
  const accounts = accountIds.map((Id, n) => ({
    Id,
    BillingCountry: COUNTRIES[n % COUNTRIES.length],
    PulseSegment__c: SEGMENTS[n % SEGMENTS.length],
  }));
  await connection.sobject('Account').update(accounts, { allOrNone: true });
  for (let start = 0; start < contactIds.length; start += 200) {
    const contacts = contactIds.slice(start, start + 200).map((Id, n) => ({ Id, Department: `Department ${String(n % 8)}` }));
    await connection.sobject('Contact').update(contacts, { allOrNone: true });
  }
}

/** Two reasons of each tenth answer. */
export async function loadReasons(org: BenchOrg, orgResponseIds: readonly string[]): Promise<void> {
  await bulkInsert(org, 'PulseReason__c', 'Response__c,Reason__c,GivenBy__c,Key__c', orgResponseIds.length * 2, (index) => {
    const response = orgResponseIds[Math.floor(index / 2)] ?? '';
    const reason = REASONS[(index * 3) % REASONS.length] ?? '';
    return [response, reason, 'Customer', `${response}:${String(index % 2)}`].join(',');
  });
}
