import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { assign, flowXml, number, ref, set, text, variable } from '../../../flow/testing/flowXml.ts';
import { component } from '../../../testing/components.ts';
import { problemsOf, tryToDeploy } from '../../../testing/deployFolder.ts';
import { emptyOrg, type EmptyOrg } from '../../../testing/emptyOrg.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

type Call = (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;

function caller({ url, adminToken }: EmptyOrg): Call {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(url + (path.startsWith('/local-org') ? path : `/services/data/v66.0/${path}`), {
      method,
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.text();
    return { status: response.status, body: response.headers.get('content-type')?.includes('json') === true ? JSON.parse(answer) : answer };
  };
}

const flow = (name: string, xml: string): ReturnType<typeof component> =>
  component('Flow', name, /^<Flow[^>]*>(.*)<\/Flow>$/su.exec(xml)?.[1] ?? '');

const input = '<isInput>true</isInput>';
const output = '<isOutput>true</isOutput>';

const greet = flowXml({
  first: 'First',
  body:
    assign('First', [
      ['greeting', 'Assign', text('Hello {!name}')],
      ['total', 'AssignCount', ref('numbers')],
      ['day', 'Add', number(1)],
      ['account.Description', 'Assign', text('seen')],
    ]) +
    variable('name', 'String', input) +
    variable('numbers', 'Number', `${input}<isCollection>true</isCollection>`) +
    variable('day', 'Date', input + output) +
    variable('account', 'SObject', `${input}${output}<objectType>Account</objectType>`) +
    variable('greeting', 'String', output) +
    variable('total', 'Number', output),
});

const create = flowXml({
  first: 'First',
  body:
    `<recordCreates><name>First</name>${set('LastName', ref('lastName'))}<object>Contact</object></recordCreates>` +
    variable('lastName', 'String', input),
});

const triggered = flowXml({
  first: 'First',
  start: '<object>Account</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordBeforeSave</triggerType>',
  body: assign('First', [['$Record.Description', 'Assign', text('x')]]),
});

async function org(t: TestContext): Promise<Call> {
  const empty = await emptyOrg(t);
  const components = [
    flow('Greet', greet),
    flow('Make', create),
    flow('Triggered', triggered),
    flow('Draft', greet.replace('Active', 'Draft')),
    component(
      'CustomNotificationType',
      'Alarm',
      '<customNotifTypeName>Alarm</customNotifTypeName><desktop>true</desktop><masterLabel>Alarm</masterLabel><mobile>true</mobile>',
    ),
  ];
  const outcome = await tryToDeploy(empty, { components });
  assert.equal(outcome.status, 'Succeeded', problemsOf(outcome).join('\n'));
  assert.deepEqual(problemsOf(outcome, 'Warning'), ['flows/Draft.flow-meta.xml:1: this flow is not active (Draft): stored, not run']);
  return caller(empty);
}

describe('invocable actions over REST', () => {
  test('given an org, then /actions lists what can be called', async (t) => {
    const call = await org(t);
    assert.deepEqual((await call('GET', 'actions')).body, {
      standard: '/services/data/v66.0/actions/standard',
      custom: '/services/data/v66.0/actions/custom',
    });
    assert.deepEqual((await call('GET', 'actions/custom/flow')).body, {
      actions: ['Greet', 'Make'].map((name) => ({
        label: 'Test Flow',
        name,
        type: 'FLOW',
        url: `/services/data/v66.0/actions/custom/flow/${name}`,
      })),
    });
    const { body } = await call('GET', 'actions/standard');
    assert.deepEqual(
      (body as { actions: { name: string }[] }).actions.map(({ name }) => name),
      ['chatterPost', 'customNotificationAction', 'emailSimple'],
    );
    assert.deepEqual((await call('GET', 'actions/custom/apex')).body, { actions: [] });
    const described = (await call('GET', 'actions/custom/flow/Greet')).body as Record<
      string,
      { name: string; type: string; maxOccurs: number }[]
    >;
    assert.deepEqual(
      described['inputs']?.map(({ name, type, maxOccurs }) => [name, type, maxOccurs > 1]),
      [
        ['name', 'STRING', false],
        ['numbers', 'DOUBLE', true],
        ['day', 'DATE', false],
        ['account', 'SOBJECT', false],
      ],
    );
    assert.deepEqual(
      described['outputs']?.map(({ name }) => name),
      ['Flow__InterviewGuid', 'Flow__InterviewStatus', 'day', 'account', 'greeting', 'total'],
    );
  });

  test('given inputs of every type, then each call gets its outputs', async (t) => {
    const call = await org(t);
    const { status, body } = await call('POST', 'actions/custom/flow/Greet', {
      inputs: [{ name: 'Ann', numbers: [1, 2.5], day: '2024-02-28', account: { attributes: { type: 'Account' }, Name: 'Acme' } }, {}],
    });
    assert.equal(status, 200);
    const [first, second] = body as { outputValues: Record<string, unknown> }[];
    const guid = first?.outputValues['Flow__InterviewGuid'];
    assert.match(String(guid), /^[0-9a-f-]{36}$/u);
    assert.deepEqual(first, {
      actionName: 'Greet',
      errors: null,
      invocationId: null,
      isSuccess: true,
      outcome: null,
      outputValues: {
        greeting: 'Hello Ann',
        total: 2,
        day: '2024-02-29',
        account: { attributes: { type: 'Account' }, Name: 'Acme', Description: 'seen' },
        Flow__InterviewGuid: guid,
        Flow__InterviewStatus: 'Finished',
      },
      sortOrder: -1,
      version: 1,
    });
    assert.equal(second?.outputValues['greeting'], 'Hello ');
    assert.equal(second.outputValues['total'], 0);
  });

  test('given a call that fails, then it alone says so and leaves nothing', async (t) => {
    const call = await org(t);
    const mixed = await call('POST', 'actions/custom/flow/Make', { inputs: [{ lastName: 'Lee' }, { lastName: null }] });
    assert.equal(mixed.status, 200);
    const results = mixed.body as { isSuccess: boolean; errors: { statusCode: string; message: string }[] | null }[];
    assert.deepEqual(
      results.map(({ isSuccess }) => isSuccess),
      [true, false],
    );
    assert.match(results[1]?.errors?.[0]?.message ?? '', /An unhandled fault has occurred in this flow.*REQUIRED_FIELD_MISSING/su);
    const contacts = await call('GET', `query?q=${encodeURIComponent('SELECT LastName FROM Contact')}`);
    assert.equal((contacts.body as { totalSize: number }).totalSize, 1);
    assert.equal((await call('POST', 'actions/custom/flow/Make', { inputs: [{}] })).status, 400);
  });

  test('given flows that cannot be called, or inputs that do not fit, then they are refused', async (t) => {
    const call = await org(t);
    for (const name of ['Triggered', 'Draft', 'Nothing']) {
      const { status, body } = await call('POST', `actions/custom/flow/${name}`, { inputs: [{}] });
      assert.deepEqual([status, body], [404, [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]]);
    }
    for (const body of [
      undefined,
      {},
      { inputs: [] },
      { inputs: 'x' },
      { inputs: [{ colour: 'red' }] },
      { inputs: [{ day: 'soon' }] },
      { inputs: [{ numbers: 1 }] },
    ]) {
      const answer = await call('POST', 'actions/custom/flow/Greet', body);
      assert.equal(answer.status, 400, JSON.stringify(body));
      assert.equal((answer.body as { errorCode: string }[])[0]?.errorCode, 'INVALID_API_INPUT');
    }
    assert.equal((await call('PUT', 'actions/custom/flow/Greet', {})).status, 405);
  });

  test('given a standard action, then it runs and the outbox shows what it sent', async (t) => {
    const call = await org(t);
    const types = await call('GET', `query?q=${encodeURIComponent("SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'Alarm'")}`);
    const typeId = (types.body as { records: { Id: string }[] }).records[0]?.Id;
    const users = await call('GET', `query?q=${encodeURIComponent("SELECT Id FROM User WHERE FirstName = 'Ada'")}`);
    const userId = (users.body as { records: { Id: string }[] }).records[0]?.Id;
    const sent = await call('POST', 'actions/standard/customNotificationAction', {
      inputs: [{ customNotifTypeId: typeId, recipientIds: [userId], title: '<b>Fire</b>', body: 'Run', targetId: userId }],
    });
    assert.deepEqual([sent.status, (sent.body as { isSuccess: boolean }[])[0]?.isSuccess], [200, true], JSON.stringify(sent.body));
    await call('POST', 'actions/standard/emailSimple', {
      inputs: [{ emailAddresses: 'a@example.com', emailSubject: 'Hi', emailBody: 'There' }],
    });
    const outbox = (await call('GET', '/local-org/outbox')).body as Record<string, Record<string, unknown>[]>;
    assert.deepEqual(
      outbox['emails']?.map(({ subject, caller: by }) => [subject, by]),
      [['Hi', 'REST']],
    );
    assert.deepEqual(
      outbox['notifications']?.map(({ title, recipients }) => [title, recipients]),
      [['<b>Fire</b>', [userId]]],
    );
    const page = await call('GET', '/local-org/outbox', undefined, { accept: 'text/html' });
    assert.match(String(page.body), /&lt;b&gt;Fire&lt;\/b&gt;/u);
    assert.equal((await call('GET', '/local-org/outbox', undefined, { authorization: 'Bearer nobody' })).status, 401);
  });
});
