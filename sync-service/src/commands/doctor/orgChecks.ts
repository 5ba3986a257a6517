import { z } from 'zod';
import type { Config } from '../../config/configSchema.ts';
import { orgSettingsOf } from '../../config/salesforceSection.ts';
import { asError, PulseError } from '../../errors.ts';
import { checkFields } from '../../push/ownFields.ts';
import { SalesforceClient } from '../../salesforce/client.ts';
import { queryAll } from '../../salesforce/composite.ts';
import { OrgUnavailable, RequestRefused } from '../../salesforce/errors.ts';
import { whoAsks } from '../../verify/whoAsks.ts';
import { ok, problem, skipped, warning, type Finding } from './finding.ts';
import { needsOf } from './needs.ts';
import { permissionFindings } from './permissionChecks.ts';

/** What was found about the org, and the client to tell it with, where it can be reached. */
export interface OrgFindings {
  readonly findings: readonly Finding[];
  readonly client?: SalesforceClient;
  /** Id of the org, where the credentials work. */
  readonly orgId?: string;
}

/** Few and short tries: somebody waits for the answer. */
const impatient = { baseMs: 300, longestMs: 2_000, attempts: 3 };

/** Looks at the org as the service's own user. Costs about 15 API calls. */
export async function orgFindings(config: Config, environment: NodeJS.ProcessEnv): Promise<OrgFindings> {
  let client: SalesforceClient;
  try {
    client = new SalesforceClient(orgSettingsOf(config.salesforce, environment), { backoff: impatient, timeoutMs: 20_000 });
  } catch (thrown) {
    if (!(thrown instanceof PulseError)) throw thrown;
    return { findings: [problem('org', thrown.message, 'Write it into the section salesforce, or run: customer-pulse init')] };
  }
  let user: { readonly userId: string; readonly timeZone: string };
  try {
    user = await whoAsks(client);
  } catch (thrown) {
    return { findings: [problem('org', asError(thrown).message, logInFix(thrown))] };
  }
  const orgId = await client.orgId();
  const findings = [
    ok('org', `Logged in${orgId === undefined ? '' : ` to ${orgId}`} as the user ${user.userId}, API ${client.apiVersion}.`),
  ];
  const look = async (about: string, check: () => Promise<readonly Finding[]>): Promise<void> => {
    findings.push(...(await check().catch((thrown: unknown) => [couldNotLook(about, thrown)])));
  };
  findings.push(...clock(client));
  await look('package', () => packageFindings(client));
  await look('permissions', () => permissionFindings(client, needsOf(config)));
  await look('fields', () => ownFields(client, config));
  await look('limits', () => limits(client, config));
  if (config.invitations.senders.length > 0) {
    await look('invitations', () => asking(client));
    findings.push(...capDay(config, user.timeZone));
  }
  return { findings, client, ...(orgId === undefined ? {} : { orgId }) };
}

function logInFix(thrown: unknown): string {
  if (thrown instanceof RequestRefused)
    return thrown.code === 'UNSUPPORTED_API_VERSION'
      ? 'Set salesforce.apiVersion (or SALESFORCE_API_VERSION) to a version that the org has; without it 66.0 counts.'
      : 'Give the user the permission set Customer Pulse Integration, and the External Client App the scope api.';
  if (!(thrown instanceof OrgUnavailable)) return 'Run it again; if it stays, look at the network between here and Salesforce.';
  if (thrown.trouble === 'no calls left')
    return 'Nothing has to be put right here: calls come free again within 24 hours. Setup > System Overview shows the limit, API usage who uses them.';
  if (thrown.trouble === 'not reached')
    return 'Check the address (salesforce.loginUrl), DNS, proxy and firewall between here and it; status.salesforce.com tells whether Salesforce is away.';
  return 'Check the address, the consumer key and secret, and that the External Client App allows the client credentials flow with a run-as user.';
}

function couldNotLook(about: string, thrown: unknown): Finding {
  if (thrown instanceof PulseError) return skipped(about, `Could not be looked at: ${thrown.message}`);
  throw thrown;
}

function clock(client: SalesforceClient): readonly Finding[] {
  const seconds = Math.round(Math.abs(client.clockAheadMs) / 1_000);
  if (seconds < 60) return [ok('clock', 'The clock of this machine agrees with the org.')];
  const words = `The clock of this machine is ${seconds} s ${client.clockAheadMs > 0 ? 'behind' : 'ahead of'} the org.`;
  const fix =
    'Let the machine keep time by NTP (timedatectl set-ntp true): signatures of webhooks older or newer than 5 minutes are refused.';
  return [seconds > 240 ? problem('clock', words, fix) : warning('clock', words, fix)];
}

