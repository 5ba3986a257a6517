import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startLoginOrg, type LoginOrg } from './testing/loginOrg.ts';

let org: LoginOrg;

before(async () => {
  org = await startLoginOrg({ sessionMinutes: 1, dailyApiRequests: 5 });
});

after(async () => {
  await org.stop();
});

describe('a start with its own limits', () => {
  it('ends sessions after the idle time that it names', () => {
    const { sessions, database } = org.org;
    const userId = sessions.userIdOf(org.adminToken) ?? '';
    const token = sessions.open(userId);
    const left = (sessions.look(token)?.expiresAt ?? 0) - Date.now();
    assert.ok(left > 50_000 && left <= 60_000, String(left));
    database.prepare('UPDATE local_session SET expires_at = ? WHERE expires_at IS NOT NULL').run(Date.now() + 1000);
    assert.equal(sessions.userIdOf(token), userId);
    assert.ok((sessions.look(token)?.expiresAt ?? 0) > Date.now() + 50_000, 'use prolongs it');
    database.prepare('UPDATE local_session SET expires_at = ? WHERE expires_at IS NOT NULL').run(Date.now() - 1);
    assert.equal(sessions.look(token), undefined);
  });

  it('answers so many API calls a day, whichever API they come to, and then refuses them', async () => {
    for (let call = 0; call < 4; call += 1) assert.equal(await org.statusWith(org.adminToken), 200);
    const last = await fetch(`${org.url}/services/data/v66.0/limits`, { headers: { authorization: `Bearer ${org.adminToken}` } });
    assert.equal(last.headers.get('sforce-limit-info'), 'api-usage=5/5');
    const refused = await fetch(`${org.url}/services/data/v66.0/limits`, { headers: { authorization: `Bearer ${org.adminToken}` } });
    assert.equal(refused.status, 403);
    assert.deepEqual(await refused.json(), [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }]);
    const soap = await fetch(`${org.url}/services/Soap/u/60.0`, {
      method: 'POST',
      body: `<e:Envelope xmlns:e="e"><e:Header><SessionHeader><sessionId>${org.adminToken}</sessionId></SessionHeader></e:Header><e:Body><getUserInfo/></e:Body></e:Envelope>`,
      headers: { 'content-type': 'text/xml' },
    });
    assert.equal(soap.status, 500);
    assert.match(await soap.text(), /REQUEST_LIMIT_EXCEEDED/u);
    assert.equal(
      (await org.token({ grant_type: 'client_credentials', client_id: org.clientId, client_secret: org.clientSecret })).status,
      200,
    );
  });
});

describe('a call', () => {
  it('with an authorization of another kind is told so', async () => {
    const response = await fetch(`${org.url}/services/data/v66.0/limits`, { headers: { authorization: 'Basic YTpi' } });
    assert.equal(response.status, 401);
    assert.deepEqual(await response.json(), [{ errorCode: 'INVALID_AUTH_HEADER', message: 'INVALID_HEADER_TYPE' }]);
  });
});
