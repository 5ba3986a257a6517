import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openSite, type OpenSite, settingsOf } from '../testing/openSite.ts';
import { unreadCount } from './notifications.ts';

interface Rows {
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly total: number;
}

async function door<Answer>({ app, cookie }: OpenSite, path: string, body?: object): Promise<Answer> {
  const answer = await app.inject({
    method: body === undefined ? 'GET' : 'POST',
    url: `/lightning/data/${path}`,
    headers: { cookie, 'x-requested-with': 'customer-pulse', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<Answer>();
}

suite('What the shell asks for', () => {
  test('given a request that another site could send, then nothing is answered', async (t) => {
    const { app, cookie } = await openSite(t);
    for (const headers of [{ cookie }, { 'x-requested-with': 'customer-pulse' }]) {
      assert.equal((await app.inject({ url: '/lightning/data/launcher', headers })).statusCode, 401);
    }
  });

  test('given more than 2,000 records of one name, then every one comes once, part by part', async (t) => {
    const site = await openSite(t);
    const rows = Array.from({ length: 200 }, () => ({ Name: 'Same name' }));
    for (let part = 0; part < 11; part += 1) site.org.records.insert('Account', rows, { user: site.user, allOrNone: true });
    const seen = new Set<string>();
    for (let from = 0; ; from += 50) {
      const { rows: part, total } = await door<Rows>(site, `list/Account?sort=-Name&from=${String(from)}`);
      assert.equal(total, 2201);
      if (part.length === 0) break;
      for (const { id } of part) seen.add(id);
    }
    assert.equal(seen.size, 2201);
  });

  test('given words, then a list shows the records that hold all of them, whatever signs stand in them', async (t) => {
    const site = await openSite(t);
    site.org.records.insert(
      'Account',
      ['North Sea 100%', 'South Sea', "O'Neill_"].map((Name) => ({ Name })),
      { user: site.user, allOrNone: true },
    );
    const found = async (search: string): Promise<readonly string[]> =>
      (await door<Rows>(site, `list/Account?${new URLSearchParams({ search }).toString()}`)).rows.map(({ name }) => name);
    assert.deepEqual(await found('sea'), ['North Sea 100%', 'South Sea']);
    assert.deepEqual(await found('sea north'), ['North Sea 100%']);
    assert.deepEqual(await found('100%'), ['North Sea 100%']);
    assert.deepEqual(await found("o'n"), ["O'Neill_"]);
    assert.deepEqual(await found('%'), ['North Sea 100%']);
    assert.deepEqual(await found('\\'), []);
  });

  test('given a record, then its related list comes with the number of its records, and a new one is asked for the lookup', async (t) => {
    const site = await openSite(t);
    const contacts = ['Ash', 'Birch'].map((LastName) => ({ LastName, AccountId: site.accountId }));
    site.org.records.insert('Contact', contacts, { user: site.user, allOrNone: true });
    const { rows, total } = await door<Rows>(site, `related/${site.accountId}/Contacts?sort=Name`);
    assert.deepEqual([rows.map(({ name }) => name), total], [['Ash', 'Birch'], 2]);
    const { page } = settingsOf((await site.get(`/lightning/r/Account/${site.accountId}/related/Contacts/view`)).body);
    assert.equal(page.total, 2);
    assert.equal((await site.get(`/lightning/r/Account/${site.accountId}/related/Gone__r/view`)).statusCode, 404);
  });

  test('given the beginning of a name, then records are suggested, and the search shows them by object', async (t) => {
    const site = await openSite(t);
    site.org.records.insert('Contact', [{ FirstName: 'Ada', LastName: 'Acmeson' }], { user: site.user, allOrNone: true });
    const suggestions = await door<readonly { readonly label: string }[]>(site, 'suggestions?q=acm');
    assert.deepEqual(suggestions.map(({ label }) => label).sort(), ['Acme <script> & Sons', 'Ada Acmeson']);
    assert.deepEqual(await door(site, 'suggestions?q=%22)('), []);
    const { page } = settingsOf((await site.get('/lightning/search?q=acme')).body);
    assert.deepEqual(page.groups.map(({ objectApiName }) => objectApiName).sort(), ['Account', 'Contact']);
    assert.equal((await site.get('/lightning/search?q=%22)(')).statusCode, 200);
  });

  test('given apps and tabs, then the launcher offers them', async (t) => {
    const { apps, items } = await door<{ apps: { name: string; current: boolean }[]; items: { label: string; url: string }[] }>(
      await openSite(t),
      'launcher',
    );
    assert.deepEqual(
      apps.map(({ name, current }) => [name, current]),
      [['Shop', true]],
    );
    assert.ok(items.some(({ label, url }) => label === 'Front desk' && url === '/lightning/n/Desk'));
    assert.ok(items.some(({ url }) => url === '/lightning/o/Account/list'));
  });

  test('given notifications, then the bell counts those of the user that are unread, until they are marked', async (t) => {
    const site = await openSite(t);
    const { org, user } = site;
    const send = (title: string, recipient: string): void =>
      org.flows.calls.outbox?.addNotification({
        ...{ at: org.clock.now(), caller: 'Test', type: 'Pulse', title, body: 'Body', recipients: [recipient] },
        ...{ senderId: undefined, targetId: site.accountId, targetPageRef: undefined },
      });
    send('First', user.id);
    send('Second', user.id);
    send('Of somebody else', '005000000000001AAA');
    assert.equal(unreadCount(org, user), 2);
    const bell = await door<{ unread: number; notifications: { id: number; title: string; url: string }[] }>(site, 'notifications');
    assert.deepEqual(
      bell.notifications.map(({ title }) => title),
      ['Second', 'First'],
    );
    assert.equal(bell.notifications[0]?.url, `/lightning/r/${site.accountId}/view`);
    assert.equal((await door<{ unread: number }>(site, 'notifications/read', { id: bell.notifications[0].id })).unread, 1);
    assert.equal((await door<{ unread: number }>(site, 'notifications/read', {})).unread, 0);
  });

  test('given an object, then its form has what the user may write, names in their parts, and what must have a value', async (t) => {
    const site = await openSite(t);
    interface Form {
      readonly sections: readonly { readonly columns: readonly (readonly { readonly name: string; readonly required: boolean }[])[] }[];
    }
    const { sections } = await door<Form>(site, 'form/Contact');
    const fields = sections.flatMap(({ columns }) => columns.flat());
    const names = fields.map(({ name }) => name);
    assert.ok(names.includes('FirstName') && names.includes('LastName') && !names.includes('Name') && !names.includes('CreatedById'));
    assert.equal(fields.find(({ name }) => name === 'LastName')?.required, true);
    assert.equal(new Set(names).size, names.length);
  });
});
