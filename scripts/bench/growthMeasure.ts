import { createAll, withBenchOrg, type BenchOrg } from './benchOrg';
import { benchAnswer } from './answers';
import { bulkInsert } from './bulkLoad';
import { percentile, type Figure } from './figures';
import { measureReads } from './readMeasure';

/** Answers that one contact, and through it one account, has before a save is timed. */
const SIZES = [10, 1_000, 100_000];
const SAVES = 60;
const HEADER = 'ExternalId__c,ContactPulse__c,Rating__c,Comment__c,RespondedAt__c,Source__c,Touchpoint__c';

/** Whether one save takes longer the more answers its account has; then reads from the largest. */
export async function measureGrowth(): Promise<readonly Figure[]> {
  return withBenchOrg(async (org) => {
    const now = Date.now();
    const pulses: string[] = [];
    for (const [place, size] of SIZES.entries()) pulses.push(await pulseWith(org, place, size, now));
    const medians: number[] = [];
    for (const [place, pulse] of pulses.entries()) medians.push(percentile(await timeSaves(org, pulse, place, now), 0.5));
    const least = medians[0] ?? Number.NaN;
    return [
      ...medians.map((median, place) => ({
        measure: `one save beside ${(SIZES[place] ?? 0).toLocaleString('en')} answers, median of ${String(SAVES)}`,
        value: median,
        unit: 'ms',
        note: place === 0 ? 'one record a call' : `${(median / least).toFixed(2)} times the first`,
      })),
      ...(await measureReads(org, pulses.at(-1) ?? '')),
    ];
  });
}

async function pulseWith(org: BenchOrg, place: number, size: number, now: number): Promise<string> {
  const account = org.accountIds[place];
  const [accountPulse] = await createAll(org.connection, 'AccountPulse__c', [{ Key__c: `A:${String(account)}`, Account__c: account }]);
  const contact = org.contactIds[place];
  const key = `C:${String(contact)}:${String(account)}`;
  const [pulse = ''] = await createAll(org.connection, 'ContactPulse__c', [
    { Key__c: key, Contact__c: contact, AccountPulse__c: accountPulse },
  ]);
  await bulkInsert(org, 'PulseResponse__c', HEADER, size, (index) => {
    const answer = benchAnswer(index, now);
    return `grow:${String(place)}:${answer.id},${pulse},${String(answer.rating)},"${answer.comment}",${answer.respondedAt},bench,Delivery`;
  });
  return pulse;
}

async function timeSaves(org: BenchOrg, pulse: string, place: number, now: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < SAVES; index += 1) {
    const answer = benchAnswer(index, now);
    const record = {
      ExternalId__c: `save:${String(place)}:${answer.id}`,
      ContactPulse__c: pulse,
      // Good ratings: no follow-up runs beside the next save.
      Rating__c: 9,
      RespondedAt__c: answer.respondedAt,
    };
    const startedAt = performance.now();
    await org.connection.sobject('PulseResponse__c').create(record);
    times.push(performance.now() - startedAt);
  }
  return times;
}
