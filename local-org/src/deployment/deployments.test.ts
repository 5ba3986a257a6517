import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { component, deletion } from '../testing/components.ts';
import { problemsOf, tryToDeploy } from '../testing/deployFolder.ts';
import { emptyOrg } from '../testing/emptyOrg.ts';
import { buildSchema } from '../schema/buildSchema.ts';
import { OrgDatabase } from '../storage/database.ts';
import { ComponentStore } from './componentStore.ts';
import { OrgDeployments } from './deployments.ts';
import type { Component } from './types.ts';

suite('A deployment', () => {
  test('given objects, fields and rules, they are there at once and say what became of them', async (t) => {
    const org = await emptyOrg(t);
    const first = await tryToDeploy(org, { components: shop() });
    assert.deepEqual(
      first.components.map(({ fullName, success, created, changed, deleted }) => [fullName, success, created, changed, deleted]),
      shop().map(({ fullName }) => [fullName, true, true, true, false]),
    );
    org.insert('Shop__c', { Name: 'North', Town__c: 'Oslo' });
    assert.deepEqual(org.rows('SELECT Town__c FROM Shop__c'), [{ Town__c: 'Oslo' }]);

    const [object, ...others] = shop();
    assert.ok(object);
    const second = await tryToDeploy(org, {
      components: [object, field('Shop__c.Town__c', 'Text', '<length>80</length>'), ...others.slice(1)],
    });
    assert.deepEqual(
      second.components.map(({ created, changed }) => [created, changed]),
      [[false, false], [false, true], ...others.slice(1).map(() => [false, false])],
    );
    assert.equal(second.components[1]?.id, first.components[1]?.id);
    assert.equal(org.org.schema.object('Shop__c')?.fields.get('town__c')?.length, 80);
  });

  test('given one bad component and rollbackOnError, nothing changes and each problem names its file', async (t) => {
    const org = await emptyOrg(t);
    const bad = field('Shop__c.Bad__c', 'Number', '<precision>5</precision><scale>0</scale><formula>Twon__c * 2</formula>');
    const outcome = await tryToDeploy(org, { components: [...shop(), bad] });
    assert.equal(outcome.status, 'Failed');
    assert.match(problemsOf(outcome).join('\n'), /fields\/Bad__c\.field-meta\.xml.*Twon__c/u);
    assert.equal(problemsOf(outcome).length, 1);
    assert.equal(org.org.schema.object('Shop__c'), undefined);
    assert.deepEqual(
      org.org.deployments.list('CustomField').filter(({ fullName }) => fullName.startsWith('Shop__c')),
      [],
    );
  });

  test('given one bad component without rollbackOnError, what does not depend on it lands', async (t) => {
    const org = await emptyOrg(t);
    const bad = field('Shop__c.Bad__c', 'Number', '<precision>5</precision><scale>0</scale><formula>Twon__c * 2</formula>');
    const onBad = field('Shop__c.OnBad__c', 'Number', '<precision>5</precision><scale>0</scale><formula>Bad__c * 2</formula>');
    const outcome = await tryToDeploy(org, { components: [...shop(), onBad, bad], rollbackOnError: false });
    assert.equal(outcome.status, 'SucceededPartial');
    assert.deepEqual(
      outcome.components.filter(({ success }) => !success).map(({ fullName }) => fullName),
      ['Shop__c.OnBad__c', 'Shop__c.Bad__c'],
    );
    const names = [...(org.org.schema.object('Shop__c')?.fields.values() ?? [])]
      .map(({ name }) => name)
      .filter((name) => name.endsWith('__c'));
    assert.deepEqual(names, ['Town__c', 'Visits__c']);
  });

  test('given an object that its own new field spoils, what else lands does not answer for it', async (t) => {
    const org = await emptyOrg(t);
    await tryToDeploy(org, { components: [...shop().slice(0, 2), object('Visit__c', 'ReadWrite')] });
    const outcome = await tryToDeploy(org, {
      components: [
        field('Shop__c.Town__c', 'Text', '<length>80</length>'),
        object('Visit__c', 'ReadWrite'),
        field('Visit__c.Shop__c', 'MasterDetail', '<referenceTo>Shop__c</referenceTo><relationshipName>Visits</relationshipName>'),
      ],
      rollbackOnError: false,
    });
    assert.deepEqual(
      outcome.components.map(({ fullName, success }) => [fullName, success]),
      [
        ['Shop__c.Town__c', true],
        ['Visit__c', false],
        ['Visit__c.Shop__c', false],
      ],
    );
  });

  test('given checkOnly, it tells what it finds and changes nothing', async (t) => {
    const org = await emptyOrg(t);
    const outcome = await tryToDeploy(org, { components: shop(), checkOnly: true });
    assert.equal(outcome.status, 'Succeeded');
    assert.ok(outcome.components.every(({ created }) => created));
    assert.equal(org.org.schema.object('Shop__c'), undefined);
    assert.equal((await tryToDeploy(org, { components: shop() })).status, 'Succeeded');
  });

  test('given a deletion of what others use, it is refused and says where it is used', async (t) => {
    const org = await emptyOrg(t);
    await tryToDeploy(org, { components: [...shop(), field('Shop__c.Shout__c', 'Text', '<formula>UPPER(Town__c)</formula>')] });
    const refused = await tryToDeploy(org, { deleteLast: [deletion('CustomField', 'Shop__c.Town__c')] });
    assert.equal(refused.status, 'Failed');
    assert.match(problemsOf(refused).join(), /This custom field is referenced elsewhere in Salesforce.*Shop__c\.Shout__c/u);
    const both = await tryToDeploy(org, {
      deleteLast: [deletion('CustomField', 'Shop__c.Shout__c'), deletion('CustomField', 'Shop__c.Town__c')],
    });
    assert.deepEqual([both.status, both.components.map(({ deleted }) => deleted)], ['Succeeded', [true, true]]);
  });

  test('given a deletion of what others only list, they lose it too', async (t) => {
    const org = await emptyOrg(t);
    const permission =
      '<fieldPermissions><editable>false</editable><field>Shop__c.Town__c</field><readable>true</readable></fieldPermissions>';
    const items =
      '<layoutItems><behavior>Edit</behavior><field>Town__c</field></layoutItems><layoutItems><behavior>Edit</behavior><field>Name</field></layoutItems>';
    const listed = [
      component('PermissionSet', 'Reader', `${permission}<label>Reader</label>`),
      component(
        'Layout',
        'Shop__c-Shop Layout',
        `<layoutSections><layoutColumns>${items}</layoutColumns><style>OneColumn</style></layoutSections>`,
      ),
      component(
        'ListView',
        'Shop__c.All',
        '<columns>NAME</columns><columns>Town__c</columns><filterScope>Everything</filterScope><label>All</label>',
      ),
    ];
    const first = await tryToDeploy(org, { components: [...shop(), ...listed] });
    assert.equal(first.status, 'Succeeded', problemsOf(first).join('\n'));
    const outcome = await tryToDeploy(org, { deleteLast: [deletion('CustomField', 'Shop__c.Town__c')] });
    assert.equal(outcome.status, 'Succeeded', problemsOf(outcome).join('\n'));
    for (const { type, fullName } of listed) {
      const kept = org.org.deployments.read({ type, fullName })?.root;
      assert.ok(kept);
      assert.doesNotMatch(JSON.stringify(kept), /Town__c/u, type);
    }
  });

  test('given a profile that says a part, the rest of it stays', async (t) => {
    const org = await emptyOrg(t);
    const objectPermissions = (name: string, edit: boolean): string =>
      `<objectPermissions><allowEdit>${String(edit)}</allowEdit><allowRead>true</allowRead><object>${name}</object></objectPermissions>`;
    await tryToDeploy(org, {
      components: [component('Profile', 'Sales', objectPermissions('Account', false) + objectPermissions('Contact', false))],
    });
    const outcome = await tryToDeploy(org, { components: [component('Profile', 'Sales', objectPermissions('Contact', true))] });
    assert.equal(outcome.status, 'Succeeded', problemsOf(outcome).join('\n'));
    const kept = org.org.deployments.read({ type: 'Profile', fullName: 'Sales' })?.root?.children ?? [];
    assert.deepEqual(
      kept.map(({ children }) => children.map(({ text }) => text)),
      [
        ['false', 'true', 'Account'],
        ['true', 'true', 'Contact'],
      ],
    );
  });

  test("given a file that does not fit its type, it is refused with the line, in the words of the platform's reader", async (t) => {
    const org = await emptyOrg(t);
    const cases: readonly (readonly [inside: string, expected: RegExp])[] = [
      ['\n<colour>red</colour>', /:2: Error parsing file: Element \{http:.*\}colour invalid at this location in type CustomField/u],
      ['<label>again</label>', /Element \{http:.*\}label is duplicated at this location in type CustomField/u],
      ['<required>maybe</required>', /'maybe' is not a valid value for the type xsd:boolean/u],
      ['<deleteConstraint>Perhaps</deleteConstraint>', /'Perhaps' is not a valid value for the enum 'DeleteConstraint'/u],
    ];
    for (const [inside, expected] of cases) {
      const outcome = await tryToDeploy(org, { components: [...shop(), field('Shop__c.X__c', 'Text', `<length>20</length>${inside}`)] });
      assert.match(problemsOf(outcome).join('\n'), expected);
    }
  });

  test('given a field that is deleted and made again, it starts empty', async (t) => {
    const org = await emptyOrg(t);
    await tryToDeploy(org, { components: shop() });
    org.insert('Shop__c', { Name: 'North', Town__c: 'Oslo' });
    const again = await tryToDeploy(org, { deleteFirst: [deletion('CustomField', 'Shop__c.Town__c')], components: shop() });
    assert.equal(again.status, 'Succeeded', problemsOf(again).join());
    assert.deepEqual(org.rows('SELECT Name, Town__c FROM Shop__c'), [{ Name: 'North', Town__c: null }]);
  });

  test('given a component that is not there, deleting it is a warning', async (t) => {
    const org = await emptyOrg(t);
    const outcome = await tryToDeploy(org, { deleteLast: [deletion('CustomField', 'Account.Gone__c')] });
    assert.equal(outcome.status, 'Succeeded');
    assert.deepEqual(problemsOf(outcome, 'Warning'), ['destructiveChanges.xml: No CustomField named: Account.Gone__c found']);
  });

  test('given an object that is deleted, its fields, records and permissions go with it', async (t) => {
    const org = await emptyOrg(t);
    await tryToDeploy(org, { components: shop() });
    org.insert('Shop__c', { Name: 'North' });
    const outcome = await tryToDeploy(org, {
      deleteLast: [deletion('CustomObject', 'Visit__c'), deletion('CustomObject', 'Shop__c')],
    });
    assert.equal(outcome.status, 'Succeeded', problemsOf(outcome).join('\n'));
    assert.deepEqual(
      org.org.deployments.list('CustomField').filter(({ fullName }) => fullName.endsWith('__c')),
      [],
    );
    await tryToDeploy(org, { components: shop() });
    assert.deepEqual(org.rows('SELECT Name FROM Shop__c'), []);
  });

  test('given a type that nothing here runs, it is stored with a warning', async (t) => {
    const org = await emptyOrg(t);
    const apex = component('ApexClass', 'Greeter', '<apiVersion>66.0</apiVersion><status>Active</status>', {
      'classes/Greeter.cls': 'public class Greeter {}',
    });
    const outcome = await tryToDeploy(org, { components: [apex] });
    assert.equal(outcome.status, 'Succeeded');
    assert.match(problemsOf(outcome, 'Warning').join(), /stored, not run/u);
    const [kept] = org.org.deployments.list('ApexClass');
    assert.deepEqual([kept?.runs, kept?.fullName, kept?.id.slice(0, 3)], [false, 'Greeter', '01p']);
    assert.equal(Buffer.from(kept?.files[0]?.content ?? []).toString(), 'public class Greeter {}');
  });

  test('given an org that is started again, it knows without compiling which components run', async (t) => {
    const meta = '<apiVersion>66.0</apiVersion><isExposed>false</isExposed>';
    const runs = component('LightningComponentBundle', 'plain', meta, { 'lwc/plain/plain.js': 'export const a = 1;' });
    const kept = component('LightningComponentBundle', 'events', meta, { 'lwc/events/events.js': "import 'lightning/empApi';" });
    const first = await emptyOrg(t);
    const outcome = await tryToDeploy(first, { components: [runs, kept] });
    assert.equal(outcome.status, 'Succeeded', problemsOf(outcome).join('\n'));
    await first.close();
    const second = await emptyOrg(t, first.dataFolder);
    assert.deepEqual(
      second.org.deployments.list('LightningComponentBundle').map((bundle) => [bundle.fullName, bundle.runs]),
      [
        ['events', false],
        ['plain', true],
      ],
    );
  });

  test('given several deployments at once, they are done one after another', async (t) => {
    const org = await emptyOrg(t);
    const [object, ...others] = shop();
    assert.ok(object);
    const outcomes = await Promise.all([
      tryToDeploy(org, { components: [object] }),
      tryToDeploy(org, { components: others }),
      tryToDeploy(org, { components: shop() }),
    ]);
    assert.deepEqual(
      outcomes.map(({ status, components }) => [status, components.filter(({ changed }) => changed).length]),
      [
        ['Succeeded', 1],
        ['Succeeded', others.length],
        ['Succeeded', 0],
      ],
    );
  });
});

