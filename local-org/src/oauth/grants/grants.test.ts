import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startLoginOrg, type LoginOrg, type TokenReply } from '../testing/loginOrg.ts';

let org: LoginOrg;
const otherKey = join(tmpdir(), `other-${String(process.pid)}.key`);

before(async () => {
  org = await startLoginOrg();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(otherKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
});

after(async () => {
  rmSync(otherKey);
  await org.stop();
});

function client(): Record<string, string> {
  return { client_id: org.clientId, client_secret: org.clientSecret };
}

function refusal({ status, body }: TokenReply): string {
  return `${String(status)} ${body['error'] ?? ''}: ${body['error_description'] ?? ''}`;
}

describe('JWT bearer', () => {
  const ask = (assertion: string): Promise<TokenReply> =>
    org.token({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });

  it('gives the session of the user that the JWT names, for every form of the audience', async () => {
    const slash = `${org.url}/`;
    const audiences = [org.url, slash, `${slash}services/oauth2/token`, 'https://login.salesforce.com', 'https://test.salesforce.com/'];
    for (const aud of [...audiences, audiences]) {
      const { status, body } = await ask(org.jwt({ aud }));
      assert.equal(status, 200, String(aud));
      assert.equal(await org.statusWith(body['access_token'] ?? ''), 200);
      assert.equal(body['instance_url'], org.url);
      assert.equal(body['refresh_token'], undefined);
    }
  });

  it('takes an expiry in milliseconds, as the Salesforce CLI sends it', async () => {
    assert.equal((await ask(org.jwt({ exp: Date.now() + 300 }))).status, 200);
  });

  const invalid = '400 invalid_grant: invalid assertion';
  const cases: readonly { readonly title: string; readonly assertion: () => string; readonly expected: string }[] = [
    { title: 'the key of somebody else', assertion: () => org.jwt({}, {}, otherKey), expected: invalid },
    { title: 'another algorithm in the header', assertion: () => org.jwt({}, { alg: 'HS256' }), expected: invalid },
    { title: 'no signature', assertion: () => `${org.jwt({}, { alg: 'none' }).split('.').slice(0, 2).join('.')}.`, expected: invalid },
    { title: 'what is no JWT', assertion: () => 'a.b.c', expected: invalid },
    { title: 'no expiry', assertion: () => org.jwt({ exp: undefined }), expected: invalid },
    {
      title: 'an expiry that is past',
      assertion: () => org.jwt({ exp: Math.floor(Date.now() / 1000) - 1 }),
      expected: '400 invalid_grant: expired authorization code',
    },
    {
      title: 'an audience that is another server',
      assertion: () => org.jwt({ aud: 'https://login.example.com' }),
      expected: '400 invalid_grant: audience is invalid',
    },
    {
      title: 'an unknown user',
      assertion: () => org.jwt({ sub: 'nobody@example.com' }),
      expected: "400 invalid_grant: user hasn't approved this consumer",
    },
    {
      title: 'an unknown client',
      assertion: () => org.jwt({ iss: 'nobody' }),
      expected: '400 invalid_client_id: client identifier invalid',
    },
    {
      title: 'a client without a certificate',
      assertion: () => org.jwt({ iss: 'PlatformCLI' }),
      expected: '400 invalid_client: invalid client credentials',
    },
  ];
  for (const { title, assertion, expected } of cases) {
    it(`refuses ${title}`, async () => {
      assert.equal(refusal(await ask(assertion())), expected);
    });
  }

  it('refuses an inactive user', async () => {
    const id = await org.createUser('gone@example.com', 'secret-1234');
    assert.equal((await ask(org.jwt({ sub: 'GONE@example.com' }))).status, 200, 'user names ignore case');
    const user = org.org.schema.object('User');
    assert.ok(user);
    org.org.store.update(user, id, { IsActive: false });
    assert.equal(refusal(await ask(org.jwt({ sub: 'gone@example.com' }))), '400 inactive_user: user is inactive');
  });

  it('keeps its key to the owner of the data folder', () => {
    assert.equal(statSync(org.env.SALESFORCE_JWT_KEY_FILE).mode & 0o777, 0o600);
  });
});

describe('user name and password', () => {
  const ask = (username: string, password: string): Promise<TokenReply> =>
    org.token({ grant_type: 'password', ...client(), username, password });

  it('give a session', async () => {
    const { status, body } = await ask(org.env.SALESFORCE_USERNAME, org.env.SALESFORCE_PASSWORD);
    assert.equal(status, 200);
    assert.equal(await org.statusWith(body['access_token'] ?? ''), 200);
  });

  it('are refused alike when the user is unknown and when the password is wrong', async () => {
    const expected = '400 invalid_grant: authentication failure';
    assert.equal(refusal(await ask(org.env.SALESFORCE_USERNAME, 'wrong')), expected);
    assert.equal(refusal(await ask('nobody@example.com', org.env.SALESFORCE_PASSWORD)), expected);
  });

  it('lock the user for a while after ten wrong ones', async () => {
    await org.createUser('locked@example.com', 'secret-1234');
    for (let attempt = 0; attempt < 10; attempt += 1) await ask('locked@example.com', 'wrong');
    assert.equal((await ask('locked@example.com', 'secret-1234')).status, 400);
  });
});

describe('a code from the browser', () => {
  /** Logs in on the page as a person would, following the redirects by hand; returns the callback's address. */
  async function callback(parameters: Readonly<Record<string, string>>, press = 'save'): Promise<URL> {
    const query = new URLSearchParams({ response_type: 'code', client_id: org.clientId, redirect_uri: redirectUri, ...parameters });
    const login = await follow(`/services/oauth2/authorize?${query.toString()}`);
    const startURL = new URL(login, org.url).searchParams.get('startURL') ?? '';
    const body = new URLSearchParams({ username: org.env.SALESFORCE_USERNAME, pw: org.env.SALESFORCE_PASSWORD, startURL });
    const loggedIn = await fetch(`${org.url}/login`, { method: 'POST', body, redirect: 'manual' });
    const cookie = (loggedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const approval = await fetch(org.url + (loggedIn.headers.get('location') ?? ''), { headers: { cookie }, redirect: 'manual' });
    if (approval.status === 303) return new URL(approval.headers.get('location') ?? '');
    const [, source = ''] = /name="source" value="([^"]+)"/u.exec(await approval.text()) ?? [];
    const decided = await fetch(`${org.url}/setup/secur/RemoteAccessAuthorizationPage.apexp`, {
      method: 'POST',
      body: new URLSearchParams({ source, [press]: 'yes' }),
      headers: { cookie },
      redirect: 'manual',
    });
    return new URL(decided.headers.get('location') ?? '');
  }

  async function follow(address: string): Promise<string> {
    const response = await fetch(org.url + address, { redirect: 'manual' });
    return response.headers.get('location') ?? '';
  }

  const redirectUri = 'http://localhost:4000/oauth2/callback';
  const exchange = (code: string, more: Readonly<Record<string, string>> = {}): Promise<TokenReply> =>
    org.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...client(), ...more });

  it('is exchanged once for a token and a refresh token, which brings new ones', async () => {
    const answer = await callback({ state: 'a b&c' });
    assert.equal(answer.searchParams.get('state'), 'a b&c');
    const code = answer.searchParams.get('code') ?? '';
    const { status, body } = await exchange(code);
    assert.equal(status, 200);
    assert.equal(await org.statusWith(body['access_token'] ?? ''), 200);
    assert.equal(refusal(await exchange(code)), '400 invalid_grant: expired authorization code');

    const refresh = { grant_type: 'refresh_token', ...client(), refresh_token: body['refresh_token'] ?? '' };
    const renewed = await org.token(refresh);
    assert.equal(renewed.status, 200);
    assert.equal(await org.statusWith(renewed.body['access_token'] ?? ''), 200);
    await fetch(`${org.url}/services/oauth2/revoke`, { method: 'POST', body: new URLSearchParams({ token: refresh.refresh_token }) });
    assert.equal(refusal(await org.token(refresh)), '400 invalid_grant: expired access/refresh token');
    assert.equal(await org.statusWith(renewed.body['access_token'] ?? ''), 401, 'its sessions end with it');
  });

  it('goes with the verifier of its challenge alone', async () => {
    const verifier = 'v'.repeat(64);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const parameters = { code_challenge: challenge, code_challenge_method: 'S256', client_id: 'PlatformCLI' };
    const publicClient = { client_id: 'PlatformCLI', client_secret: '' };
    const codeOf = async (): Promise<string> => (await callback(parameters)).searchParams.get('code') ?? '';
    assert.equal((await exchange(await codeOf(), { ...publicClient, code_verifier: verifier })).status, 200);
    const wrong = '400 invalid_grant: invalid code verifier';
    assert.equal(refusal(await exchange(await codeOf(), { ...publicClient, code_verifier: 'w'.repeat(64) })), wrong);
    assert.equal(refusal(await exchange(await codeOf(), publicClient)), wrong);
  });

  it('is of no use to another client or callback', async () => {
    const code = async (): Promise<string> => (await callback({})).searchParams.get('code') ?? '';
    assert.match(refusal(await exchange(await code(), { client_id: 'PlatformCLI' })), /invalid_grant/u);
    assert.match(refusal(await exchange(await code(), { redirect_uri: 'http://localhost:1/' })), /redirect_uri_mismatch/u);
  });

  it('is denied when the user says so', async () => {
    const answer = await callback({ prompt: 'consent' }, 'cancel');
    assert.equal(answer.searchParams.get('error'), 'access_denied');
    assert.equal(answer.searchParams.get('code'), null);
  });

  it('comes to no address that is not this machine, and no unknown client', async () => {
    const ask = (client_id: string, redirect_uri: string): Promise<string> =>
      follow(`/services/oauth2/authorize?${new URLSearchParams({ response_type: 'code', client_id, redirect_uri }).toString()}`);
    for (const target of ['https://evil.example/', 'http://localhost.evil.example/', 'http://localhost:1/#a', 'javascript:alert(1)', '']) {
      assert.match(await ask(org.clientId, target), /RemoteAccessErrorPage\.apexp\?error=redirect_uri_m/u, target);
    }
    assert.match(await ask('nobody', redirectUri), /error=invalid_client_id$/u);
    assert.equal((await fetch(org.url + (await ask('nobody', redirectUri)))).status, 400);
  });
});

describe('introspection', () => {
  it('tells a live token from a dead one', async () => {
    const { body } = await org.token({ grant_type: 'client_credentials', ...client() });
    const look = async (token: string): Promise<Record<string, unknown>> => {
      const form = new URLSearchParams({ ...client(), token });
      return (await (await fetch(`${org.url}/services/oauth2/introspect`, { method: 'POST', body: form })).json()) as Record<
        string,
        unknown
      >;
    };
    const alive = await look(body['access_token'] ?? '');
    assert.deepEqual([alive['active'], alive['token_type'], alive['client_id']], [true, 'access_token', org.clientId]);
    assert.deepEqual(await look('wrong'), { active: false });
  });
});
