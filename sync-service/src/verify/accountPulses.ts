import type { SalesforceClient } from '../salesforce/client.ts';
import { soqlText } from '../salesforce/soql.ts';
import { comparePulse, figuresPerPulse, type Difference } from './compare.ts';
import { checkContactPulses } from './contactPulses.ts';
import { Figures } from './figures.ts';
import { readAgain, storedPulses, type StoredPulse } from './storedPulses.ts';

/** What a check has found so far. */
export interface Findings {
  accountPulses: number;
  contactPulses: number;
  /** Accepted answers that the recomputation rests on. */
  answers: number;
  figures: number;
  /** Pulses that differ only because the roll-over of this day has not reached them. */
  waiting: number;
  readonly differences: Difference[];
  /** Account pulses by segment (blank: none) and band. */
  readonly bands: Map<string, Map<string, number>>;
}

export function nothingFound(): Findings {
  return { accountPulses: 0, contactPulses: 0, answers: 0, figures: 0, waiting: 0, differences: [], bands: new Map() };
}

/** Account pulses that differ and are summed once more, respondent by respondent, lest an answer arrived meanwhile. */
const summedAgain = 100;

/**
 * Compares every contact pulse with its answers, page by page, and then every account pulse with the sum of its contact pulses'
 * answers. Kept in memory are the sums of each account, never an answer.
 * @param account id of the one account pulse to check; all when left out
 */
export async function checkPulses(client: SalesforceClient, account: string | undefined, zone: string): Promise<Findings> {
  const found = nothingFound();
  const sums = await checkRespondents(client, account, zone, found);
  let again = summedAgain;
  for await (const page of storedPulses(client, 'AccountPulse__c', account === undefined ? undefined : `Id = ${soqlText(account)}`)) {
    for (const pulse of page) {
      found.accountPulses += 1;
      found.figures += figuresPerPulse;
      countBand(found, pulse);
      const differences = compareSum(pulse, sums);
      if (differences.length === 0) continue;
      found.differences.push(...(again-- > 0 ? await secondLook(client, pulse.id, zone) : differences));
    }
  }
  return found;
}

/** Sums of the answers of each account pulse, by its id. */
async function checkRespondents(
  client: SalesforceClient,
  account: string | undefined,
  zone: string,
  found: Findings,
): Promise<ReadonlyMap<string, Figures>> {
  const sums = new Map<string, Figures>();
  const where = account === undefined ? undefined : `AccountPulse__c = ${soqlText(account)}`;
  for await (const page of storedPulses(client, 'ContactPulse__c', where)) {
    const { figures, differences, waiting } = await checkContactPulses(client, page, zone);
    found.contactPulses += page.length;
    found.figures += page.length * figuresPerPulse;
    found.waiting += waiting.length;
    found.differences.push(...differences);
    for (const { id, fields } of page) {
      const some = figures.get(id);
      if (some === undefined) continue;
      const parent = String(fields['AccountPulse__c']);
      const sum = sums.get(parent) ?? new Figures();
      sums.set(parent, sum);
      sum.addAll(some);
      found.answers += some.of('ResponseCount__c');
    }
  }
  return sums;
}

function compareSum(pulse: StoredPulse, sums: ReadonlyMap<string, Figures>): readonly Difference[] {
  return comparePulse('AccountPulse__c', pulse, sums.get(pulse.id) ?? new Figures());
}

async function secondLook(client: SalesforceClient, id: string, zone: string): Promise<readonly Difference[]> {
  const sums = await checkRespondents(client, id, zone, nothingFound());
  const [pulse] = await readAgain(client, 'AccountPulse__c', [id]);
  return pulse === undefined ? [] : compareSum(pulse, sums);
}

function countBand({ bands }: Findings, { fields }: StoredPulse): void {
  const segment = textOf(fields['Segment__c']);
  const some = bands.get(segment) ?? new Map<string, number>();
  bands.set(segment, some);
  const band = textOf(fields['Band__c']);
  some.set(band, (some.get(band) ?? 0) + 1);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