suite('A deployment that is given up', () => {
  for (const [what, when, reason] of [
    ['canceled while it waits', 'queued', /canceled/u],
    ['broken by a defect in the middle of its transaction', 'install', /defect/u],
  ] as const) {
    test(`given one that is ${what}, the org is as it was`, async () => {
      const database = new OrgDatabase(':memory:');
      const components = new ComponentStore(database);
      const host = {
        database,
        components,
        schema: () => buildSchema({ folder: '', files: [] }),
        now: () => 0,
        prepare: () => Promise.resolve(),
        install: () => {
          throw new Error('a defect');
        },
      };
      const canceled = new AbortController();
      if (when === 'queued') canceled.abort(new Error('canceled'));
      const deployments = new OrgDeployments(host, []);
      const deploying = deployments.deploy({ ...plainRequest, components: shop(), signal: canceled.signal });
      await assert.rejects(deploying, reason);
      assert.equal(new ComponentStore(database).components.size, 0);
      assert.equal(deployments.read({ type: 'CustomObject', fullName: 'Shop__c' }), undefined);
      assert.equal(database.prepare('SELECT count(*) AS n FROM local_key_prefix').get()?.['n'], 0);
      database.close();
    });
  }
});

const plainRequest = {
  components: [],
  deleteFirst: [],
  deleteLast: [],
  checkOnly: false,
  rollbackOnError: true,
  ignoreWarnings: false,
  purgeOnDelete: false,
  user: { id: '005000000000001AAA', username: 'ada', name: 'Ada', email: '', timeZone: 'GMT', locale: 'en_US', language: 'en_US' },
};

