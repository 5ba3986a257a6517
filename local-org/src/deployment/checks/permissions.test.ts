import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { describeProblem, type MetadataProblem } from '../../errors.ts';
import type { MetadataFile, PackageSource } from '../../metadata/packageSource.ts';
import { readPermissionSets } from '../../metadata/permissions/permissionSet.ts';
import { parseXml } from '../../metadata/xmlTree.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import { checkPermissions } from './permissions.ts';

const setPath = 'permissionsets/Reader.permissionset-meta.xml';

const shop: readonly MetadataFile[] = [
  objectFile('Shop__c', 'ReadWrite'),
  fieldFile('Shop__c', 'Town__c', '<type>Text</type><length>40</length>'),
  fieldFile('Shop__c', 'Key__c', '<type>Text</type><length>40</length><required>true</required>'),
  objectFile('Visit__c', 'ControlledByParent'),
  fieldFile(
    'Visit__c',
    'Shop__c',
    '<type>MasterDetail</type><referenceTo>Shop__c</referenceTo><relationshipName>Visits</relationshipName>',
  ),
];

suite('What a permission set names', () => {
  test('given only what the org has, nothing is wrong', () => {
    const inside = [field('Shop__c.Town__c'), '<label>Reader</label>', object('Shop__c', 'allowRead'), object('Visit__c', 'allowRead')];
    assert.equal(problemsOf(inside.join('')), '');
  });

  const cases: readonly (readonly [what: string, inside: string, expected: RegExp])[] = [
    ['a field that is not there', field('Shop__c.Twon__c'), /Reader.*:1: In field: field - no CustomField named Shop__c\.Twon__c found/u],
    ['a field of an object that is not there', field('Shpo__c.Town__c'), /no CustomField named Shpo__c\.Town__c found/u],
    ['a standard field that is not here', field('Account.Rainfall'), /stored, not run: local-org does not have Account\.Rainfall/u],
    ['a required field', field('Shop__c.Key__c'), /You cannot deploy to a required field: Shop__c\.Key__c/u],
    ['a master-detail field', field('Visit__c.Shop__c'), /You cannot deploy to a required field: Visit__c\.Shop__c/u],
    ['an object that is not there', object('Shpo__c', 'allowRead'), /In field: object - no CustomObject named Shpo__c found/u],
    [
      'a right without the one that it stands on',
      object('Shop__c', 'allowEdit'),
      /Permission Edit Shop__c depends on permission\(s\): Read Shop__c/u,
    ],
    ['details without their master', object('Visit__c', 'allowRead'), /Permission Read Visit__c depends on permission\(s\): Read Shop__c/u],
    [
      'a tab that is not there',
      '<tabSettings><tab>Shop__c</tab><visibility>Visible</visibility></tabSettings>',
      /In field: tab - no CustomTab named Shop__c found/u,
    ],
    [
      'an app that is not there',
      '<applicationVisibilities><application>Shop</application><visible>true</visible></applicationVisibilities>',
      /In field: application - no CustomApplication named Shop found/u,
    ],
    [
      'a class that is not there',
      '<classAccesses><apexClass>Greeter</apexClass><enabled>true</enabled></classAccesses>',
      /In field: apexClass - no ApexClass named Greeter found/u,
    ],
  ];
  for (const [what, inside, expected] of cases) {
    test(`given ${what}, it is told in the platform's words`, () => {
      assert.match(problemsOf(`${inside}<label>Reader</label>`), expected);
    });
  }
});

function problemsOf(inside: string): string {
  const file = { path: setPath, type: 'PermissionSet', name: 'Reader', root: parseXml(`<PermissionSet>${inside}</PermissionSet>`) };
  const source: PackageSource = { folder: '/package', files: [...shop, file] };
  const problems: MetadataProblem[] = [];
  const tell = (problem: MetadataProblem): void => {
    problems.push(problem);
  };
  readPermissionSets(source, tell);
  checkPermissions(source, buildSchema(source), tell);
  return problems.map(describeProblem).join('\n');
}

function field(name: string): string {
  return `<fieldPermissions><editable>false</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;
}

function object(name: string, ...given: readonly string[]): string {
  const rights = given.map((right) => `<${right}>true</${right}>`).join('');
  return `<objectPermissions>${rights}<object>${name}</object></objectPermissions>`;
}

function objectFile(name: string, sharingModel: string): MetadataFile {
  const inside = `<label>${name}</label><pluralLabel>${name}</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>${sharingModel}</sharingModel><deploymentStatus>Deployed</deploymentStatus>`;
  const root = parseXml(`<CustomObject>${inside}</CustomObject>`);
  return { path: `objects/${name}/${name}.object-meta.xml`, type: 'CustomObject', name, object: name, root };
}

function fieldFile(objectName: string, name: string, inside: string): MetadataFile {
  const root = parseXml(`<CustomField><fullName>${name}</fullName><label>${name}</label>${inside}</CustomField>`);
  return { path: `objects/${objectName}/fields/${name}.field-meta.xml`, type: 'CustomField', name, object: objectName, root };
}
