import { join } from 'node:path';
import { ACCOUNTS, CONTACTS } from '../answers';
import type { Figure } from '../figures';
import { runService, startProxy } from './helpers';
import { withCopy, type PreparedOrg } from './preparedOrg';
import { writeRows } from './rows';

/** Below the number at which bulk loads begin. */
const STREAMED = 2000;
const RECORDS_A_CALL = 1000;
/** Addresses that fit into the five queries of one call. */
const ADDRESSES_A_CALL = 5 * 200;
/** Bulk API 2.0: create, upload, close, one look at the state, successful, failed and unprocessed results. */
const CALLS_A_JOB = 7;

/** Requests of the service beside the fewest that the platform's API allows, in peace and with 5 % of the requests failing. */
export async function measureCalls(prepared: PreparedOrg, bulk: number): Promise<readonly Figure[]> {
  const lookUps = Math.ceil(CONTACTS / ADDRESSES_A_CALL);
  const parents = ACCOUNTS + CONTACTS;
  const streamFloor = Math.ceil((STREAMED + parents) / RECORDS_A_CALL) + lookUps;
  const bulkFloor = CALLS_A_JOB + Math.ceil(parents / RECORDS_A_CALL) + lookUps;
  return [...(await against(prepared, STREAMED, 'stream', streamFloor)), ...(await against(prepared, bulk, 'bulk', bulkFloor))];
}

async function against(prepared: PreparedOrg, count: number, mode: string, floor: number): Promise<readonly Figure[]> {
  const what = `API calls, ${mode}, ${count.toLocaleString('en')} answers`;
  const calm = await callsOf(prepared, count, 0);
  const shaken = await callsOf(prepared, count, 0.05);
  return [
    { measure: what, value: calm, unit: 'calls', note: `floor ${String(floor)}, new parents and look-ups counted` },
    { measure: `${what} : floor`, value: calm / floor, unit: 'times', note: 'goal: at most 1.1' },
    { measure: `${what}, 5 % faults : floor`, value: shaken / floor, unit: 'times', note: `${String(shaken)} calls; goal: at most 1.3` },
  ];
}

async function callsOf(prepared: PreparedOrg, count: number, faults: number): Promise<number> {
  return withCopy(prepared, async (org) => {
    const proxy = await startProxy(org.url, org.folder, 0, faults);
    try {
      const { answersFile } = writeRows(org.folder, prepared, count, Date.now());
      const env = { ...org.service, SALESFORCE_LOGIN_URL: proxy.url, CUSTOMER_PULSE_RETRY_BASE_MS: '20' };
      await runService(['import', answersFile, '--data', join(org.folder, 'sync'), '--json'], env);
      return await proxy.calls();
    } finally {
      await proxy.stop();
    }
  });
}
