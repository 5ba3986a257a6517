import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import formbody from '@fastify/formbody';
import fastify, { type LightMyRequestResponse } from 'fastify';
import { emptyOrg, type EmptyOrg } from '../../testing/emptyOrg.ts';
import { readOrgSettings } from '../orgSettings.ts';
import { setupGroups } from './navigation.ts';
import { setupPages } from './setupPages.ts';
import { registerSetupRoutes } from './setupRoutes.ts';

interface Setup {
  readonly org: EmptyOrg;
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  readonly post: (
    url: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>;
}

const page = (name: string): string => `/lightning/setup/${name}/home`;
const newUser = '/lightning/setup/ManageUsers/new';

async function openSetup(t: TestContext): Promise<Setup> {
  const org = await emptyOrg(t);
  const app = fastify();
  await app.register(formbody);
  registerSetupRoutes(app, org.org);
  t.after(() => app.close());
  const cookie = `sid=${encodeURIComponent(org.adminToken)}`;
  return {
    org,
    get: (url) => app.inject({ url, headers: { cookie } }),
    post: (url, form, headers = {}) =>
      app.inject({
        method: 'POST',
        url,
        payload: new URLSearchParams({ ...form }).toString(),
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
  };
}

function userForm(org: EmptyOrg): Record<string, string> {
  const [profile] = org.rows("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  return {
    firstName: 'Anna',
    lastName: 'Ek <b>',
    email: 'anna@example.com',
    username: 'anna@example.com',
    alias: 'anna',
    language: 'da',
    locale: 'da_DK',
    timeZone: 'Europe/Copenhagen',
    profile: String(profile?.['Id']),
    role: '',
    manager: '',
    title: '',
    active: 'true',
  };
}

describe('the pages of Setup', () => {
  test('given an org in which nothing has happened, then every page of the navigation is there, without scripts, and marked in it', async (t) => {
    const { get } = await openSetup(t);
    for (const { label, url } of setupGroups.flatMap(({ entries }) => entries)) {
      const answer = await get(url);
      assert.equal(answer.statusCode, 200, url);
      assert.match(String(answer.headers['content-security-policy']), /script-src 'none'/u);
      assert.match(answer.body, new RegExp(`<a href="${url}" aria-current="page">${label}</a>`, 'u'));
    }
  });

  test('given addresses at which there is nothing, then they are 404', async (t) => {
    const { get } = await openSetup(t);
    const patterns = setupPages.map(({ address }) => address).filter((address) => address.includes(':'));
    for (const pattern of patterns) assert.equal((await get(pattern.replaceAll(/:\w+/gu, "x'%3C"))).statusCode, 404, pattern);
  });

  test('given a text, then the search finds pages, objects, fields and people, and shows no markup of it', async (t) => {
    const { get } = await openSetup(t);
    const found = await get(`${page('Search')}?q=account`);
    assert.match(found.body, /ObjectManager\/Account\/Details\/view/u);
    assert.match((await get(`${page('Search')}?q=clock`)).body, /<a href="\/lightning\/setup\/LocalOrgClock\/home">Clock<\/a>/u);
    assert.match((await get(`${page('Search')}?q=admin`)).body, /ManageUsers\/005/u);
    const odd = await get(`${page('Search')}?q=${encodeURIComponent('<script>%_')}`);
    assert.match(odd.body, /Nothing was found/u);
    assert.doesNotMatch(odd.body, /<script/u);
  });

  test('given an object and a field, then all that describe says of them is there', async (t) => {
    const { get } = await openSetup(t);
    const fields = await get('/lightning/setup/ObjectManager/Contact/FieldsAndRelationships/view?q=account');
    assert.match(fields.body, /Lookup\(Account\)/u);
    const field = await get('/lightning/setup/ObjectManager/Contact/FieldsAndRelationships/LeadSource/view');
    assert.match(field.body, /<h1[^>]*>Lead Source<\/h1>[\s\S]*Picklist[\s\S]*Other values can be saved by the API\./u);
  });
});

describe('the forms of Setup', () => {
  test('given a new user, then they are created, changed, and refused in the org’s words', async (t) => {
    const { org, get, post } = await openSetup(t);
    const form = userForm(org);
    const created = await post(newUser, form);
    assert.equal(created.statusCode, 303);
    const [user] = org.rows("SELECT Id, LanguageLocaleKey, TimeZoneSidKey FROM User WHERE Username = 'anna@example.com'");
    assert.deepEqual([user?.['LanguageLocaleKey'], user?.['TimeZoneSidKey']], ['da', 'Europe/Copenhagen']);
    const shown = await get(String(created.headers.location));
    assert.match(shown.body, /role="status"[^>]*><h2>The user was created\.<\/h2>/u);
    assert.match(shown.body, /Ek &lt;b&gt;/u);
    const url = `/lightning/setup/ManageUsers/${String(user?.['Id'])}/view`;
    assert.equal((await post(url, { ...form, locale: 'de_DE', active: 'false' })).statusCode, 303);
    const [changed] = org.rows("SELECT LocaleSidKey, IsActive FROM User WHERE Username = 'anna@example.com'");
    assert.deepEqual([changed?.['LocaleSidKey'], changed?.['IsActive']], ['de_DE', false]);
    const refused = await post(newUser, form);
    assert.equal(refused.statusCode, 400);
    assert.match(refused.body, /role="alert"/u);
    assert.match(refused.body, /value="anna@example.com"/u);
  });

  test('given a permission set, then it is assigned and taken away; a new password is shown once and stored nowhere', async (t) => {
    const { org, get, post } = await openSetup(t);
    const [set = ''] = org.insert('PermissionSet', { Name: 'Extra', Label: 'Extra rights' });
    await post(newUser, userForm(org));
    const [user] = org.rows("SELECT Id FROM User WHERE Username = 'anna@example.com'");
    const url = `/lightning/setup/ManageUsers/${String(user?.['Id'])}/view`;
    assert.equal((await post(url, { act: 'assign', permissionSet: set })).headers.location, `${url}?done=assigned`);
    assert.match((await get(url)).body, /PermSets\/Extra\/view">Extra rights<\/a>/u);
    assert.match((await get('/lightning/setup/PermSets/Extra/view')).body, /People \(1\)/u);
    const [assignment] = org.rows(`SELECT Id FROM PermissionSetAssignment WHERE PermissionSetId = '${set}'`);
    assert.equal((await post(url, { act: 'remove', assignment: String(assignment?.['Id']) })).statusCode, 303);
    assert.match((await get(url)).body, /No permission set is assigned\./u);
    const password = /The new password is ([^<]+)</u.exec((await post(url, { act: 'password' })).body)?.[1] ?? '';
    assert.ok(password.length >= 8);
    assert.ok(!(await get(url)).body.includes(password));
  });

  test('given the switches of the pages, then they are kept; hosts that are no origins are refused', async (t) => {
    const { org, get, post } = await openSetup(t);
    const { database } = org.org;
    await post(page('ThemingAndBranding'), { theme: 'slds2' });
    await post(page('SecuritySession'), { lws: 'true' });
    await post(page('LightningOut'), { hosts: 'https://mail.example.com\r\nhttp://localhost:3000/' });
    assert.deepEqual(readOrgSettings(database), {
      theme: 'slds2',
      lightningWebSecurity: true,
      embedHosts: ['https://mail.example.com', 'http://localhost:3000'],
    });
    assert.match((await get(page('SetupOneHome'))).body, /data-theme="slds2"/u);
    const refused = await post(page('LightningOut'), { hosts: '*' });
    assert.deepEqual([refused.statusCode, /role="alert"/u.test(refused.body)], [400, true]);
    assert.equal((await post(page('ThemingAndBranding'), { theme: 'slds9' })).statusCode, 400);
    assert.equal(readOrgSettings(database).embedHosts.length, 2);
  });

  test('given a form of another site, then it does nothing', async (t) => {
    const { org, post } = await openSetup(t);
    const foreign = [{ origin: 'http://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }];
    for (const headers of foreign) {
      assert.equal((await post(page('SecuritySession'), { lws: 'true' }, { host: '127.0.0.1:8080', ...headers })).statusCode, 403);
    }
    assert.equal(readOrgSettings(org.org.database).lightningWebSecurity, false);
  });
});
