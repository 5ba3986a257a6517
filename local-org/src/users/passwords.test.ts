import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startLoginOrg, type LoginOrg, type TokenReply } from '../oauth/testing/loginOrg.ts';

let org: LoginOrg;
let userId: string;

before(async () => {
  org = await startLoginOrg();
  userId = await org.createUser('bo@example.com', 'secret-1234');
});

after(async () => {
  await org.stop();
});

function logIn(password: string): Promise<TokenReply> {
  const { clientId, clientSecret } = org;
  return org.token({ grant_type: 'password', client_id: clientId, client_secret: clientSecret, username: 'bo@example.com', password });
}

async function ask(method: string, id: string, body?: unknown, token = org.adminToken): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${org.url}/services/data/v66.0/sobjects/User/${id}/password`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

describe('the password of a user', () => {
  it('is told to be expired after a reset, until it is set', async () => {
    assert.deepEqual(await ask('GET', userId), { status: 200, body: { isExpired: false } });
    const reset = await ask('DELETE', userId);
    const { NewPassword: random } = reset.body as { NewPassword: string };
    assert.equal((await logIn('secret-1234')).status, 400);
    assert.equal((await logIn(random)).status, 200);
    assert.deepEqual((await ask('GET', userId)).body, { isExpired: true });
    assert.deepEqual(await ask('POST', userId, { NewPassword: 'another-1234' }), { status: 204, body: undefined });
    assert.deepEqual((await ask('GET', userId)).body, { isExpired: false });
    assert.equal((await logIn('another-1234')).status, 200);
  });

  it('is held to the policy', async () => {
    await ask('POST', userId, { NewPassword: 'another-1234' });
    for (const weak of ['short1', 'onlyletters', '1234567890', 'bo@example.com1', 'another-1234']) {
      const { status, body } = await ask('POST', userId, { NewPassword: weak });
      assert.deepEqual([status, (body as { errorCode: string }[])[0]?.errorCode], [400, 'INVALID_NEW_PASSWORD'], weak);
    }
  });

  it('is the affair of the user and of administrators', async () => {
    await ask('POST', userId, { NewPassword: 'mine-1234' });
    const own = (await logIn('mine-1234')).body['access_token'] ?? '';
    const adminId = org.org.sessions.userIdOf(org.adminToken) ?? '';
    assert.equal((await ask('POST', userId, { NewPassword: 'mine-5678' }, own)).status, 204);
    assert.equal((await ask('DELETE', adminId, undefined, own)).status, 403);
    assert.equal((await ask('GET', '005000000000000AAA')).status, 404);
  });

  it('is stored as a salted hash only', () => {
    const rows = JSON.stringify(org.org.database.prepare('SELECT * FROM local_password').all());
    assert.ok(!rows.includes(org.env.SALESFORCE_PASSWORD));
  });
});

describe('a user of their own', () => {
  it('brings zone, locale and language to what runs for them', async () => {
    await ask('POST', userId, { NewPassword: 'zone-1234' });
    const token = (await logIn('zone-1234')).body['access_token'] ?? '';
    const id = org.org.sessions.userIdOf(token) ?? '';
    const user = org.org.user(id);
    assert.deepEqual([user?.timeZone, user?.locale, user?.language], ['America/New_York', 'de_DE', 'de']);
    const info = (await (
      await fetch(`${org.url}/services/oauth2/userinfo`, { headers: { authorization: `Bearer ${token}` } })
    ).json()) as Record<string, unknown>;
    assert.deepEqual([info['zoneinfo'], info['utcOffset']], ['America/New_York', -18_000_000]);
    const hour = async (accessToken: string): Promise<number> => {
      const soql = `SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)) h FROM User WHERE Id = '${id}' GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate))`;
      const answer = await fetch(`${org.url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
      return ((await answer.json()) as { records: { h: number }[] }).records[0]?.h ?? Number.NaN;
    };
    // London, the administrator's zone, is four or five hours ahead of New York.
    const ahead = ((await hour(org.adminToken)) - (await hour(token)) + 24) % 24;
    assert.ok([4, 5].includes(ahead), String(ahead));
  });
});
