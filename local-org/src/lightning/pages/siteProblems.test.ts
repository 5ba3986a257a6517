import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { describeProblem, type MetadataProblem } from '../../errors.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import { packageWith } from '../testing/packages.ts';
import { readSiteMetadata } from './siteMetadata.ts';
import { checkSite } from './siteProblems.ts';

const overrideXml =
  '<actionOverrides><actionName>View</actionName><content>Gone_Page</content><formFactor>Large</formFactor>' +
  '<skipRecordTypeSelect>false</skipRecordTypeSelect><type>Flexipage</type><pageOrSobjectType>Account</pageOrSobjectType></actionOverrides>';

suite('What pages name', () => {
  const cases: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'a field that a layout names',
      layoutPath(),
      layoutXml('<layoutItems><field>Gone__c</field></layoutItems>'),
      /Account Layout.*In field: field - no CustomField named Account\.Gone__c found/u,
    ],
    [
      'a related list',
      layoutPath(),
      layoutXml('', '<relatedLists><fields>NAME</fields><relatedList>Gone__c.Account__c</relatedList></relatedLists>'),
      /Cannot find related list:Gone__c\.Account__c/u,
    ],
    [
      'a column of a related list',
      layoutPath(),
      layoutXml('', '<relatedLists><fields>GONE</fields><relatedList>RelatedContactList</relatedList></relatedLists>'),
      /stored, not run: local-org has no column GONE of Contact/u,
    ],
    ['the object of a layout', 'layouts/Gone__c-Gone Layout.layout-meta.xml', layoutXml(''), /no CustomObject named Gone__c found/u],
    [
      'a column of a list view',
      'objects/Account/listViews/All.listView-meta.xml',
      xml('ListView', '<columns>GONE</columns><filterScope>Everything</filterScope><label>All</label>'),
      /stored, not run: local-org has no column GONE of Account/u,
    ],
    [
      'the object of a tab',
      'tabs/Gone__c.tab-meta.xml',
      xml('CustomTab', '<customObject>true</customObject>'),
      /no CustomObject named Gone__c found/u,
    ],
    [
      'the page of an app',
      'applications/App.app-meta.xml',
      xml('CustomApplication', `${overrideXml}<label>App</label>`),
      /In field: content - no FlexiPage named Gone_Page found/u,
    ],
    [
      'a tab of an app',
      'applications/App.app-meta.xml',
      xml('CustomApplication', '<label>App</label><tabs>Gone__c</tabs>'),
      /In field: tab - no CustomTab named Gone__c found/u,
    ],
  ];
  for (const [what, path, text, expected] of cases) {
    test(`given that ${what} does not exist, it is refused with the file`, async (t) => {
      assert.match(await problemsOf(t, path, text), expected);
    });
  }

  test('given what the shell does not show, it is told as a warning', async (t) => {
    const queue = xml('ListView', '<columns>NAME</columns><filterScope>Queue</filterScope><label>All</label><queue>Support</queue>');
    assert.match(await problemsOf(t, 'objects/Account/listViews/All.listView-meta.xml', queue), /stored, not run.*filterScope Queue/u);
    const webTab = xml('CustomTab', '<customObject>false</customObject><url>https://example.com</url>');
    assert.match(await problemsOf(t, 'tabs/Web.tab-meta.xml', webTab), /stored, not run: local-org shows only tabs of objects/u);
    const console = xml('CustomApplication', '<label>App</label><navType>Console</navType>');
    assert.match(await problemsOf(t, 'applications/App.app-meta.xml', console), /stored, not run.*navType Console/u);
  });

  test('given filter logic that makes no sense, it is refused', async (t) => {
    const filter = '<filters><field>NAME</field><operation>equals</operation><value>x</value></filters>';
    for (const logic of ['1 AND 2', '1 OR', '(1']) {
      const view = xml(
        'ListView',
        `<booleanFilter>${logic}</booleanFilter><columns>NAME</columns><filterScope>Everything</filterScope>${filter}<label>All</label>`,
      );
      assert.match(await problemsOf(t, 'objects/Account/listViews/All.listView-meta.xml', view), /[Ff]ilter logic/u, logic);
    }
  });

  test('given a label that is defined twice, it is refused', async (t) => {
    const label =
      '<labels><fullName>Title</fullName><language>en_US</language><protected>true</protected><shortDescription>x</shortDescription><value>A</value></labels>';
    assert.match(
      await problemsOf(t, 'labels/CustomLabels.labels-meta.xml', xml('CustomLabels', `${label}${label}`)),
      /Duplicate name 'Title' specified/u,
    );
  });
});

async function problemsOf(t: TestContext, path: string, text: string): Promise<string> {
  const source = await packageWith(t, { [path]: text });
  const problems: MetadataProblem[] = [];
  const tell = (problem: MetadataProblem): void => {
    problems.push(problem);
  };
  const schema = buildSchema(source);
  readSiteMetadata(source, schema, tell);
  checkSite(source, schema, tell);
  return problems.map(describeProblem).join('\n');
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
