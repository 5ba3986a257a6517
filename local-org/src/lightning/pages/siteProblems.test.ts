import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { describeProblem, MetadataError } from '../../errors.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import { packageWith } from '../testing/packages.ts';
import { readSiteMetadata } from './siteMetadata.ts';
import { siteProblems } from './siteProblems.ts';

const overrideXml =
  '<actionOverrides><actionName>View</actionName><content>Gone_Page</content><formFactor>Large</formFactor>' +
  '<skipRecordTypeSelect>false</skipRecordTypeSelect><type>Flexipage</type><pageOrSobjectType>Account</pageOrSobjectType></actionOverrides>';

suite('What pages name', () => {
  const cases: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'a field that a layout names',
      layoutPath(),
      layoutXml('<layoutItems><field>Gone__c</field></layoutItems>'),
      /Account Layout.*no field Account\.Gone__c/u,
    ],
    [
      'a related list',
      layoutPath(),
      layoutXml('', '<relatedLists><fields>NAME</fields><relatedList>Gone__c.Account__c</relatedList></relatedLists>'),
      /no related list Gone__c\.Account__c of Account/u,
    ],
    [
      'a column of a related list',
      layoutPath(),
      layoutXml('', '<relatedLists><fields>GONE</fields><relatedList>RelatedContactList</relatedList></relatedLists>'),
      /Contact has no column GONE/u,
    ],
    ['the object of a layout', 'layouts/Gone__c-Gone Layout.layout-meta.xml', layoutXml(''), /no object Gone__c/u],
    [
      'a column of a list view',
      'objects/Account/listViews/All.listView-meta.xml',
      xml('ListView', '<columns>GONE</columns><filterScope>Everything</filterScope><label>All</label>'),
      /no column GONE of Account/u,
    ],
    ['the object of a tab', 'tabs/Gone__c.tab-meta.xml', xml('CustomTab', '<customObject>true</customObject>'), /no object Gone__c/u],
    [
      'the page of an app',
      'applications/App.app-meta.xml',
      xml('CustomApplication', `${overrideXml}<label>App</label>`),
      /no page Gone_Page for Account/u,
    ],
    [
      'a tab of an app',
      'applications/App.app-meta.xml',
      xml('CustomApplication', '<label>App</label><tabs>Gone__c</tabs>'),
      /no tab Gone__c/u,
    ],
  ];
  for (const [what, path, text, expected] of cases) {
    test(`given that ${what} does not exist, it is refused with the file`, async (t) => {
      assert.match(await problemsOf(t, path, text), expected);
    });
  }

  test('given settings that the shell does not run, they are refused rather than ignored', async (t) => {
    const filterLogic = xml(
      'ListView',
      '<booleanFilter>1 OR 2</booleanFilter><columns>NAME</columns><filterScope>Everything</filterScope><label>All</label>',
    );
    assert.match(await problemsOf(t, 'objects/Account/listViews/All.listView-meta.xml', filterLogic), /booleanFilter/u);
    const webTab = xml('CustomTab', '<customObject>false</customObject><url>https://example.com</url>');
    assert.match(await problemsOf(t, 'tabs/Web.tab-meta.xml', webTab), /url.*only tabs of objects/su);
    const utilityBar = xml('CustomApplication', '<label>App</label><utilityBar>Bar</utilityBar>');
    assert.match(await problemsOf(t, 'applications/App.app-meta.xml', utilityBar), /utilityBar/u);
  });

  test('given a label that is defined twice, it is refused', async (t) => {
    const label =
      '<labels><fullName>Title</fullName><language>en_US</language><protected>true</protected><shortDescription>x</shortDescription><value>A</value></labels>';
    assert.match(
      await problemsOf(t, 'labels/CustomLabels.labels-meta.xml', xml('CustomLabels', `${label}${label}`)),
      /Title is defined twice/u,
    );
  });
});

async function problemsOf(t: TestContext, path: string, text: string): Promise<string> {
  const source = await packageWith(t, { [path]: text });
  try {
    return siteProblems(readSiteMetadata(source), buildSchema(source)).map(describeProblem).join('\n');
  } catch (error) {
    if (error instanceof MetadataError) return error.message;
    throw error;
  }
}

function layoutPath(): string {
  return 'layouts/Account-Account Layout.layout-meta.xml';
}

function layoutXml(items: string, lists = ''): string {
  const section = `<layoutSections><label>Fields</label><layoutColumns>${items}</layoutColumns><style>OneColumn</style></layoutSections>`;
  return xml('Layout', `${section}${lists}`);
}

function xml(type: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${inside}</${type}>`;
}
