import { join } from 'node:path';
import { ACCOUNTS, CONTACTS } from '../answers';
import type { Figure } from '../figures';
import { runService, startProxy, type Faults } from './helpers';
import { withCopy, type PreparedOrg } from './preparedOrg';
import { writeRows } from './rows';

/** Enough for the calls of one run to be compared: of few, a single one too many is a quarter. */
const STREAMED = 20_000;
const RECORDS_A_COLLECTION = 200;
const COLLECTIONS_A_CALL = 5;
/** Addresses that fit into the five queries of one call. */
const ADDRESSES_A_CALL = 5 * 200;
/** Bulk API 2.0: create, upload, close, one look at the state, successful, failed and unprocessed results. */
const CALLS_A_JOB = 7;

/** At 5 %. */
const CALLS_WITH_A_FAULT = 20;

/** Requests of the service beside the fewest that the platform's API allows, in peace and with 5 % of the requests failing. */
export async function measureCalls(prepared: PreparedOrg, bulk: number): Promise<readonly Figure[]> {
  const lookUps = Math.ceil(CONTACTS / ADDRESSES_A_CALL);
  const streamFloor = callsFor(STREAMED, CONTACTS, ACCOUNTS) + lookUps;
  const bulkFloor = CALLS_A_JOB + callsFor(CONTACTS, ACCOUNTS) + lookUps;
  return [...(await against(prepared, STREAMED, 'stream', streamFloor)), ...(await against(prepared, bulk, 'bulk', bulkFloor))];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Composite calls for so many records of each object: a collection holds records of one object. */
function callsFor(...records: readonly number[]): number {
  const collections = records.reduce((sum, count) => sum + Math.ceil(count / RECORDS_A_COLLECTION), 0);
  return Math.ceil(collections / COLLECTIONS_A_CALL);
}

async function against(prepared: PreparedOrg, count: number, mode: 'stream' | 'bulk', floor: number): Promise<readonly Figure[]> {
  const what = `API calls, ${mode}, ${count.toLocaleString('en')} answers`;
  const calm = await callsOf(prepared, count, mode, { share: 0 });
  const shaken: number[] = [];
  // One fault in a run of eight calls were more than 5 %: the runs follow one another as one.
  for (let begin = 0; begin < CALLS_WITH_A_FAULT; begin = sum(shaken)) {
    shaken.push(await callsOf(prepared, count, mode, { share: 1 / CALLS_WITH_A_FAULT, begin }));
  }
  return [
    { measure: what, value: calm, unit: 'calls', note: `floor ${String(floor)}, new parents and look-ups counted` },
    { measure: `${what} : floor`, value: calm / floor, unit: 'times', note: 'goal: at most 1.1' },
    {
      measure: `${what}, 5 % faults : floor`,
      value: sum(shaken) / (shaken.length * floor),
      unit: 'times',
      note: `${shaken.join(' and ')} calls; goal: at most 1.3`,
    },
  ];
}

async function callsOf(prepared: PreparedOrg, count: number, mode: 'stream' | 'bulk', faults: Faults): Promise<number> {
  return withCopy(prepared, async (org) => {
    const proxy = await startProxy(org.url, org.folder, 0, faults);
    try {
      const { answersFile } = writeRows(org.folder, prepared, count, Date.now());
      const env = {
        ...org.service,
        SALESFORCE_LOGIN_URL: proxy.url,
        CUSTOMER_PULSE_RETRY_BASE_MS: '20',
        ...(mode === 'stream' ? { CUSTOMER_PULSE__PUSH__BULK_FROM: '0' } : {}),
      };
      await runService(['import', answersFile, '--data', join(org.folder, 'sync'), '--json'], env);
      return await proxy.calls();
    } finally {
      await proxy.stop();
    }
  });
}
