import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runOrg, type RunningOrg } from '../rest/testing/runningOrg.ts';
import { cookieToken, localPath, sessionCookie } from './frontdoor.ts';

let org: RunningOrg;

before(async () => {
  org = await runOrg();
});

after(async () => {
  await org.stop();
});

async function askToken(
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, string> }> {
  const response = await fetch(`${org.url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams(form), headers });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

function credentials(): Record<string, string> {
  return { grant_type: 'client_credentials', client_id: org.clientId, client_secret: org.clientSecret };
}

async function statusWith(token: string): Promise<number> {
  return (await org.call('GET', '/limits', undefined, { authorization: `Bearer ${token}` })).status;
}

describe('the token endpoint', () => {
  it('gives a session for client credentials, in the form or by Basic', async () => {
    const { status, body } = await askToken(credentials());
    assert.equal(status, 200);
    assert.deepEqual([body['token_type'], body['instance_url'], body['scope']], ['Bearer', org.url, 'api']);
    assert.match(body['access_token'] ?? '', /^00D\w{12}![\w.]{20,}$/u);
    assert.equal(await statusWith(body['access_token'] ?? ''), 200);
    const basic = Buffer.from(`${org.clientId}:${org.clientSecret}`).toString('base64');
    assert.equal((await askToken({ grant_type: 'client_credentials' }, { authorization: `Basic ${basic}` })).status, 200);
  });

  const refusals: readonly { readonly title: string; readonly change: Record<string, string>; readonly error: string }[] = [
    { title: 'an unknown client', change: { client_id: 'nobody' }, error: 'invalid_client_id' },
    { title: 'a wrong secret', change: { client_secret: 'wrong' }, error: 'invalid_client' },
    { title: 'a SAML assertion', change: { grant_type: 'urn:ietf:params:oauth:grant-type:saml2-bearer' }, error: 'unsupported_grant_type' },
    { title: 'no grant', change: { grant_type: '' }, error: 'unsupported_grant_type' },
  ];
  for (const { title, change, error } of refusals) {
    it(`refuses ${title}`, async () => {
      const { status, body } = await askToken({ ...credentials(), ...change });
      assert.equal(status, 400);
      assert.equal(body['error'], error);
      assert.equal(typeof body['error_description'], 'string');
    });
  }
});

describe('sessions', () => {
  it('end when revoked', async () => {
    const { body } = await askToken(credentials());
    const token = body['access_token'] ?? '';
    const revoke = async (): Promise<number> =>
      (await fetch(`${org.url}/services/oauth2/revoke`, { method: 'POST', body: new URLSearchParams({ token }) })).status;
    assert.equal(await revoke(), 200);
    assert.equal(await statusWith(token), 401);
    assert.equal(await revoke(), 400);
  });

  it('end when their time is over', () => {
    const { sessions, database } = org.org;
    const userId = org.org.sessions.userIdOf(org.adminToken) ?? '';
    const token = sessions.open(userId);
    assert.equal(sessions.userIdOf(token), userId);
    database.prepare('UPDATE local_session SET expires_at = ? WHERE expires_at IS NOT NULL').run(Date.now() - 1);
    assert.equal(sessions.userIdOf(token), undefined);
    assert.equal(sessions.userIdOf(org.adminToken), userId);
  });

  it('of a user who is made inactive are refused', async () => {
    const { body } = await askToken(credentials());
    const token = body['access_token'] ?? '';
    const id = org.org.sessions.userIdOf(token) ?? '';
    await org.connection.sobject('User').update({ Id: id, IsActive: false });
    assert.equal(await statusWith(token), 401);
    assert.equal((await askToken(credentials())).body['error'], 'inactive_user');
    await org.connection.sobject('User').update({ Id: id, IsActive: true });
    assert.equal(await statusWith(token), 401, 'a session that ended stays so');
    assert.equal((await askToken(credentials())).status, 200);
  });

  it('are stored as hashes only', () => {
    const rows = org.org.database.prepare('SELECT * FROM local_session').all();
    assert.ok(rows.length > 0);
    assert.ok(!JSON.stringify(rows).includes(org.adminToken));
  });
});

describe('user information', () => {
  it('tells who a token belongs to, or refuses it with a word', async () => {
    const ask = (token: string | undefined): Promise<Response> =>
      fetch(`${org.url}/services/oauth2/userinfo`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
    const info = (await (await ask(org.adminToken)).json()) as Record<string, unknown>;
    assert.equal(info['preferred_username'], 'admin@customer-pulse.example');
    assert.equal(info['organization_id'], org.org.id);
    const wrong = await ask('wrong');
    assert.deepEqual([wrong.status, await wrong.text()], [403, 'Bad_OAuth_Token']);
    const missing = await ask(undefined);
    assert.deepEqual([missing.status, await missing.text()], [403, 'Missing_OAuth_Token']);
  });
});

describe('the front door', () => {
  const enter = (sid: string, retURL?: string): Promise<Response> => {
    const query = new URLSearchParams(retURL === undefined ? { sid } : { sid, retURL });
    return fetch(`${org.url}/secur/frontdoor.jsp?${query.toString()}`, { redirect: 'manual' });
  };

  it('sets a cookie that scripts cannot read and goes on to the page', async () => {
    const response = await enter(org.adminToken, '/lightning/r/Account/001/view?x=1');
    assert.equal(response.status, 302);
    assert.equal(response.headers.get('location'), '/lightning/r/Account/001/view?x=1');
    const cookie = response.headers.get('set-cookie') ?? '';
    assert.match(cookie, /HttpOnly/u);
    assert.match(cookie, /SameSite=Lax/u);
    const sid = cookie.split(';')[0] ?? '';
    const withCookie = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${org.url}/services/data/v66.0/limits`, { headers: { cookie: sid, ...headers } });
    assert.equal((await withCookie({ 'x-requested-with': 'customer-pulse' })).status, 200);
    assert.equal((await withCookie({})).status, 401, 'another site can send the cookie, but not the header');
  });

  it('lets nobody in with a wrong token', async () => {
    assert.equal((await enter('wrong')).status, 401);
  });

  it('leads to no other site', () => {
    const home = '/lightning/page/home';
    for (const target of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '',
      undefined,
    ]) {
      assert.equal(localPath(target, 'http://127.0.0.1:8080'), home, String(target));
    }
    assert.equal(localPath('/a/b?c#d', 'http://127.0.0.1:8080'), '/a/b?c#d');
  });

  it('reads back the cookie that it set', () => {
    const cookie = sessionCookie('00D!A.b_c');
    assert.equal(cookieToken(`other=1; ${cookie}`), '00D!A.b_c');
    assert.equal(cookieToken('sid=%E0%A4%A'), undefined);
    assert.equal(cookieToken(undefined), undefined);
  });
});
