import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startCliOrg, type CliOrg } from './cliOrg';

let org: CliOrg;

before(async () => {
  org = await startCliOrg();
});

after(async () => {
  await org.stop();
});

test('given the JWT key of org.env, when the CLI has logged in, then it shows and lists the org', async () => {
  const shown = await org.result<Record<string, string>>('org display');
  assert.equal(shown['connectedStatus'], 'Connected');
  assert.equal(shown['username'], org.env['SALESFORCE_USERNAME']);
  const listed = await org.result<{ nonScratchOrgs: { username: string; isDevHub: boolean }[] }>('org list');
  assert.deepEqual(
    listed.nonScratchOrgs.map(({ username, isDevHub }) => [username, isDevHub]),
    [[org.env['SALESFORCE_USERNAME'], false]],
  );
});

test('given an access token, when the CLI logs in with it, then it is the same user; a wrong one is refused', async () => {
  const command = 'org login access-token --instance-url $SALESFORCE_INSTANCE_URL --no-prompt';
  const { orgId } = await org.result<{ orgId: string }>(command, { SF_ACCESS_TOKEN: org.env['SALESFORCE_ACCESS_TOKEN'] ?? '' });
  assert.match(orgId, /^00D\w{15}$/u);
  const wrong = await org.sf(`${command} --json`, { SF_ACCESS_TOKEN: `${orgId}!wrong.token.of.nobody` });
  assert.equal(wrong.exitCode, 1);
  assert.match(wrong.stdout, /Bad_OAuth_Token/u);
});

test('given a user whose key is another, when the CLI logs in by JWT, then it is refused with the reason', async () => {
  const command =
    'org login jwt --client-id $SALESFORCE_CLIENT_ID --jwt-key-file $SALESFORCE_JWT_KEY_FILE ' +
    '--username nobody@example.com --instance-url $SALESFORCE_INSTANCE_URL';
  assert.match((await org.failure(command)).message ?? '', /user hasn't approved this consumer/u);
});

test('given the URL of `org open`, when a browser follows it, then it is let in once', async () => {
  const { url } = await org.result<{ url: string }>('org open --url-only --path lightning/page/home');
  const first = await fetch(url, { redirect: 'manual' });
  assert.equal(first.status, 302);
  assert.equal(first.headers.get('location'), '/lightning/page/home');
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  assert.equal((await fetch(`${org.url}/lightning/page/home`, { headers: { cookie } })).status, 200);
  assert.equal((await fetch(url, { redirect: 'manual' })).status, 401);
});

test('given the org, when it is asked for limits, objects and users, then it tells them', async () => {
  const limits = await org.result<{ name: string; max: number; remaining: number }[]>('org list limits');
  const requests = limits.find(({ name }) => name === 'DailyApiRequests');
  assert.ok(requests !== undefined && requests.remaining < requests.max);
  assert.ok((await org.result<string[]>('sobject list --sobject all')).includes('Account'));
  const account = await org.result<{ fields: { name: string }[] }>('sobject describe --sobject Account');
  assert.ok(account.fields.some(({ name }) => name === 'Industry'));
  const flow = await org.result<{ name: string }>('sobject describe --sobject Flow --use-tooling-api');
  assert.equal(flow.name, 'Flow');
  assert.equal((await org.result<unknown[]>('org list users')).length, 1);
});

test('given a permission set that is not there and a licence, when they are assigned, then the CLI says so', async () => {
  assert.match(JSON.stringify(await org.failure('org assign permset --name Nothing')), /Nothing.*not found/u);
  assert.match(JSON.stringify(await org.failure('org assign permsetlicense --name Nothing')), /PermissionSetLicense/u);
});

test('given a user of their own, when a password is generated, then they log in with it and with JWT', async () => {
  const profile = await org.result<{ records: { Id: string }[] }>(
    `data query --query "SELECT Id FROM Profile WHERE Name = 'Standard User'"`,
  );
  const values =
    `Username='bo@example.com' LastName='Ek' Email='bo@example.com' Alias='bo' ProfileId='${profile.records[0]?.Id ?? ''}' ` +
    "TimeZoneSidKey='Asia/Tokyo' LocaleSidKey='en_US' LanguageLocaleKey='en_US' EmailEncodingKey='UTF-8'";
  await org.result(`data create record --sobject User --values "${values}"`);
  await org.result(
    'org login jwt --client-id $SALESFORCE_CLIENT_ID --jwt-key-file $SALESFORCE_JWT_KEY_FILE ' +
      '--username bo@example.com --instance-url $SALESFORCE_INSTANCE_URL',
  );
  const { password } = await org.result<{ password: string }>('org generate password --target-org bo@example.com');
  const form = {
    grant_type: 'password',
    client_id: org.env['SALESFORCE_CLIENT_ID'] ?? '',
    client_secret: org.env['SALESFORCE_CLIENT_SECRET'] ?? '',
    username: 'bo@example.com',
    password,
  };
  const answer = await fetch(`${org.url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  assert.equal(answer.status, 200);
});
