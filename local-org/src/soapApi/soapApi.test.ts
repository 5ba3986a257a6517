import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startLoginOrg, type LoginOrg } from '../oauth/testing/loginOrg.ts';

let org: LoginOrg;

before(async () => {
  org = await startLoginOrg();
});

after(async () => {
  await org.stop();
});

interface Reply {
  readonly status: number;
  readonly text: string;
  element(name: string): string | undefined;
}

async function send(envelope: string, path = 'u/60.0'): Promise<Reply> {
  const headers = { 'content-type': 'text/xml', soapaction: '""' };
  const response = await fetch(`${org.url}/services/Soap/${path}`, { method: 'POST', body: envelope, headers });
  const text = await response.text();
  return { status: response.status, text, element: (name) => new RegExp(`<${name}>([^<]*)</${name}>`, 'u').exec(text)?.[1] };
}

function call(operation: string, sessionId?: string, path?: string): Promise<Reply> {
  const header = sessionId === undefined ? '' : `<e:Header><SessionHeader><sessionId>${sessionId}</sessionId></SessionHeader></e:Header>`;
  return send(`<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/">${header}<e:Body>${operation}</e:Body></e:Envelope>`, path);
}

function logIn(password = org.env.SALESFORCE_PASSWORD, path?: string): Promise<Reply> {
  const name = `<n:username>${org.env.SALESFORCE_USERNAME}</n:username>`;
  return call(`<n:login xmlns:n="urn:partner.soap.sforce.com">${name}<n:password>${password}</n:password></n:login>`, undefined, path);
}

describe('login', () => {
  it('gives a session at both addresses', async () => {
    for (const path of ['u/60.0', 'c/31.0', `u/50.0/${org.org.id.slice(0, 15)}`]) {
      const reply = await logIn(undefined, path);
      assert.equal(reply.status, 200);
      assert.equal(reply.element('passwordExpired'), 'false');
      assert.equal(reply.element('userName'), org.env.SALESFORCE_USERNAME);
      assert.equal(reply.element('organizationId'), org.org.id);
      const version = path.split('/')[1] ?? '';
      assert.equal(reply.element('serverUrl'), `${org.url}/services/Soap/${path.charAt(0)}/${version}/${org.org.id.slice(0, 15)}`);
      assert.equal(await org.statusWith(reply.element('sessionId') ?? ''), 200);
    }
  });

  it('is refused with INVALID_LOGIN', async () => {
    const reply = await logIn('wrong');
    assert.equal(reply.status, 500);
    assert.equal(reply.element('sf:exceptionCode'), 'INVALID_LOGIN');
    assert.equal(reply.element('faultstring'), 'INVALID_LOGIN: Invalid username, password, security token; or user locked out.');
  });

  it('is not there from API 65 on, nor below 31', async () => {
    for (const version of ['65.0', '66.0', '30.0', '99.0', 'x']) {
      assert.equal((await logIn(undefined, `u/${version}`)).element('sf:exceptionCode'), 'UNSUPPORTED_API_VERSION', version);
    }
  });
});

describe('a session', () => {
  it('ends by logout', async () => {
    const session = (await logIn()).element('sessionId') ?? '';
    assert.equal((await call('<getUserInfo/>', session)).element('userTimeZone'), 'Europe/London');
    assert.match((await call('<getServerTimestamp/>', session)).element('timestamp') ?? '', /^\d{4}-.*Z$/u);
    assert.match((await call('<logout/>', session)).text, /<logoutResponse><\/logoutResponse>/u);
    assert.equal((await call('<getUserInfo/>', session)).element('sf:exceptionCode'), 'INVALID_SESSION_ID');
    assert.equal(await org.statusWith(session), 401);
  });

  it('can be ended by another one of the same user, not of another user', async () => {
    const [first = '', second = ''] = [(await logIn()).element('sessionId'), (await logIn()).element('sessionId')];
    await org.createUser('soap@example.com', 'secret-1234');
    const token = await org.token({
      grant_type: 'password',
      client_id: org.clientId,
      client_secret: org.clientSecret,
      username: 'soap@example.com',
      password: 'secret-1234',
    });
    const end = (session: string): Promise<Reply> =>
      call(`<invalidateSessions><sessionIds>${second}</sessionIds></invalidateSessions>`, session);
    assert.equal((await end(token.body['access_token'] ?? '')).element('success'), 'false');
    assert.equal((await end(first)).element('success'), 'true');
    assert.equal(await org.statusWith(second), 401);
  });
});

describe('what is no call', () => {
  const envelopes: readonly string[] = [
    '',
    'hello',
    '<a/>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    `<e:Envelope xmlns:e="e"><e:Body>${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}</e:Body></e:Envelope>`,
    '<e:Envelope xmlns:e="e"><e:Body><constructor/></e:Body></e:Envelope>',
    '<e:Envelope xmlns:e="e"><e:Body><merge/></e:Body></e:Envelope>',
  ];
  it('is answered with a fault', async () => {
    for (const envelope of envelopes) {
      const reply = await send(envelope);
      assert.equal(reply.status, 500, envelope.slice(0, 80));
      assert.equal(reply.element('faultstring') !== undefined, true, reply.text);
      assert.match(reply.text, /<faultcode[^>]*>soapenv:Client<\/faultcode>/u);
    }
  });
});
