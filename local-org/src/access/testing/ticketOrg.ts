import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Component, DeployOutcome } from '../../deployment/types.ts';
import { startLocalOrg, type LocalOrg } from '../../localOrg.ts';
import { fieldXml, objectXml } from '../../schema/testing/packageOf.ts';
import type { FieldValues } from '../../schema/types.ts';
import { component } from '../../testing/components.ts';
import { addUser, type TestUser, type WantedUser } from '../../testing/users.ts';

/** An org with tickets that hold a secret, and permission sets that show more or less of them. */
export interface TicketOrg extends LocalOrg {
  /** Saves as the administrator; gives back the id. */
  create(object: string, values: FieldValues): string;
  /** Rows of a query as the administrator, value by field name. */
  rows(soql: string): readonly Readonly<Record<string, unknown>>[];
  addUser(wanted: WantedUser): TestUser;
  deploy(...components: readonly Component[]): Promise<DeployOutcome>;
  stop(): Promise<void>;
}

/** What a permission set gives on an object: `RCED`, `V`iew all, `M`odify all, view all `F`ields. */
export function objectPermissions(object: string, letters: string): string {
  const flags: readonly (readonly [string, string])[] = [
    ['allowCreate', 'C'],
    ['allowDelete', 'D'],
    ['allowEdit', 'E'],
    ['allowRead', 'R'],
    ['modifyAllRecords', 'M'],
    ['viewAllFields', 'F'],
    ['viewAllRecords', 'V'],
  ];
  const inside = flags.map(([name, letter]) => `<${name}>${String(letters.includes(letter))}</${name}>`).join('');
  return `<objectPermissions>${inside}<object>${object}</object></objectPermissions>`;
}

export function fieldPermission(field: string, letters: string): string {
  const flag = (letter: string): string => String(letters.includes(letter));
  return `<fieldPermissions><editable>${flag('E')}</editable><field>${field}</field><readable>${flag('R')}</readable></fieldPermissions>`;
}

export function userPermission(name: string, enabled = true): string {
  return `<userPermissions><enabled>${String(enabled)}</enabled><name>${name}</name></userPermissions>`;
}

export function permissionSet(name: string, ...inside: readonly string[]): Component {
  return component('PermissionSet', name, `${inside.join('')}<label>${name}</label>`);
}

const text = (label: string): string => fieldXml('Text', '<length>80</length>', label);