suite('A deployment that meets records', () => {
  const cases: readonly (readonly [
    what: string,
    before: Component,
    value: string | number | boolean,
    after: Component,
    expected: RegExp | undefined,
  ])[] = [
    [
      'a text that is to be a date',
      field('Shop__c.X__c', 'Text', '<length>20</length>'),
      'soon',
      field('Shop__c.X__c', 'Date', ''),
      /Cannot change type due to existing data/u,
    ],
    [
      'a text that is to be a lookup',
      field('Shop__c.X__c', 'Text', '<length>20</length>'),
      'soon',
      field('Shop__c.X__c', 'Lookup', '<referenceTo>Account</referenceTo><relationshipName>Shops</relationshipName>'),
      /Cannot update a field to a Lookup, MasterDetail, or Hierarchy from something else/u,
    ],
    [
      'a text that is to be a formula',
      field('Shop__c.X__c', 'Text', '<length>20</length>'),
      'soon',
      field('Shop__c.X__c', 'Text', '<formula>Name</formula>'),
      /Cannot update a field to a Formula from something else/u,
    ],
    [
      'a number that is to be a text',
      field('Shop__c.X__c', 'Number', '<precision>4</precision><scale>0</scale>'),
      7,
      field('Shop__c.X__c', 'Text', '<length>20</length>'),
      undefined,
    ],
  ];
  for (const [what, before, value, after, expected] of cases) {
    test(`given ${what}, it is ${expected === undefined ? 'converted' : 'refused'}`, async (t) => {
      const org = await emptyOrg(t);
      await tryToDeploy(org, { components: [...shop(), before] });
      org.insert('Shop__c', { Name: 'North', X__c: value });
      const outcome = await tryToDeploy(org, { components: [after] });
      if (expected === undefined) assert.deepEqual(org.rows('SELECT X__c FROM Shop__c'), [{ X__c: String(value) }]);
      else {
        assert.match(problemsOf(outcome).join('\n'), expected);
        assert.deepEqual(org.rows('SELECT X__c FROM Shop__c'), [{ X__c: value }]);
      }
    });
  }

  test('given records with the same value, the field cannot become unique', async (t) => {
    const org = await emptyOrg(t);
    await tryToDeploy(org, { components: shop() });
    org.insert('Shop__c', { Name: 'North', Town__c: 'Oslo' }, { Name: 'South', Town__c: 'OSLO' });
    const unique = field('Shop__c.Town__c', 'Text', '<length>40</length><unique>true</unique><caseSensitive>false</caseSensitive>');
    assert.match(problemsOf(await tryToDeploy(org, { components: [unique] })).join(), /same value/u);
  });

  test('given a new roll-up over records that are there, it is calculated', async (t) => {
    const org = await emptyOrg(t);
    await tryToDeploy(org, { components: shop() });
    const [shopId = ''] = org.insert('Shop__c', { Name: 'North' });
    org.insert('Visit__c', { Name: 'one', Shop__c: shopId }, { Name: 'two', Shop__c: shopId });
    assert.deepEqual(org.rows('SELECT Visits__c FROM Shop__c'), [{ Visits__c: 2 }]);
    const renamed = shop()
      .filter(({ fullName }) => fullName === 'Shop__c.Visits__c')
      .map((rollup) => ({ ...rollup, fullName: 'Shop__c.Count__c' }));
    const outcome = await tryToDeploy(org, { components: renamed });
    assert.equal(outcome.status, 'Succeeded', problemsOf(outcome).join());
    assert.deepEqual(org.rows('SELECT Count__c FROM Shop__c'), [{ Count__c: 2 }]);
  });
});

function shop(): readonly Component[] {
  return [
    object('Shop__c', 'ReadWrite'),
    field('Shop__c.Town__c', 'Text', '<length>40</length>'),
    object('Visit__c', 'ControlledByParent'),
    field('Visit__c.Shop__c', 'MasterDetail', '<referenceTo>Shop__c</referenceTo><relationshipName>Visits</relationshipName>'),
    field(
      'Shop__c.Visits__c',
      'Summary',
      '<summaryForeignKey>Visit__c.Shop__c</summaryForeignKey><summaryOperation>count</summaryOperation>',
    ),
  ];
}

function object(name: string, sharing: string): Component {
  return component(
    'CustomObject',
    name,
    `<label>${name}</label><pluralLabel>${name}</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>` +
      `<sharingModel>${sharing}</sharingModel><deploymentStatus>Deployed</deploymentStatus>`,
  );
}

function field(fullName: string, type: string, inside: string): Component {
  return component('CustomField', fullName, `<label>${fullName}</label><type>${type}</type>${inside}`);
}
