import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Answer, Client } from './client.ts';
import { openPeopledOrg, type PeopledOrg } from './testOrg.ts';

// What governance promises, tried over REST by those who could try: the administrator, the sync service, a reviewer, a user.
const profile = 'Standard User';

describe('an answer', () => {
  let org: PeopledOrg;
  let reviewer: Client;
  let user: Client;
  let userId: string;
  let admin: Client;
  let service: Client;
  let account: string;
  let contact: string;
  let other: string;
  let accountPulse: string;
  let pulse: string;
  let elsewhere: string;
  let answer: string;
  let count = 0;

  before(async () => {
    org = await openPeopledOrg();
    const root = org.admin;
    account = await root.create('Account', { Name: 'Fjordline Logistics' });
    contact = await root.create('Contact', { LastName: 'Berg', AccountId: account });
    other = await root.create('Contact', { LastName: 'Dahl', AccountId: account });
    accountPulse = await root.create('AccountPulse__c', { Key__c: `A:${account}`, Account__c: account });
    const contactPulse = (id: string): Promise<string> =>
      root.create('ContactPulse__c', { Key__c: `C:${id}:${account}`, AccountPulse__c: accountPulse, Contact__c: id });
    pulse = await contactPulse(contact);
    elsewhere = await contactPulse(other);
    reviewer = (await org.person('Reviewer', profile, ['CustomerPulseReviewer'])).client;
    ({ client: user, id: userId } = await org.person('User', profile, ['CustomerPulseUser', 'CustomerPulseComments']));
    admin = (await org.person('Admin', profile, ['CustomerPulseAdmin'])).client;
    service = (await org.person('Service', profile, ['CustomerPulseIntegration'])).client;
  });
  after(() => org.close());

  beforeEach(async () => {
    count++;
    answer = await org.admin.create('PulseResponse__c', {
      ContactPulse__c: pulse,
      ExternalId__c: `web:${String(count)}`,
      Rating__c: 2,
      RespondedAt__c: new Date(Date.now() - 3_600_000).toISOString(),
      Contact__c: contact,
      Account__c: account,
    });
  });

  const change = (client: Client, values: Readonly<Record<string, unknown>>): Promise<Answer> =>
    client.ask('PATCH', `/sobjects/PulseResponse__c/${answer}`, values);
  const override = (client: Client, values: Readonly<Record<string, unknown>>): Promise<Answer> =>
    client.ask('POST', '/sobjects/PulseOverride__c', { Response__c: answer, Why__c: 'A test', ...values });
  const statusOf = async (): Promise<unknown> =>
    ((await org.admin.query(`SELECT Status__c FROM PulseResponse__c WHERE Id = '${answer}'`)).body as { records: { Status__c: string }[] })
      .records[0]?.Status__c;
  const idOf = (made: Answer): string => (made.body as { id: string }).id;
  const refused = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';

  test('is not excluded, moved, given away or renamed directly, not even by the administrator', async () => {
    for (const values of [
      { Status__c: 'Excluded' },
      { Status__c: 'Quarantined' },
      { ContactPulse__c: elsewhere },
      { Contact__c: other },
      { Contact__c: null },
      { ExternalId__c: 'web:another' },
      { ErasedOn__c: '2026-01-01' },
    ]) {
      assert.equal((await change(org.admin, values)).code, refused, JSON.stringify(values));
    }
    assert.equal(await statusOf(), 'Accepted');
  });

  test('is not created as excluded', async () => {
    const values = { ContactPulse__c: pulse, ExternalId__c: 'web:new', RespondedAt__c: '2026-01-01T00:00:00Z', Status__c: 'Excluded' };
    assert.equal((await org.admin.ask('POST', '/sobjects/PulseResponse__c', values)).code, refused);
  });

  test('is excluded by a reviewer with a reason, and then not included by hand', async () => {
    const made = await override(reviewer, { Kind__c: 'Exclude' });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.equal(await statusOf(), 'Excluded');
    assert.equal((await change(org.admin, { Status__c: 'Accepted' })).code, refused);
    assert.equal((await change(org.admin, { Status__c: null })).code, refused);
    assert.equal(await statusOf(), 'Excluded');
  });

  test('does not change with an override that was used before, or that is of another answer', async () => {
    const first = idOf(await override(reviewer, { Kind__c: 'Exclude' }));
    await override(reviewer, { Kind__c: 'Include' });
    assert.equal((await change(org.admin, { Status__c: 'Excluded', LastOverride__c: first })).code, refused);
    assert.equal((await change(org.admin, { LastOverride__c: null })).code, refused);
    assert.equal((await change(org.admin, { LastOverride__c: first })).code, refused);
    const mine = answer;
    answer = await org.admin.create('PulseResponse__c', {
      ContactPulse__c: pulse,
      ExternalId__c: `web:${String(count)}b`,
      RespondedAt__c: '2026-01-01T00:00:00Z',
    });
    assert.equal((await change(org.admin, { Status__c: 'Excluded', LastOverride__c: first })).code, refused);
    answer = mine;
    assert.equal(await statusOf(), 'Accepted');
  });

  test('does not change without a reason why, nor by an override that claims to be applied', async () => {
    assert.equal((await override(reviewer, { Kind__c: 'Exclude', Why__c: '   ' })).code, 'REQUIRED_FIELD_MISSING');
    assert.equal((await override(org.admin, { Kind__c: 'Exclude', AppliedAt__c: '2026-01-01T00:00:00Z' })).code, refused);
    assert.equal(await statusOf(), 'Accepted');
  });

  test('is changed by those who review, not by those who are measured, nor by the service', async () => {
    for (const client of [user, service]) assert.ok((await override(client, { Kind__c: 'Exclude' })).status >= 400);
    assert.ok((await change(user, { Rating__c: 10 })).status >= 400);
    assert.ok((await change(reviewer, { Rating__c: 10 })).status >= 400);
    assert.equal(await statusOf(), 'Accepted');
  });

  test('is linked by the service where it belongs to nobody, and only there', async () => {
    assert.equal((await override(service, { Kind__c: 'Move', ToContactPulse__c: elsewhere })).code, refused);
    const unknown = await org.admin.create('ContactPulse__c', { Key__c: `E:unknown${String(count)}`, AccountPulse__c: accountPulse });
    answer = await org.admin.create('PulseResponse__c', {
      ContactPulse__c: unknown,
      ExternalId__c: `web:${String(count)}u`,
      RespondedAt__c: '2026-01-01T00:00:00Z',
    });
    for (const values of [{ Kind__c: 'Exclude' }, { Kind__c: 'CorrectReasons', NewReason__c: 'Price' }]) {
      assert.ok((await override(service, values)).status >= 400, JSON.stringify(values));
    }
    const linked = await override(service, { Kind__c: 'Move', ToContactPulse__c: elsewhere });
    assert.equal(linked.status, 201, JSON.stringify(linked.body));
    const found = await org.admin.query(`SELECT Contact__c FROM PulseResponse__c WHERE Id = '${answer}'`);
    assert.equal((found.body as { records: { Contact__c: string }[] }).records[0]?.Contact__c, other);
  });

  test('is decided about by a reviewer who has the set of the service as well', async () => {
    const both = (await org.person('Both', profile, ['CustomerPulseReviewer', 'CustomerPulseIntegration'])).client;
    const made = await override(both, { Kind__c: 'Exclude' });
    assert.equal(made.status, 201, JSON.stringify(made.body));
  });

  test('keeps what people decided when it is imported again', async () => {
    await override(reviewer, { Kind__c: 'Exclude' });
    const path = `/sobjects/PulseResponse__c/ExternalId__c/web:${String(count)}`;
    const again = await service.ask('PATCH', path, { Rating__c: 3, RespondedAt__c: '2026-01-02T00:00:00Z', Comment__c: 'Changed' });
    assert.equal(again.status < 300, true, JSON.stringify(again.body));
    assert.equal(await statusOf(), 'Excluded');
    assert.equal((await service.ask('PATCH', path, { Status__c: 'Accepted' })).code, 'INVALID_FIELD_FOR_INSERT_UPDATE');
  });

  test('keeps the rule in collections and in composite requests, where override and change come together', async () => {
    const collection = await org.admin.ask('PATCH', '/composite/sobjects', {
      allOrNone: false,
      records: [{ attributes: { type: 'PulseResponse__c' }, id: answer, Status__c: 'Excluded' }],
    });
    assert.equal((collection.body as { success: boolean }[])[0]?.success, false);
    const composite = await org.admin.ask('POST', '/composite', {
      allOrNone: true,
      compositeRequest: [
        {
          method: 'POST',
          url: '/services/data/v66.0/sobjects/PulseOverride__c',
          referenceId: 'correction',
          body: { Response__c: answer, Kind__c: 'CorrectReasons', NewReason__c: 'Waiting', Why__c: 'Told on the phone' },
        },
        {
          method: 'PATCH',
          url: `/services/data/v66.0/sobjects/PulseResponse__c/${answer}`,
          referenceId: 'change',
          body: { Status__c: 'Excluded', LastOverride__c: '@{correction.id}' },
        },
      ],
    });
    const results = (composite.body as { compositeResponse: { httpStatusCode: number }[] }).compositeResponse;
    assert.ok(results.every(({ httpStatusCode }) => httpStatusCode >= 400));
    assert.equal(await statusOf(), 'Accepted');
  });

  test('keeps its audit: overrides are edited by nobody, and deleted by Admin alone', async () => {
    const made = idOf(await override(reviewer, { Kind__c: 'Exclude' }));
    const path = `/sobjects/PulseOverride__c/${made}`;
    for (const client of [user, reviewer, service]) {
      assert.ok((await client.ask('PATCH', path, { Why__c: 'Another' })).status >= 400);
      assert.ok((await client.ask('DELETE', path)).status >= 400);
    }
    for (const values of [
      { Why__c: 'Another' },
      { Kind__c: 'Include' },
      { AppliedAt__c: null },
      { FromValue__c: 'Excluded' },
      { Response__c: null },
      // What an erasure may blank nobody may write anew under its cover.
      { ErasedOn__c: '2026-01-01', Why__c: 'Another' },
      { ErasedOn__c: '2026-01-01', Why__c: 'Erased', FromValue__c: 'Excluded' },
      { ErasedOn__c: '2026-01-01', Why__c: 'Erased', Response__c: null },
    ])
      assert.equal((await org.admin.ask('PATCH', path, values)).code, refused, JSON.stringify(values));
    assert.equal((await admin.ask('DELETE', path)).status, 204);
    assert.equal(await statusOf(), 'Excluded');
  });

  test('keeps its reasons but for corrections', async () => {
    const reason = await service.create('PulseReason__c', {
      Response__c: answer,
      Reason__c: 'Price',
      Key__c: `web:${String(count)}:Customer:Price`,
    });
    const path = `/sobjects/PulseReason__c/${reason}`;
    assert.equal((await org.admin.ask('PATCH', path, { Reason__c: 'Service' })).code, refused);
    assert.equal((await org.admin.ask('PATCH', path, { Overruled__c: true })).code, refused);
    const forged = { Response__c: answer, Reason__c: 'Service', GivenBy__c: 'Employee' };
    assert.equal((await org.admin.ask('POST', '/sobjects/PulseReason__c', forged)).code, refused);
    const corrected = await override(reviewer, { Kind__c: 'CorrectReasons', CorrectedReason__c: reason, NewReason__c: 'Service' });
    assert.equal(corrected.status, 201, JSON.stringify(corrected.body));
  });

  test('is released from quarantine by an override alone', async () => {
    await override(reviewer, { Kind__c: 'Quarantine', QuarantineReason__c: 'Manual' });
    assert.equal((await change(org.admin, { Status__c: 'Accepted' })).code, refused);
    assert.equal((await override(reviewer, { Kind__c: 'Release' })).status, 201);
    assert.equal(await statusOf(), 'Accepted');
  });

  test('is recorded, asked for and exported by those who may start these flows; parts of flows are started by nobody', async () => {
    const stranger = (await org.person('Stranger', profile, [])).client;
    const viewer = (await org.person('Viewer', profile, ['CustomerPulseViewer'])).client;
    const start = async (client: Client, flow: string, input: Readonly<Record<string, unknown>>): Promise<string | undefined> =>
      (await client.ask('POST', `/actions/custom/flow/${flow}`, { inputs: [input] })).code;
    const outer = ['RecordResponse', 'RequestSurvey', 'Contact_Subflow_ExportPerson'];
    const parts = ['PulseInvitation_Subflow_FindRespondent', 'ContactPulse_Subflow_FindOrMake'];
    for (const client of [stranger, viewer, reviewer])
      for (const flow of [...outer, ...parts]) assert.equal(await start(client, flow, { contactId: contact }), 'INSUFFICIENT_ACCESS', flow);
    for (const client of [stranger, user, admin, service]) {
      for (const flow of parts) assert.equal(await start(client, flow, { contactId: contact }), 'INSUFFICIENT_ACCESS', flow);
      assert.equal(await start(client, 'PulseLog_Subflow_WriteFault', { flowName: 'Forged' }), 'INSUFFICIENT_ACCESS');
      assert.equal(await start(client, 'PulseFollowUp_Subflow_Notify', { title: 'Forged' }), 'INSUFFICIENT_ACCESS');
    }
    assert.equal(await start(user, 'RequestSurvey', { contactId: contact, checkOnly: true }), undefined);
  });

  test('keeps its follow-up: the owner does not point it at another answer, nor takes it off', async () => {
    const made = await org.admin.create('PulseFollowUp__c', { Response__c: answer, CauseKey__c: `T:${String(count)}`, OwnerId: userId });
    const happy = await org.admin.create('PulseResponse__c', {
      ContactPulse__c: elsewhere,
      ExternalId__c: `web:${String(count)}happy`,
      Rating__c: 10,
      RespondedAt__c: '2026-01-01T00:00:00Z',
    });
    for (const value of [happy, null])
      assert.equal((await user.ask('PATCH', `/sobjects/PulseFollowUp__c/${made}`, { Response__c: value })).code, refused);
    const { status } = await user.ask('PATCH', `/sobjects/PulseFollowUp__c/${made}`, { RootCause__c: 'Delivery' });
    assert.equal(status, 204);
  });

  test('is deleted by no permission set', async () => {
    for (const client of [admin, reviewer, user, service])
      assert.ok((await client.ask('DELETE', `/sobjects/PulseResponse__c/${answer}`)).status >= 400);
  });

  test('is forgotten by Admin alone, and cannot be imported again', async () => {
    const request = { Contact__c: contact, Why__c: 'Request' };
    for (const client of [reviewer, user, service])
      assert.ok((await client.ask('POST', '/sobjects/PulseErasure__c', request)).status >= 400);
    const erasure = await admin.create('PulseErasure__c', request);
    await org.idle();
    const { body } = await admin.query(`SELECT Status__c, Contact__c FROM PulseErasure__c WHERE Id = '${erasure}'`);
    const { attributes, ...row } = (body as { records: ({ attributes: unknown } & Record<string, unknown>)[] }).records[0] ?? {};
    assert.ok(attributes);
    assert.deepEqual(row, { Status__c: 'Finished', Contact__c: null });
    const again = await service.ask('PATCH', `/sobjects/PulseResponse__c/ExternalId__c/web:${String(count)}`, {
      ContactPulse__c: elsewhere,
      Rating__c: 2,
      RespondedAt__c: '2026-01-02T00:00:00Z',
    });
    assert.equal(again.code, refused);
    assert.equal((await change(org.admin, { Contact__c: other })).status < 300, true);
    const { body: kept } = await org.admin.query(`SELECT Contact__c, Comment__c FROM PulseResponse__c WHERE Id = '${answer}'`);
    assert.equal((kept as { records: { Contact__c: unknown }[] }).records[0]?.Contact__c, null);
  });
});
