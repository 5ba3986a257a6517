import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalOrg, type LocalOrg } from '../../../localOrg.ts';
import type { FieldValues } from '../../../schema/types.ts';
import { component } from '../../../testing/components.ts';
import { fieldXml, objectXml } from '../../../schema/testing/packageOf.ts';

/** Everybody who stands to the deals in some relation. */
export const people = ['owner', 'boss', 'member', 'friend', 'ruled', 'nobody'] as const;
export type Person = (typeof people)[number];

/** An org whose deals are owned, shared and ruled, and the people around them. */
export interface DealOrg extends LocalOrg {
  readonly tokens: ReadonlyMap<Person, string>;
  readonly ids: ReadonlyMap<Person, string>;
  readonly queueId: string;
  /** A deal of `owner`, shared with the friend's group, in the region of the rule. */
  readonly deal: string;
  /** A deal of the queue. */
  readonly queued: string;
  /** Creates as the administrator; gives back the id. */
  create(object: string, values: FieldValues): string;
  /** A call of the Data API by somebody: status and parsed body. */
  call(person: Person | 'admin', method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

const rule = `<accessLevel>Edit</accessLevel><label>North</label><sharedTo><group>Ruled</group></sharedTo>
  <criteriaItems><field>Region__c</field><operation>equals</operation><value>north</value></criteriaItems>
  <includeRecordsOwnedByAll>true</includeRecordsOwnedByAll>`;

function metadata(sharing: string): Parameters<LocalOrg['org']['deployments']['deploy']>[0]['components'] {
  const mayDeals = '<allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead>';
  const rights = ['Deal__c', 'Line__c', 'Memo__c'].map(
    (object) =>
      `<objectPermissions>${mayDeals}<modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`,
  );
  const field =
    '<fieldPermissions><editable>true</editable><field>Deal__c.Region__c</field><readable>true</readable></fieldPermissions><fieldPermissions><editable>true</editable><field>Memo__c.Deal__c</field><readable>true</readable></fieldPermissions>';
  const isShared = sharing === 'Private' || sharing === 'Read';
  return [
    component('CustomObject', 'Deal__c', objectXml('Deal', '<enableSearch>true</enableSearch>', sharing)),
    component('CustomField', 'Deal__c.Region__c', fieldXml('Text', '<length>40</length>', 'Region')),
    component('CustomObject', 'Line__c', objectXml('Line', '', 'ControlledByParent')),
    component(
      'CustomField',
      'Line__c.Deal__c',
      fieldXml(
        'MasterDetail',
        '<referenceTo>Deal__c</referenceTo><relationshipLabel>Lines</relationshipLabel><relationshipName>Lines</relationshipName><relationshipOrder>0</relationshipOrder>',
        'Deal',
      ),
    ),
    component('CustomObject', 'Memo__c', objectXml('Memo', '', 'ReadWrite')),
    component(
      'CustomField',
      'Memo__c.Deal__c',
      fieldXml('Lookup', '<referenceTo>Deal__c</referenceTo><relationshipName>Memos</relationshipName>', 'Deal'),
    ),
    component('PermissionSet', 'Deals', `${field}<label>Deals</label>${rights.join('')}`),
    component('Role', 'Boss', '<name>Boss</name>'),
    component('Role', 'Rep', '<name>Rep</name><parentRole>Boss</parentRole>'),
    component('Group', 'Friends', '<doesIncludeBosses>false</doesIncludeBosses><name>Friends</name>'),
    component('Group', 'Ruled', '<doesIncludeBosses>false</doesIncludeBosses><name>Ruled</name>'),
    component(
      'Queue',
      'Deals',
      '<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Deals</name><queueSobject><sobjectType>Deal__c</sobjectType></queueSobject>',
    ),
    ...(isShared ? [component('SharingCriteriaRule', 'Deal__c.North', rule)] : []),
  ];
}

/** @param sharing organization-wide default of Deal__c */
export async function startDealOrg(sharing: string): Promise<DealOrg> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'local-org-deals-'));
  const localOrg = await startLocalOrg({ dataFolder, port: 0, pages: false });
  const stop = async (): Promise<void> => {
    await localOrg.close();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    return { ...(await fill(localOrg, sharing)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function fill(localOrg: LocalOrg, sharing: string): Promise<Omit<DealOrg, 'stop'>> {
  const { org, url, adminToken } = localOrg;
  const admin = org.user(org.sessions.userIdOf(adminToken) ?? '');
  if (admin === undefined) throw new Error('there is no administrator');
  const outcome = await org.deployments.deploy({
    user: admin,
    components: metadata(sharing),
    deleteFirst: [],
    deleteLast: [],
    checkOnly: false,
    rollbackOnError: true,
    ignoreWarnings: true,
    purgeOnDelete: false,
  });
  if (outcome.status !== 'Succeeded') throw new Error(JSON.stringify(outcome.components.filter(({ success }) => !success)));
  const create = (object: string, values: FieldValues): string => {
    const [result] = org.records.insert(object, [values], { user: admin, allOrNone: true });
    if (result?.success !== true) throw new Error(`${object}: ${JSON.stringify(result?.errors)}`);
    return result.id;
  };
  const idOf = (soql: string): string => org.queries.run(soql, admin).records[0]?.id ?? '';
  const profileId = idOf(`SELECT Id FROM Profile WHERE Name = 'Standard User'`);
  const permissionSetId = idOf(`SELECT Id FROM PermissionSet WHERE Name = 'Deals'`);
  const roles: Partial<Record<Person, string>> = { owner: 'Rep', boss: 'Boss' };
  const ids = new Map<Person, string>();
  const tokens = new Map<Person, string>();
  for (const person of people) {
    const role = roles[person];
    const id = create('User', {
      ...userValues(person),
      ProfileId: profileId,
      UserRoleId: role === undefined ? null : idOf(`SELECT Id FROM UserRole WHERE DeveloperName = '${role}'`),
    });
    create('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: permissionSetId });
    ids.set(person, id);
    tokens.set(person, org.sessions.open(id));
  }
  const groupId = (type: string, name: string): string => idOf(`SELECT Id FROM Group WHERE Type = '${type}' AND DeveloperName = '${name}'`);
  const userId = (person: Person): string => ids.get(person) ?? '';
  const queueId = groupId('Queue', 'Deals');
  create('GroupMember', { GroupId: queueId, UserOrGroupId: userId('member') });
  create('GroupMember', { GroupId: groupId('Regular', 'Friends'), UserOrGroupId: userId('friend') });
  create('GroupMember', { GroupId: groupId('Regular', 'Ruled'), UserOrGroupId: userId('ruled') });
  const deal = create('Deal__c', { Name: 'Harbour crane', OwnerId: userId('owner'), Region__c: 'North' });
  const queued = create('Deal__c', { Name: 'Harbour light', OwnerId: queueId, Region__c: 'South' });
  if (org.schema.object('Deal__Share') !== undefined && sharing === 'Private') {
    create('Deal__Share', { ParentId: deal, UserOrGroupId: groupId('Regular', 'Friends'), AccessLevel: 'Read' });
  }
  return {
    ...localOrg,
    tokens,
    ids,
    queueId,
    deal,
    queued,
    create,
    call: async (person, method, path, body) => {
      const token = person === 'admin' ? adminToken : (tokens.get(person) ?? '');
      const response = await fetch(`${url}/services/data/v66.0/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    },
  };
}

function userValues(person: Person): FieldValues {
  return {
    Username: `${person}@example.com`,
    LastName: person,
    Email: `${person}@example.com`,
    Alias: person,
    TimeZoneSidKey: 'Europe/London',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}
