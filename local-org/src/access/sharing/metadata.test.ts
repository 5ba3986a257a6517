import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { objectXml } from '../../schema/testing/packageOf.ts';
import { component } from '../../testing/components.ts';
import { emptyOrg, type EmptyOrg } from '../../testing/emptyOrg.ts';

type Component = ReturnType<typeof component>;

/** Deploys; gives back what was wrong, one line each. */
async function deploy(org: EmptyOrg, ...components: readonly Component[]): Promise<string> {
  const outcome = await org.org.deployments.deploy({
    user: org.admin,
    components,
    deleteFirst: [],
    deleteLast: [],
    checkOnly: false,
    ignoreWarnings: true,
    purgeOnDelete: false,
    rollbackOnError: true,
  });
  return outcome.components.flatMap(({ success, problems }) => (success ? [] : problems.map(({ message }) => message))).join('\n');
}

const role = (name: string, parent = ''): Component =>
  component('Role', name, `<name>${name}</name>${parent === '' ? '' : `<parentRole>${parent}</parentRole>`}`);
const queue = (members: string): Component =>
  component(
    'Queue',
    'Care',
    `<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Care</name>${members}<queueSobject><sobjectType>Case</sobjectType></queueSobject>`,
  );
const deals = (sharing: string, external = ''): Component =>
  component(
    'CustomObject',
    'Deal__c',
    objectXml('Deal', external === '' ? '' : `<externalSharingModel>${external}</externalSharingModel>`, sharing),
  );
const criteria = '<criteriaItems><field>Name</field><operation>equals</operation><value>x</value></criteriaItems>';
const rule = (inside: string): Component => component('SharingCriteriaRule', 'Deal__c.Some', inside);

const members = `SELECT UserOrGroupId FROM GroupMember`;

suite('Roles, queues and their members in metadata', () => {
  test('a role brings its groups, a queue its members, and what people change stays', async (t: TestContext) => {
    const org = await emptyOrg(t);
    const named =
      '<queueMembers><roles><role>Rep</role></roles><users><user>integration@customer-pulse.example</user></users></queueMembers>';
    assert.equal(await deploy(org, role('Boss'), role('Rep', 'Boss'), queue(named)), '');
    assert.equal(org.rows(`SELECT Id FROM Group WHERE Type LIKE 'Role%'`).length, 6);
    assert.equal(org.rows(members).length, 2);
    const [member] = org.rows(`SELECT Id FROM GroupMember WHERE UserOrGroup.Type = 'User'`);
    org.org.records.delete('GroupMember', [String(member?.['Id'])], { user: org.admin, allOrNone: true });
    assert.equal(await deploy(org, role('Other')), '');
    assert.equal(org.rows(members).length, 1, 'a member that was taken out does not come back');
    assert.equal(await deploy(org, queue(named.replace('Rep', 'Boss'))), '');
    assert.equal(org.rows(members).length, 2, 'a changed file sets its members');
  });

  test('a member that is not there is refused', async (t: TestContext) => {
    const org = await emptyOrg(t);
    const said = await deploy(org, queue('<queueMembers><users><user>who@example.com</user></users></queueMembers>'));
    assert.match(said, /In field: user - no User named who@example\.com found/u);
  });

  test('a queue owns records of its objects alone, and groups keep their rules', async (t: TestContext) => {
    const org = await emptyOrg(t);
    await deploy(org, queue(''), component('Group', 'One', '<doesIncludeBosses>false</doesIncludeBosses><name>One</name>'));
    const id = (name: string): string => String(org.rows(`SELECT Id FROM Group WHERE DeveloperName = '${name}'`)[0]?.['Id']);
    const codeOf = (object: string, values: Record<string, string>): string => {
      const [result] = org.org.records.insert(object, [values], { user: org.admin, allOrNone: true });
      return result?.success === true ? '' : (result?.errors[0]?.statusCode ?? '');
    };
    assert.equal(codeOf('Case', { Subject: 'For the queue', OwnerId: id('Care') }), '');
    assert.equal(codeOf('Lead', { LastName: 'L', Company: 'C', OwnerId: id('Care') }), 'INVALID_OPERATION');
    assert.equal(codeOf('Case', { Subject: 'For a group', OwnerId: id('One') }), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(codeOf('GroupMember', { GroupId: id('One'), UserOrGroupId: id('One') }), 'CIRCULAR_DEPENDENCY');
    assert.equal(codeOf('GroupMember', { GroupId: id('One'), UserOrGroupId: id('Care') }), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(codeOf('Group', { Name: 'R', Type: 'Role' }), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(codeOf('QueueSobject', { QueueId: id('Care'), SobjectType: 'Account' }), 'FIELD_INTEGRITY_EXCEPTION');
  });
});

suite('Defaults and sharing rules in metadata', () => {
  const shared = '<sharedTo><allInternalUsers></allInternalUsers></sharedTo>';
  const cases: readonly (readonly [what: string, components: readonly Component[], said: RegExp])[] = [
    [
      'an external default above the internal one',
      [deals('Private', 'Read')],
      /external organization-wide default Read is more permissive/u,
    ],
    [
      'a level that is none',
      [deals('Private'), rule(`<accessLevel>All</accessLevel><label>S</label>${shared}${criteria}`)],
      /Read or Edit, not 'All'/u,
    ],
    [
      'a field that is not there',
      [deals('Private'), rule(`<accessLevel>Read</accessLevel><label>S</label>${shared}${criteria.replace('Name', 'Nmae')}`)],
      /field Nmae of Deal__c does not exist/u,
    ],
    [
      'an object that is not shared',
      [component('SharingCriteriaRule', 'Contact.Some', `<accessLevel>Read</accessLevel><label>S</label>${shared}${criteria}`)],
      /not available for Contact/u,
    ],
    [
      'two groups',
      [
        deals('Private'),
        rule(`<accessLevel>Read</accessLevel><label>S</label><sharedTo><group>A</group><role>B</role></sharedTo>${criteria}`),
      ],
      /exactly one group/u,
    ],
    ['no criteria', [deals('Private'), rule(`<accessLevel>Read</accessLevel><label>S</label>${shared}`)], /criteriaItems/u],
    [
      'logic that names no line',
      [deals('Private'), rule(`<accessLevel>Read</accessLevel><booleanFilter>1 AND 2</booleanFilter><label>S</label>${shared}${criteria}`)],
      /Invalid filter logic/u,
    ],
  ];
  for (const [what, components, said] of cases) {
    test(`${what} is refused`, async (t: TestContext) => {
      assert.match(await deploy(await emptyOrg(t), ...components), said);
    });
  }

  test('the share object comes and goes with the default', async (t: TestContext) => {
    const org = await emptyOrg(t);
    assert.equal(await deploy(org, deals('Private', 'Private')), '');
    assert.notEqual(org.org.schema.object('Deal__Share'), undefined);
    assert.equal(await deploy(org, deals('ReadWrite', 'Private')), '');
    assert.equal(org.org.schema.object('Deal__Share'), undefined);
  });

  test('activities follow their parents where the org says so', async (t: TestContext) => {
    const org = await emptyOrg(t);
    assert.equal(org.org.schema.object('Task')?.sharingModel, 'Private');
    assert.equal(await deploy(org, component('CustomObject', 'Activity', '<sharingModel>ControlledByParent</sharingModel>')), '');
    assert.equal(org.org.schema.object('Task')?.sharingModel, 'ControlledByParent');
  });
});
