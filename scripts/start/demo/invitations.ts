import type { Connection } from 'jsforce';

/** One contact in so many is asked, and one invitation in so many is on its way already. */
const ASK_EVERY = 6;
const SEND_EVERY = 3;
/** Calls of a flow that one request may hold, and records of one save. */
const MOST_CALLS = 200;
const CLAIM_MINUTES = 10;

interface Invocation {
  readonly isSuccess: boolean;
  readonly outputValues: { readonly outcome: string; readonly invitationId: string } | null;
}

/**
 * Asks some of the demo's customers through the flow that admins call, so that invitations and reasons why not can be
 * seen; sends some of them as a sender would. Does nothing when somebody was asked before.
 */
export async function askSomeCustomers(connection: Connection, surveyKeys: readonly string[]): Promise<void> {
  const { totalSize } = await connection.query('SELECT Id FROM PulseInvitation__c LIMIT 1');
  if (totalSize > 0) return;
  const contacts = await connection.query<{ Id: string }>('SELECT Id FROM Contact ORDER BY Email LIMIT 2000');
  const inputs = contacts.records
    .filter((_, index) => index % ASK_EVERY === 0)
    .slice(0, MOST_CALLS)
    .map(({ Id }, index) => ({ contactId: Id, surveyKey: surveyKeys[index % surveyKeys.length], delayHours: 0, requestedBy: 'Demo' }));
  const results = await connection.request<readonly Invocation[]>({
    method: 'POST',
    url: `${connection.instanceUrl}/services/data/v${connection.version}/actions/custom/flow/RequestSurvey`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs }),
  });
  const made = results.flatMap(({ outputValues }) => (outputValues?.outcome === 'Requested' ? [outputValues.invitationId] : []));
  await send(
    connection,
    made.filter((_, index) => index % SEND_EVERY === 0),
  );
}

/** Claims the invitations and tells that they were sent. */
async function send(connection: Connection, ids: readonly string[]): Promise<void> {
  const until = new Date(Date.now() + CLAIM_MINUTES * 60_000).toISOString();
  const claim = ids.map((Id) => ({ Id, Status__c: 'Claimed', ClaimedBy__c: 'Demo', ClaimedUntil__c: until }));
  for (const records of [claim, ids.map((Id) => ({ Id, Status__c: 'Sent' }))]) {
    const results = await connection.sobject('PulseInvitation__c').update(records, { allOrNone: false });
    const refused = results.flatMap((result) => (result.success ? [] : result.errors.map((error) => error.message)));
    if (refused.length > 0) throw new Error(`The demo's invitations were refused: ${refused.join('; ')}`);
  }
}
