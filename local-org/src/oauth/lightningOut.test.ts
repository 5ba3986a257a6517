import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startLoginOrg, type LoginOrg } from './testing/loginOrg.ts';

let org: LoginOrg;

before(async () => {
  org = await startLoginOrg();
});

after(async () => {
  await org.stop();
});

/** The secret of a frontdoor address for the administrator. */
async function secret(): Promise<string> {
  const response = await fetch(`${org.url}/services/oauth2/singleaccess`, {
    method: 'POST',
    headers: { authorization: `Bearer ${org.adminToken}` },
  });
  const { frontdoor_uri: address } = (await response.json()) as { frontdoor_uri: string };
  return new URL(address).searchParams.get('otp') ?? '';
}

async function begin(otp: string): Promise<{ readonly cookie: string | undefined; readonly location: string | null }> {
  const host = encodeURIComponent('https://mail.example.com');
  const response = await fetch(`${org.url}/lightning/out/session?otp=${otp}&host=${host}`, { redirect: 'manual' });
  return { cookie: response.headers.getSetCookie()[0], location: response.headers.get('location') };
}

async function statusOf(headers: Readonly<Record<string, string>>): Promise<number> {
  return (await fetch(`${org.url}/services/data/v66.0/limits`, { headers })).status;
}

describe('a session for components on other pages', () => {
  it('given a frontdoor address, then it begins once, in a cookie that each framing site has for itself', async () => {
    const otp = await secret();
    const { cookie = '', location } = await begin(otp);
    assert.match(cookie, /^sid_out=[^;]+; Path=\/; HttpOnly; SameSite=None; Secure; Partitioned$/u);
    assert.equal(location, '/lightning/out/ready?host=https%3A%2F%2Fmail.example.com');
    assert.equal((await begin(otp)).cookie, undefined);
    assert.equal((await begin('wrong')).cookie, undefined);
    assert.equal((await begin('')).cookie, undefined);
  });

  it('given its cookie, then the API answers it only with the header that no other site can send, and not as the org’s own pages', async () => {
    const { cookie = '' } = await begin(await secret());
    const [pair = ''] = cookie.split(';', 1);
    assert.equal(await statusOf({ cookie: pair, 'x-requested-with': 'customer-pulse-out' }), 200);
    assert.equal(await statusOf({ cookie: pair }), 401);
    assert.equal(await statusOf({ cookie: pair, 'x-requested-with': 'customer-pulse' }), 401);
    assert.equal(await statusOf({ cookie: pair.replace('sid_out', 'sid'), 'x-requested-with': 'customer-pulse-out' }), 401);
  });
});
