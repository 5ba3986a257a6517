import { z } from 'zod';
import type { SalesforceClient } from '../../salesforce/client.ts';
import { queryAll } from '../../salesforce/composite.ts';
import { RequestRefused } from '../../salesforce/errors.ts';
import { queriesByValue } from '../../salesforce/soql.ts';
import { requestSurvey, type SurveyRequest, type SurveyVerdict } from '../org/requestSurvey.ts';

/** A request with what stands in `RequestedBy__c` of its invitation. */
export type TaggedRequest = SurveyRequest & { readonly requestedBy: string };

const made = z.object({
  Id: z.string(),
  RequestedBy__c: z.string(),
  Status__c: z.string(),
  SuppressionReason__c: z.string().nullish(),
  SuppressionDetail__c: z.string().nullish(),
});

/** The org's clock may be behind ours, so the time is generous; it only keeps the search from reading everything. */
const marginMs = 24 * 3_600_000;

/**
 * Puts requests to the org as one batch.
 * @param mayBeThere true when a run before may have put them already: those are looked up, not put again
 * @param since when the run began
 */
export async function askOrg(
  client: SalesforceClient,
  requests: readonly TaggedRequest[],
  mayBeThere: boolean,
  since: string,
  checkOnly = false,
): Promise<readonly SurveyVerdict[]> {
  const there = mayBeThere ? await madeBefore(client, requests, since) : new Map<string, SurveyVerdict>();
  const open = requests.filter(({ requestedBy }) => !there.has(requestedBy));
  const verdicts = await requestAll(client, open);
  // A reply that got lost was asked for again, and then our own invitation stands in the way. It says that it is ours.
  const doubtful = checkOnly ? [] : open.filter((_, index) => verdicts[index]?.reason === 'AlreadyAsked');
  const ours = doubtful.length === 0 ? undefined : await madeBefore(client, doubtful, since);
  const found = new Map(open.map(({ requestedBy }, index) => [requestedBy, verdicts[index]]));
  return requests.map(({ requestedBy }) => {
    const own = ours?.get(requestedBy);
    const verdict = own?.outcome === 'Requested' ? own : (found.get(requestedBy) ?? there.get(requestedBy));
    return verdict ?? { outcome: 'Failed' };
  });
}

/** A call that is refused as a whole because every one of it failed says so for each. */
async function requestAll(client: SalesforceClient, requests: readonly SurveyRequest[]): Promise<readonly SurveyVerdict[]> {
  try {
    return await requestSurvey(client, requests);
  } catch (thrown) {
    if (!(thrown instanceof RequestRefused) || thrown.status !== 400) throw thrown;
    if (requests.length === 1) return [{ outcome: 'Failed', detail: thrown.message }];
    const middle = Math.ceil(requests.length / 2);
    return [...(await requestAll(client, requests.slice(0, middle))), ...(await requestAll(client, requests.slice(middle)))];
  }
}

/** What the org already made of these requests. One that was both made and, asked again, suppressed counts as made. */
async function madeBefore(
  client: SalesforceClient,
  requests: readonly TaggedRequest[],
  since: string,
): Promise<Map<string, SurveyVerdict>> {
  const from = new Date(Date.parse(since) - marginMs).toISOString();
  const queries = queriesByValue(
    'SELECT Id, RequestedBy__c, Status__c, SuppressionReason__c, SuppressionDetail__c FROM PulseInvitation__c',
    'RequestedBy__c',
    requests.map(({ requestedBy }) => requestedBy),
  ).map((query) => `${query} AND CreatedDate >= ${from}`);
  const verdicts = new Map<string, SurveyVerdict>();
  for (const row of z.array(made).parse(await queryAll(client, queries))) {
    const known = verdicts.get(row.RequestedBy__c);
    if (known?.outcome !== 'Requested') verdicts.set(row.RequestedBy__c, verdictOf(row));
  }
  return verdicts;
}

function verdictOf({ Id, Status__c, SuppressionReason__c: reason, SuppressionDetail__c: detail }: z.infer<typeof made>): SurveyVerdict {
  return {
    outcome: Status__c === 'Suppressed' ? 'Suppressed' : 'Requested',
    invitationId: Id,
    ...(reason == null ? {} : { reason }),
    ...(detail == null ? {} : { detail }),
  };
}
