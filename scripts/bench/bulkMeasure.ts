import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNTS, benchAnswer } from './answers';
import { copyBare } from './bareInserts';
import { withBenchOrg, type BenchOrg } from './benchOrg';
import { bulkInsert } from './bulkLoad';
import type { Figure } from './figures';
import { createPulses } from './responses';

const HEADER = 'ExternalId__c,ContactPulse__c,Contact__c,Account__c,Rating__c,Comment__c,RespondedAt__c,Source__c,Touchpoint__c';

/** Answers by Bulk API 2.0 with flow and roll-ups to contact and account, beside bare inserts of the same rows. */
export async function measureBulk(count: number): Promise<readonly Figure[]> {
  return withBenchOrg(async (org) => {
    const lineOf = answerLines(org, await createPulses(org), Date.now());
    const { seconds, jobs } = await bulkInsert(org, 'PulseResponse__c', HEADER, count, lineOf);
    const peak = peakMemory(org.pid);
    await checkTotals(org, count);
    const bareSeconds = copyBare(join(org.folder, 'org.sqlite'), 'PulseResponse__c');
    return [
      {
        measure: `Bulk API 2.0, ${count.toLocaleString('en')} answers`,
        value: count / seconds,
        unit: 'records/s',
        note: `${String(jobs)} jobs, flow and roll-ups included`,
      },
      { measure: 'bare node:sqlite, the same rows', value: count / bareSeconds, unit: 'records/s', note: 'same indexes, batches of 200' },
      { measure: 'Bulk API 2.0 : bare node:sqlite', value: bareSeconds / seconds, unit: 'of the rate', note: 'goal: at least 0.2' },
      ...(peak === undefined ? [] : [{ measure: 'local-org, most memory', value: peak, unit: 'MB', note: 'goal: below 700' }]),
    ];
  });
}

function answerLines(org: BenchOrg, pulseIds: readonly string[], now: number): (index: number) => string {
  return (index) => {
    const answer = benchAnswer(index, now);
    const { contact } = answer;
    return [
      `bench:${answer.id}`,
      pulseIds[contact],
      org.contactIds[contact],
      org.accountIds[contact % ACCOUNTS],
      String(answer.rating),
      `"${answer.comment}"`,
      answer.respondedAt,
      'bench',
      'Delivery',
    ].join(',');
  };
}

/** The roll-ups must be right, or speed means nothing. */
async function checkTotals(org: BenchOrg, count: number): Promise<void> {
  const { records } = await org.connection.query<{ total: number }>('SELECT SUM(ResponseCount__c) total FROM AccountPulse__c');
  if (records[0]?.total !== count) throw new Error(`The account pulses count ${String(records[0]?.total)} answers of ${String(count)}.`);
}

/** MB that the process held at its peak; undefined where the kernel does not tell. */
export function peakMemory(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined;
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
