import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addUser, type TestUser } from '../testing/users.ts';
import { endLoginAsUrl, loginAsUrl } from './loginAs.ts';
import { startLoginOrg, type LoginOrg } from './testing/loginOrg.ts';

let org: LoginOrg;
let user: TestUser;

before(async () => {
  org = await startLoginOrg();
  user = addUser(org, { values: { FirstName: 'Vera', LastName: 'Viewer' } });
});

after(async () => {
  await org.stop();
});

/** Posts a form as a browser with these cookies does. */
async function post(path: string, form: Readonly<Record<string, string>>, cookie: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${org.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ ...form }),
    headers: { cookie, origin: org.url, ...headers },
    redirect: 'manual',
  });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
  return { status: response.status, location: response.headers.get('location'), cookies };
}

const sid = (token: string): string => `sid=${encodeURIComponent(token)}`;

/** Whether the browser's user may read the history of log-ins, as administrators may. */
async function managesUsers(cookie: string): Promise<boolean> {
  const response = await fetch(`${org.url}/services/data/v66.0/query?q=${encodeURIComponent('SELECT Id FROM LoginHistory')}`, {
    headers: { cookie, 'x-requested-with': 'customer-pulse' },
  });
  return response.ok;
}

describe('log in as', () => {
  it('gives an administrator the session of another user, and their own back', async () => {
    const entered = await post(loginAsUrl, { userId: user.id }, sid(org.adminToken));
    assert.deepEqual([entered.status, entered.location], [303, '/lightning/page/home']);
    assert.equal(await managesUsers(entered.cookies.join('; ')), false);
    const back = await post(endLoginAsUrl, {}, entered.cookies.join('; '));
    assert.deepEqual([back.status, back.location], [303, '/lightning/setup/ManageUsers/home']);
    assert.equal(back.cookies[0], sid(org.adminToken));
    assert.equal(back.cookies[1], 'sid_own=');
    assert.equal(await managesUsers(back.cookies[0]), true);
  });

  it('is refused to others, to forms of other sites, and twice', async () => {
    assert.equal((await post(loginAsUrl, { userId: user.id }, sid(user.token))).status, 403);
    assert.equal((await post(loginAsUrl, { userId: user.id }, sid(org.adminToken), { origin: 'http://evil.example' })).status, 403);
    assert.equal((await post(loginAsUrl, { userId: user.id }, sid(org.adminToken), { 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await post(loginAsUrl, { userId: '005000000000000AAA' }, sid(org.adminToken))).status, 404);
    const { cookies } = await post(loginAsUrl, { userId: user.id }, sid(org.adminToken));
    assert.equal((await post(loginAsUrl, { userId: user.id }, cookies.join('; '))).status, 403);
  });
});

describe('the history of log-ins', () => {
  it('keeps each door, and wrong passwords', async () => {
    const id = await org.createUser('door@example.com', 'secret-1234');
    const client = { client_id: org.clientId, client_secret: org.clientSecret };
    const password = { grant_type: 'password', ...client, username: 'door@example.com' };
    await org.token({ ...password, password: 'wrong' });
    await org.token({ ...password, password: 'secret-1234' });
    await post('/login', { username: 'door@example.com', pw: 'secret-1234' }, '', {
      'user-agent': 'Mozilla/5.0 (X11; Linux) Chrome/140.0 Safari/537.36',
    });
    await post('/login', { username: 'nobody@example.com', pw: 'secret-1234' }, '');
    await org.token({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: org.jwt({ sub: 'door@example.com' }) });
    const soql = `SELECT LoginType, LoginSubType, Status, Browser, SourceIp FROM LoginHistory WHERE UserId = '${id}' ORDER BY Id`;
    const response = await fetch(`${org.url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, {
      headers: { authorization: `Bearer ${org.adminToken}` },
    });
    const { records } = (await response.json()) as { records: readonly Record<string, unknown>[] };
    assert.deepEqual(
      records.map((row) => [row['LoginType'], row['LoginSubType'], row['Status'], row['Browser'], row['SourceIp']]),
      [
        ['Remote Access 2.0', 'OauthUsernamePassword', 'Invalid Password', 'Unknown', '127.0.0.1'],
        ['Remote Access 2.0', 'OauthUsernamePassword', 'Success', 'Unknown', '127.0.0.1'],
        ['Application', 'UiLogin', 'Success', 'Chrome 140', '127.0.0.1'],
        ['Remote Access 2.0', 'OauthJwtBearer', 'Success', 'Unknown', '127.0.0.1'],
      ],
    );
    const seen = await user.call('GET', `query?q=${encodeURIComponent('SELECT Id FROM LoginHistory')}`);
    assert.notEqual(seen.status, 200, 'only who manages users reads the history');
  });
});