export const ticketMetadata: readonly Component[] = [
  component('CustomObject', 'Ticket__c', objectXml('Ticket', '<enableHistory>true</enableHistory><enableSearch>true</enableSearch>')),
  component('CustomField', 'Ticket__c.Subject__c', text('Subject')),
  component('CustomField', 'Ticket__c.Secret__c', fieldXml('Text', '<length>80</length><trackHistory>true</trackHistory>', 'Secret')),
  component('CustomField', 'Ticket__c.Hours__c', fieldXml('Number', '<precision>10</precision><scale>2</scale>', 'Hours')),
  component('CustomField', 'Ticket__c.Cost__c', fieldXml('Number', '<precision>10</precision><scale>2</scale>', 'Cost')),
  component('CustomField', 'Ticket__c.Told__c', fieldXml('Text', '<formula>"it is " &amp; Secret__c</formula>', 'Told')),
  component(
    'CustomField',
    'Ticket__c.Key__c',
    fieldXml('Text', '<externalId>true</externalId><length>40</length><unique>true</unique>', 'Key'),
  ),
  component('CustomField', 'Ticket__c.Must__c', fieldXml('Text', '<length>20</length><required>true</required>', 'Must')),
  component(
    'CustomField',
    'Ticket__c.Customer__c',
    fieldXml('Lookup', '<referenceTo>Account</referenceTo><relationshipName>Tickets</relationshipName>', 'Customer'),
  ),
  component(
    'CustomField',
    'Ticket__c.Rival__c',
    fieldXml('Lookup', '<referenceTo>Account</referenceTo><relationshipName>Rivals</relationshipName>', 'Rival'),
  ),
  component(
    'ValidationRule',
    'Ticket__c.NoLies',
    '<active>true</active><errorConditionFormula>Secret__c = "a lie" &amp;&amp; Subject__c = "check"</errorConditionFormula><errorMessage>No lies.</errorMessage>',
  ),
  component('CustomObject', 'Step__c', objectXml('Step', '', 'ControlledByParent')),
  component(
    'CustomField',
    'Step__c.Ticket__c',
    fieldXml(
      'MasterDetail',
      '<referenceTo>Ticket__c</referenceTo><relationshipLabel>Steps</relationshipLabel><relationshipName>Steps</relationshipName><relationshipOrder>0</relationshipOrder>',
      'Ticket',
    ),
  ),
  component('CustomField', 'Step__c.Points__c', fieldXml('Number', '<precision>6</precision><scale>0</scale>', 'Points')),
  component(
    'CustomField',
    'Ticket__c.Points__c',
    fieldXml(
      'Summary',
      '<summarizedField>Step__c.Points__c</summarizedField><summaryForeignKey>Step__c.Ticket__c</summaryForeignKey><summaryOperation>sum</summaryOperation>',
      'Points',
    ),
  ),
  component('CustomObject', 'Vault__c', objectXml('Vault')),
  component(
    'CustomField',
    'Vault__c.Ticket__c',
    fieldXml('Lookup', '<referenceTo>Ticket__c</referenceTo><relationshipName>Vaults</relationshipName>', 'Ticket'),
  ),
  component('CustomPermission', 'SeeGraphs', '<label>See graphs</label>'),
  permissionSet(
    'TicketReader',
    fieldPermission('Ticket__c.Customer__c', 'R'),
    fieldPermission('Ticket__c.Key__c', 'R'),
    fieldPermission('Ticket__c.Points__c', 'R'),
    fieldPermission('Ticket__c.Subject__c', 'R'),
    fieldPermission('Ticket__c.Told__c', 'R'),
    objectPermissions('Ticket__c', 'R'),
  ),
  permissionSet(
    'TicketWriter',
    fieldPermission('Ticket__c.Customer__c', 'RE'),
    fieldPermission('Ticket__c.Hours__c', 'R'),
    fieldPermission('Ticket__c.Key__c', 'RE'),
    fieldPermission('Ticket__c.Subject__c', 'RE'),
    objectPermissions('Ticket__c', 'RCE'),
  ),
  permissionSet('TicketDeleter', objectPermissions('Ticket__c', 'RED')),
  permissionSet('TicketSecrets', fieldPermission('Ticket__c.Secret__c', 'RE'), objectPermissions('Ticket__c', 'R')),
  permissionSet('TicketAllFields', objectPermissions('Ticket__c', 'RF')),
  permissionSet(
    'StepWriter',
    fieldPermission('Step__c.Points__c', 'RE'),
    objectPermissions('Step__c', 'RCED'),
    objectPermissions('Ticket__c', 'R'),
  ),
  permissionSet(
    'Graphs',
    '<customPermissions><enabled>true</enabled><name>SeeGraphs</name></customPermissions>',
    userPermission('ApiEnabled'),
  ),
  component(
    'MutingPermissionSet',
    'NoSecrets',
    `${fieldPermission('Ticket__c.Secret__c', 'R')}<label>No secrets</label>${objectPermissions('Ticket__c', 'D')}`,
  ),
  component(
    'PermissionSetGroup',
    'TicketTeam',
    '<label>Ticket team</label><mutingPermissionSets>NoSecrets</mutingPermissionSets><permissionSets>TicketWriter</permissionSets><permissionSets>TicketSecrets</permissionSets><permissionSets>TicketDeleter</permissionSets>',
  ),
  component(
    'Profile',
    'Clerk',
    `<custom>true</custom>${fieldPermission('Ticket__c.Subject__c', 'RE')}${objectPermissions('Account', 'R')}${objectPermissions('Ticket__c', 'RCE')}<userLicense>Salesforce</userLicense>${userPermission('ApiEnabled')}`,
  ),
];

export async function startTicketOrg(): Promise<TicketOrg> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'local-org-tickets-'));
  const localOrg = await startLocalOrg({ dataFolder, port: 0, pages: false });
  const { org, adminToken } = localOrg;
  const admin = org.user(org.sessions.userIdOf(adminToken) ?? '');
  if (admin === undefined) throw new Error('there is no administrator');
  const deploy = (...components: readonly Component[]): Promise<DeployOutcome> =>
    org.deployments.deploy({
      user: admin,
      components,
      deleteFirst: [],
      deleteLast: [],
      checkOnly: false,
      rollbackOnError: true,
      ignoreWarnings: true,
      purgeOnDelete: false,
    });
  const outcome = await deploy(...ticketMetadata);
  if (outcome.status !== 'Succeeded') throw new Error(JSON.stringify(outcome.components.filter(({ success }) => !success)));
  return {
    ...localOrg,
    deploy,
    addUser: (wanted) => addUser(localOrg, wanted),
    create: (object, values) => {
      const [result] = org.records.insert(object, [values], { user: admin, allOrNone: true });
      if (result?.success !== true) throw new Error(`${object}: ${JSON.stringify(result?.errors)}`);
      return result.id;
    },
    rows: (soql) =>
      org.queries
        .run(soql, admin)
        .records.map(({ fields }) =>
          Object.fromEntries([...fields].map(([name, value]) => [name, value.kind === 'value' ? value.value : value.kind])),
        ),
    stop: async () => {
      await localOrg.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
