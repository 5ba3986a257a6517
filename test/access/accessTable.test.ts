import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { AccessPage } from './accessPage.ts';
import type { Described } from './client.ts';
import { seedOneOfEach } from './seed.ts';
import { openPeopledOrg, type PeopledOrg } from './testOrg.ts';
import { walkFields, walkObject, type Walker } from './walk.ts';

// docs/guide/access.md against what the org does: every permission set, object and field, over REST as somebody who has
// that set and nothing else of Customer Pulse.
const page = AccessPage.read(join(import.meta.dirname, '../../docs/guide/access.md'));
const standardObjects = ['Account', 'Contact', 'Lead'];

/** Grants no access to records or fields, only that the API may be called. */
const bareProfile = 'Minimum Access - API Only Integrations';

describe('the access page', () => {
  let org: PeopledOrg;
  let records: ReadonlyMap<string, string>;
  const objects = new Map<string, Described>();

  before(async () => {
    org = await openPeopledOrg();
    records = await seedOneOfEach(org);
    for (const name of [...page.objects, ...standardObjects]) {
      const described = await org.admin.describe(name);
      if (described !== undefined) objects.set(name, described);
    }
  });
  after(() => org.close());

  test('names every object of the package, and no field that is not there', async () => {
    const answer = await org.admin.ask('GET', '/sobjects');
    const { sobjects } = answer.body as { sobjects: readonly { name: string; custom: boolean }[] };
    const ours = sobjects.filter(({ name, custom }) => custom && name.endsWith('__c')).map(({ name }) => name);
    assert.deepEqual(ours.toSorted(), [...page.objects].toSorted());
    const fields = new Set([...objects.values()].flatMap(({ name, fields }) => fields.map((field) => `${name}.${field.name}`)));
    assert.deepEqual(
      page.namedFields.filter((name) => !fields.has(name)),
      [],
    );
  });

  for (const set of page.sets) {
    test(`is what somebody with ${set} may do`, async () => {
      const bare = await org.person(`Bare${set}`, bareProfile, [`CustomerPulse${set}`]);
      const standard = await org.person(`Standard${set}`, 'Standard User', [`CustomerPulse${set}`]);
      const wrong: string[] = [];
      for (const object of objects.values()) {
        const ours = page.objects.includes(object.name);
        const walker: Walker = { set, page, client: (ours ? bare : standard).client };
        const id = records.get(object.name) ?? '';
        if (ours) wrong.push(...(await walkObject(walker, object, id)));
        // Where the object is closed, so is each of its fields, and describe and query have said so.
        if (!ours || page.allows(set, object.name, 'R')) wrong.push(...(await walkFields(walker, object, id)));
      }
      assert.deepEqual(wrong, []);
    });
  }

  test('is more with two sets than with one', async () => {
    const { client } = await org.person('Both', bareProfile, ['CustomerPulseUser', 'CustomerPulseComments']);
    const answer = await client.query('SELECT Comment__c FROM PulseResponse__c');
    assert.deepEqual((answer.body as { records: readonly { Comment__c: string }[] }).records[0]?.Comment__c, 'Purple elephants');
  });

  test('lets somebody without a set see nothing of it', async () => {
    const { client } = await org.person('Nobody', 'Standard User', []);
    for (const name of page.objects) assert.equal((await client.query(`SELECT Id FROM ${name}`)).status, 400, name);
  });
});
