import { readOrgSettings } from '../salesforce/orgSettings.ts';
import { SetupError } from '../errors.ts';
import { SalesforceClient, type ClientOptions } from '../salesforce/client.ts';
import { queryAll } from '../salesforce/composite.ts';
import { soqlText } from '../salesforce/soql.ts';
import { checkPulses } from './accountPulses.ts';
import type { Difference } from './compare.ts';
import { checkFlags } from './flagChecks.ts';
import { checkSegments, type SegmentFigures } from './segments.ts';
import { whoAsks } from './whoAsks.ts';
import { writeCheck } from './writeCheck.ts';

/** What to check and where. */
export interface VerifyOptions {
  /** Id of an account or an account pulse, or the key of an account pulse; everything when left out. */
  readonly account?: string;
  /** False: no PulseCheck__c is written. */
  readonly write: boolean;
  readonly environment: NodeJS.ProcessEnv;
  readonly client?: ClientOptions;
}

/** A segment as the report shows it. */
export interface SegmentReport extends SegmentFigures {
  /** Account pulses by band; blank: no score. */
  readonly bands: Readonly<Record<string, number>>;
}

/** The outcome of a check. */
export interface CheckReport {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** `Everything`, or the key of the account pulse that was checked. */
  readonly scope: string;
  readonly accountPulses: number;
  readonly contactPulses: number;
  readonly answers: number;
  readonly figures: number;
  /** Figures and flags that differ. */
  readonly differenceCount: number;
  /** Contact pulses that differ only because the nightly roll-over of this day has not reached them: no difference. */
  readonly waiting: number;
  /** Without the tail of very many. */
  readonly differences: readonly Difference[];
  /** Of everything; none for a single account. */
  readonly segments: readonly SegmentReport[];
  readonly apiCalls: number;
  readonly seconds: number;
  /** The PulseCheck__c that was written. */
  readonly check?: string;
}

/** Differences that a report names. */
const mostNamed = 500;

/**
 * Compares what the org's pulses show with what its answers say, by aggregate queries and in pages.
 * @throws PulseError when the org cannot be asked, or has no such account pulse
 */
export async function verify(options: VerifyOptions): Promise<CheckReport> {
  const started = new Date();
  const client = new SalesforceClient(readOrgSettings(options.environment), options.client);
  const { userId, timeZone } = await whoAsks(client);
  const pulse = options.account === undefined ? undefined : await accountPulse(client, options.account);

  const found = await checkPulses(client, pulse?.id, timeZone);
  const flags = await checkFlags(
    client,
    pulse === undefined ? undefined : `ContactPulse__r.AccountPulse__c = ${soqlText(pulse.id)}`,
    timeZone,
  );
  const { segments, differences: ofSegments } = pulse === undefined ? await checkSegments(client) : { segments: [], differences: [] };
  // While a roll-over is due, the sums of segments lag behind as its pulses do.
  const differences = [...found.differences, ...flags.differences, ...(found.waiting === 0 ? ofSegments : [])];
  const unnamed = flags.count - flags.differences.length;

  const finished = new Date();
  const report: CheckReport = {
    startedAt: started.toISOString(),
    finishedAt: finished.toISOString(),
    scope: pulse?.key ?? 'Everything',
    accountPulses: found.accountPulses,
    contactPulses: found.contactPulses,
    answers: found.answers,
    figures: found.figures,
    differenceCount: differences.length + unnamed,
    waiting: found.waiting,
    differences: differences.slice(0, mostNamed),
    segments: segments.map((one) => ({ ...one, bands: bandsOf(found.bands, one.segment) })),
    apiCalls: client.calls,
    seconds: (finished.getTime() - started.getTime()) / 1000,
  };
  if (!options.write) return report;
  const check = await writeCheck(client, report, userId);
  return { ...report, check, apiCalls: client.calls };
}

/** What the command exits with: 1 when a figure differs. */
export function exitCodeOfCheck({ differenceCount }: CheckReport): number {
  return differenceCount === 0 ? 0 : 1;
}

async function accountPulse(client: SalesforceClient, name: string): Promise<{ readonly id: string; readonly key: string }> {
  const isId = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(name);
  const field = isId ? (name.startsWith('001') ? 'Account__c' : 'Id') : 'Key__c';
  const [found] = await queryAll(client, [
    `SELECT Id, Key__c FROM AccountPulse__c WHERE ${field} = ${soqlText(name)} ORDER BY CreatedDate LIMIT 1`,
  ]);
  if (found === undefined)
    throw new SetupError(`The org has no account pulse for ${name}: give the id of an account, or the id or key of its pulse.`);
  return { id: String(found['Id']), key: typeof found['Key__c'] === 'string' ? found['Key__c'] : name };
}

function bandsOf(bands: ReadonlyMap<string, ReadonlyMap<string, number>>, segment: string): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const [name, some] of bands) {
    if (segment !== 'All' && name !== segment) continue;
    for (const [band, count] of some) counted[band] = (counted[band] ?? 0) + count;
  }
  return counted;
}