/** Any org has users; one that has the package has its objects. */
async function packageFindings(client: SalesforceClient): Promise<readonly Finding[]> {
  const found = await seen(client, 'PulseResponse__c');
  if (found) return [ok('package', 'The package is there.')];
  const fix = 'Deploy it (docs/guide/setup.md, Install), and give the user of the service the permission set Customer Pulse Integration.';
  return [problem('package', 'The org has no object PulseResponse__c, or the user may not see it.', fix)];
}

async function seen(client: SalesforceClient, object: string): Promise<boolean> {
  try {
    await client.request('GET', client.path(`/sobjects/${object}`), undefined, { kind: 'describe' });
    return true;
  } catch (thrown) {
    if (thrown instanceof RequestRefused) return false;
    throw thrown;
  }
}

async function ownFields(client: SalesforceClient, { fields }: Config): Promise<readonly Finding[]> {
  if (fields.response.length === 0) return [];
  const { ready, problems, blocked } = await checkFields(client, fields.response);
  if (problems.length === 0) return [ok('fields', `All ${ready.length} fields of your own can be filled.`)];
  const fix = 'Create the field on PulseResponse__c and give edit access to it, or correct the section fields.';
  return problems.map((words) => (blocked.length > 0 ? problem('fields', words, fix) : warning('fields', words, fix)));
}

const amount = z.object({ Max: z.number(), Remaining: z.number() });
const limitsReply = z.object({ DailyApiRequests: amount.optional(), DataStorageMB: amount.optional() });

async function limits(client: SalesforceClient, { push }: Config): Promise<readonly Finding[]> {
  const { DailyApiRequests: calls, DataStorageMB: storage } = limitsReply.parse(await client.request('GET', client.path('/limits')));
  return [...callsLeft(calls, push.apiReservePercent), ...storageLeft(storage)];
}

function callsLeft(calls: z.output<typeof amount> | undefined, reserve: number): readonly Finding[] {
  if (calls === undefined || calls.Max === 0) return [skipped('limits', 'The org does not tell how many API calls are left.')];
  const words = `${calls.Remaining} of ${calls.Max} API calls of the last 24 hours are left; ${reserve} % are left to others.`;
  if (calls.Remaining > (calls.Max * reserve) / 100) return [ok('limits', words)];
  return [
    problem(
      'limits',
      words,
      'The service waits until calls come free again. Find who uses them: Setup, System Overview, API usage; or lower push.apiReservePercent.',
    ),
  ];
}

function storageLeft(storage: z.output<typeof amount> | undefined): readonly Finding[] {
  if (storage === undefined || storage.Max === 0) return [];
  const words = `${storage.Remaining} of ${storage.Max} MB of data storage are left (an answer takes about 2 KB, with its reasons 4).`;
  if (storage.Remaining > storage.Max * 0.05) return [ok('limits', words)];
  return [problem('limits', words, 'Free storage or buy some: the org refuses new records when it is full. Answers wait until then.')];
}

/** The rules of asking live in the flow; the service must be able to call it. */
async function asking(client: SalesforceClient): Promise<readonly Finding[]> {
  const surveys = await queryAll(client, ["SELECT Key__c FROM PulseSurvey__c WHERE Status__c = 'Active' LIMIT 50"]);
  const found =
    surveys.length > 0
      ? ok('invitations', `${surveys.length} surveys are active.`)
      : warning('invitations', 'No survey is active in the org: nothing will be asked.', 'Make one: docs/guide/asking.md.');
  try {
    await client.request('GET', client.path('/actions/custom/flow/RequestSurvey'), undefined, { kind: 'describe' });
    return [found, ok('invitations', 'The flow RequestSurvey can be called.')];
  } catch (thrown) {
    if (!(thrown instanceof RequestRefused)) throw thrown;
    const fix = 'Activate the flow RequestSurvey, and give the user the permission set Customer Pulse Integration, which may run it.';
    return [
      found,
      problem('invitations', 'The flow RequestSurvey cannot be called: invitations are not checked again, so none is sent.', fix),
    ];
  }
}

function capDay({ invitations }: Config, userZone: string): readonly Finding[] {
  if (invitations.timeZone === userZone) return [];
  return [
    warning(
      'time zone',
      `The day of the daily cap begins at midnight in ${invitations.timeZone}; the user of the service lives in ${userZone}.`,
      `If that is not wanted, set invitations.timeZone: ${userZone}.`,
    ),
  ];
}
