import { join } from 'node:path';
import { needed } from '../orgConnection';
import type { BenchOrg } from './benchOrg';
import { percentile, type Figure } from './figures';
import { startBareReads } from './bareReads';

const READS = 300;
const WARM_UP = 30;
const FIELDS = ['ExternalId__c', 'Rating__c', 'RespondedAt__c', 'Touchpoint__c', 'Comment__c'];
const PULSE_FIELDS = ['Score__c', 'PriorScore__c', 'Trend__c', 'Band__c', 'RatingCount__c', 'ResponseCount__c', 'LastResponseAt__c'];
const PAGE_SIZE = 50;

/**
 * A page of a related list and a pulse record by UI API, beside a bare server that answers the same
 * question with one hand-written statement: both over HTTP, from the same file, in turns.
 */
export async function measureReads(org: BenchOrg, pulse: string): Promise<readonly Figure[]> {
  const bare = await startBareReads(join(org.folder, 'org.sqlite'));
  try {
    const ui = `${org.url}/services/data/v${needed(org.env, 'SALESFORCE_API_VERSION')}/ui-api`;
    const fieldsOf = (object: string, fields: readonly string[]): string => fields.map((field) => `${object}.${field}`).join(',');
    const list = `${ui}/related-list-records/${pulse}/Responses__r?fields=${fieldsOf('PulseResponse__c', FIELDS)}&sortBy=-PulseResponse__c.RespondedAt__c&pageSize=${String(PAGE_SIZE)}`;
    const record = `${ui}/records/${pulse}?fields=${fieldsOf('ContactPulse__c', PULSE_FIELDS)}`;
    const token = needed(org.env, 'SALESFORCE_ACCESS_TOKEN');
    return [
      await compare(`related list of 100,000, page of ${String(PAGE_SIZE)}`, list, `${bare.url}/responses?pulse=${pulse}`, token),
      await compare('pulse record', record, `${bare.url}/pulse?id=${pulse}`, token),
    ].flat();
  } finally {
    bare.stop();
  }
}

async function compare(what: string, url: string, bareUrl: string, token: string): Promise<readonly Figure[]> {
  const times: number[] = [];
  const bareTimes: number[] = [];
  for (let read = 0; read < WARM_UP + READS; read += 1) {
    const bareTime = await timeRead(bareUrl, token);
    const time = await timeRead(url, token);
    if (read < WARM_UP) continue;
    times.push(time);
    bareTimes.push(bareTime);
  }
  const p95 = percentile(times, 0.95);
  const bareP95 = percentile(bareTimes, 0.95);
  return [
    { measure: `${what}, p95`, value: p95, unit: 'ms', note: `bare SQL over HTTP ${bareP95.toPrecision(3)} ms` },
    { measure: `${what} : bare SQL, p95`, value: p95 / bareP95, unit: 'times', note: 'goal: at most 3' },
  ];
}

async function timeRead(url: string, token: string): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  const body = await response.text();
  const time = performance.now() - startedAt;
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}: ${body}`);
  return time;
}
