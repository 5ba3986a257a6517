import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openSite, settingsOf } from '../testing/openSite.ts';

suite('Pages of reports and dashboards', () => {
  test('given an org without any, the lists are empty, and an id of none is not found', async (t) => {
    const { get } = await openSite(t);
    for (const object of ['Report', 'Dashboard']) {
      const list = await get(`/lightning/o/${object}/home`);
      assert.equal(list.statusCode, 200);
      assert.equal(settingsOf(list.body).page.kind, 'reports');
      for (const id of ['00OLo0000000001AAA', "x'%20OR%20''='", '1']) {
        const answer = await get(`/lightning/r/${object}/${id}/view`);
        assert.equal(answer.statusCode, 404);
        assert.equal(settingsOf(answer.body).page.kind, 'message');
      }
    }
  });

  test('given a user who may not run reports, neither the pages nor the tabs are there', async (t) => {
    const { get, org, user } = await openSite(t);
    const [profile] = org.queries.run("SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'", user).records;
    const profileId = String(profile?.id);
    const fields = {
      LastName: 'Stranger',
      Alias: 'strange',
      Email: 's@example.com',
      Username: 'stranger@pages.example',
      ProfileId: profileId,
      LanguageLocaleKey: 'en_US',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      TimeZoneSidKey: 'Europe/Copenhagen',
    };
    const [made] = org.records.insert('User', [fields], { user, allOrNone: true });
    assert.ok(made?.success);
    const cookie = `sid=${encodeURIComponent(org.sessions.open(made.id))}`;
    for (const object of ['Report', 'Dashboard']) assert.equal((await get(`/lightning/o/${object}/home`, cookie)).statusCode, 403);
    const launcher = await get('/lightning/data/launcher', cookie);
    assert.doesNotMatch(launcher.body, /o\/Report\/home/u);
  });
});
