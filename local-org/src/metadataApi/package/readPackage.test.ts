import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { archiveOf, fieldXml, objectXml, packageXml, xmlFile } from '../testing/packageFiles.ts';
import { packageRoots } from './packageRoots.ts';
import type { PackageContents } from './packageContents.ts';
import { readPackage } from './readPackage.ts';

const strict = { allowMissingFiles: false, autoUpdatePackage: false };

function read(files: Readonly<Record<string, string>>, options = strict): PackageContents {
  return readPackage(archiveOf(files), options);
}

function names({ components }: PackageContents): readonly string[] {
  return components.map(({ type, fullName }) => `${type} ${fullName}`);
}

function messages({ problems }: PackageContents): readonly string[] {
  return problems.map(({ kind, type, fullName, fileName, message }) => `${kind} ${type}|${fullName}|${fileName}: ${message}`);
}

const flow = xmlFile('Flow', '<label>F</label>');

describe('reading a package', () => {
  it('given an object file, when it is read, then the object and its parts are components with their lines', () => {
    const object = objectXml('Thing', `${fieldXml('A__c')}\n${fieldXml('B__c')}\n<listViews><fullName>All</fullName></listViews>`);
    const contents = read({ 'package.xml': packageXml({ CustomObject: ['Thing__c'] }), 'objects/Thing__c.object': object });
    assert.deepEqual(names(contents), [
      'CustomObject Thing__c',
      'CustomField Thing__c.A__c',
      'CustomField Thing__c.B__c',
      'ListView Thing__c.All',
    ]);
    assert.deepEqual(messages(contents), []);
    const [, first, second] = contents.components;
    assert.deepEqual([first?.root?.name, first?.root?.line, second?.root?.line], ['CustomField', 4, 5]);
    assert.equal(first?.fileName, 'objects/Thing__c.object');
  });

  it('given only a field named, when its object file is read, then the object itself is no component', () => {
    const object = xmlFile('CustomObject', fieldXml('A__c'));
    const contents = read({ 'package.xml': packageXml({ CustomField: ['Account.A__c'] }), 'objects/Account.object': object });
    assert.deepEqual(names(contents), ['CustomField Account.A__c']);
    assert.deepEqual(messages(contents), []);
  });

  it('given labels, workflows and sharing rules, when they are read, then each has its own type and name', () => {
    const contents = read({
      'package.xml': packageXml({ CustomLabels: ['CustomLabels'], Workflow: ['*'], SharingRules: ['Account'], AssignmentRules: ['Case'] }),
      'labels/CustomLabels.labels': xmlFile('CustomLabels', '<labels><fullName>Hi</fullName></labels>'),
      'workflows/Account.workflow': xmlFile('Workflow', '<alerts><fullName>A</fullName></alerts><rules><fullName>R</fullName></rules>'),
      'sharingRules/Account.sharingRules': xmlFile('SharingRules', '<sharingOwnerRules><fullName>S</fullName></sharingOwnerRules>'),
      'assignmentRules/Case.assignmentRules': xmlFile('AssignmentRules', '<assignmentRule><fullName>N</fullName></assignmentRule>'),
    });
    assert.deepEqual(messages(contents), []);
    assert.deepEqual(names(contents), [
      'CustomLabels CustomLabels',
      'CustomLabel Hi',
      'WorkflowAlert Account.A',
      'WorkflowRule Account.R',
      'SharingRules Account',
      'SharingOwnerRule Account.S',
      'AssignmentRules Case',
      'AssignmentRule Case.N',
    ]);
  });

  it('given content files, bundles and folders, when they are read, then their files are with them', () => {
    const contents = read({
      'package.xml': packageXml({
        ApexClass: ['*'],
        LightningComponentBundle: ['a'],
        StaticResource: ['R'],
        Report: ['F', 'F/R'],
        Document: ['D', 'D/x'],
        Settings: ['Account'],
      }),
      'classes/A.cls': 'class A {}',
      'classes/A.cls-meta.xml': xmlFile('ApexClass', '<status>Active</status>'),
      'lwc/a/a.js': 'export default 1',
      'lwc/a/a.js-meta.xml': xmlFile('LightningComponentBundle', '<isExposed>false</isExposed>'),
      'staticresources/R.resource': 'r',
      'staticresources/R.resource-meta.xml': xmlFile('StaticResource', '<contentType>text/plain</contentType>'),
      'reports/F-meta.xml': xmlFile('ReportFolder', '<name>F</name>'),
      'reports/F/R.report': xmlFile('Report', '<name>R</name>'),
      'documents/D-meta.xml': xmlFile('DocumentFolder', '<name>D</name>'),
      'documents/D/x.txt': 'x',
      'documents/D/x.txt-meta.xml': xmlFile('Document', '<name>x</name>'),
      'settings/Account.settings': xmlFile('AccountSettings', '<enableAccountTeams>true</enableAccountTeams>'),
    });
    assert.deepEqual(messages(contents), []);
    assert.deepEqual(
      contents.components.map(({ type, fullName, fileName, files }) => [type, fullName, fileName, files.map(({ path }) => path).join()]),
      [
        ['ApexClass', 'A', 'classes/A.cls', 'classes/A.cls'],
        ['LightningComponentBundle', 'a', 'lwc/a', 'lwc/a/a.js'],
        ['StaticResource', 'R', 'staticresources/R.resource', 'staticresources/R.resource'],
        ['ReportFolder', 'F', 'reports/F-meta.xml', ''],
        ['Report', 'F/R', 'reports/F/R.report', ''],
        ['DocumentFolder', 'D', 'documents/D-meta.xml', ''],
        ['Document', 'D/x.txt', 'documents/D/x.txt', 'documents/D/x.txt'],
        ['Settings', 'Account', 'settings/Account.settings', ''],
      ],
    );
  });

  it('given names that are percent-encoded in one place only, when they are compared, then they are one name', () => {
    const contents = read({
      'package.xml': packageXml({ Layout: ['Account-Account (A) Layout'] }),
      'layouts/Account-Account %28A%29 Layout.layout': xmlFile('Layout', ''),
    });
    assert.deepEqual(names(contents), ['Layout Account-Account %28A%29 Layout']);
    assert.deepEqual(messages(contents), []);
  });

  it('given what package.xml does not name, when it is read, then it is left out with a warning', () => {
    const object = objectXml('Thing', fieldXml('A__c') + fieldXml('B__c'));
    const contents = read({
      'package.xml': packageXml({ CustomField: ['Thing__c.A__c'] }),
      'objects/Thing__c.object': object,
      'flows/F.flow': flow,
      'lwc/jsconfig.json': '{}',
    });
    assert.deepEqual(names(contents), ['CustomField Thing__c.A__c']);
    assert.deepEqual(messages(contents), [
      'Warning CustomObject|Thing__c|objects/Thing__c.object: Not in package.xml',
      'Warning CustomField|Thing__c.B__c|objects/Thing__c.object: Not in package.xml',
      'Warning Flow|F|flows/F.flow: Not in package.xml',
      'Warning |jsconfig.json|lwc/jsconfig.json: Not in package.xml',
    ]);
    assert.deepEqual(names(read({ 'package.xml': packageXml({}), 'flows/F.flow': flow }, { ...strict, autoUpdatePackage: true })), [
      'Flow F',
    ]);
  });

  it('given what is named and not in the archive, when it is read, then the platform words say so', () => {
    const files = { 'package.xml': packageXml({ Flow: ['F', 'G'], CustomField: ['Account.X__c'] }), 'flows/F.flow': flow };
    assert.deepEqual(messages(read(files)), [
      "Error |G|package.xml: An object 'G' of type Flow was named in package.xml, but was not found in zipped directory",
      "Error |Account.X__c|package.xml: An object 'Account.X__c' of type CustomField was named in package.xml, but was not found in zipped directory",
    ]);
    assert.deepEqual(messages(read(files, { ...strict, allowMissingFiles: true })), []);
  });

  it('given content without metadata, or metadata without content, when it is read, then each is told', () => {
    const contents = read({
      'package.xml': packageXml({ ApexClass: ['A', 'B'], LightningComponentBundle: ['c'] }),
      'classes/A.cls': '',
      'classes/B.cls-meta.xml': xmlFile('ApexClass', ''),
      'lwc/c/c.js': '',
    });
    assert.deepEqual(names(contents), []);
    assert.deepEqual(messages(contents), [
      'Error ApexClass|A|classes/A.cls: Missing metadata file: classes/A.cls-meta.xml',
      'Error LightningComponentBundle|c|lwc/c: Missing metadata file: lwc/c/c.js-meta.xml',
      "Error |B|package.xml: An object 'B' of type ApexClass was named in package.xml, but was not found in zipped directory",
    ]);
  });

  it('given files that are not what they should be, when they are read, then file and line are told', () => {
    const contents = read({
      'package.xml': packageXml({ Flow: ['*'], CustomObject: ['*'] }),
      'flows/Broken.flow': '<Flow>\n<label>x</labl>\n</Flow>',
      'flows/Other.flow': xmlFile('Layout', ''),
      'flows/Bomb.flow': '<!DOCTYPE Flow [<!ENTITY a "aaaa">]><Flow>&a;</Flow>',
      'flows/Deep.flow': `<Flow>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</Flow>`,
      'objects/A__c.object': xmlFile('CustomObject', `${fieldXml('A__c')}${fieldXml('a__c')}<fields><label>No name</label></fields>`),
    });
    assert.deepEqual(names(contents), ['CustomField A__c.A__c']);
    assert.deepEqual(
      contents.problems.map(({ fullName, line, message }) => `${fullName}:${String(line)} ${message}`),
      [
        'Broken:2 Error parsing file: unexpected close tag.',
        'Other:2 Error parsing file: Element Layout invalid at this location, expected Flow',
        'Bomb:1 Error parsing file: a DOCTYPE is not allowed in metadata',
        'Deep:1 Error parsing file: elements are nested deeper than 100',
        'A__c:3 Required field is missing: fullName',
        "A__c.a__c:3 Duplicate name 'a__c' specified",
      ],
    );
  });

  it('given a wrong package.xml, when it is read, then each mistake is told with its line', () => {
    const xml = '<Package>\n<types><members>A</members><name>Nope</name></types>\n<foo/>\n<version>99.0</version>\n</Package>';
    assert.deepEqual(
      read({ 'package.xml': xml }).problems.map(({ line, message }) => `${String(line)} ${message}`),
      [
        '3 Element {http://soap.sforce.com/2006/04/metadata}foo invalid at this location in type Package',
        "2 Unknown type name 'Nope' specified in package.xml",
        '4 Invalid version specified: 99.0',
      ],
    );
    assert.deepEqual(messages(read({})), ['Error |package.xml|package.xml: No package.xml found']);
    assert.match(messages(read({ 'package.xml': '<Package>' }))[0] ?? '', /Error parsing file: /u);
  });

  it('given types that share a directory, a folder named with a slash and a part of a bundle, when they are read, then nothing is missing', () => {
    const contents = read({
      'package.xml': packageXml(
        { FeatureParameterInteger: ['N'], Report: ['F/'], DigitalExperience: ['site/X.view/home'], ManagedTopic: ['*'] },
        '67.0',
      ),
      'featureParameters/N.featureParameterInteger': xmlFile('FeatureParameterBoolean', ''),
      'reports/F-meta.xml': xmlFile('ReportFolder', ''),
      'digitalExperiences/site/X/view/home/content.json': '{}',
    });
    assert.deepEqual(messages(contents), []);
    assert.deepEqual(names(contents), ['FeatureParameterInteger N', 'ReportFolder F', 'DigitalExperienceBundle site/X']);
  });

  it('given destructive changes, when they are read, then what goes first and what goes last is told, and wildcards are refused', () => {
    const contents = read({
      'package.xml': packageXml({}),
      'destructiveChangesPre.xml': packageXml({ Flow: ['First'] }),
      'destructiveChanges.xml': packageXml({ Flow: ['*'], CustomField: ['A__c.B__c'] }),
      'destructiveChangesPost.xml': packageXml({ Flow: ['Last'] }),
    });
    assert.deepEqual(contents.deleteFirst, [{ type: 'Flow', fullName: 'First', fileName: 'destructiveChangesPre.xml' }]);
    assert.deepEqual(
      contents.deleteLast.map(({ fullName }) => fullName),
      ['A__c.B__c', 'Last'],
    );
    assert.deepEqual(messages(contents), [
      'Error |destructiveChanges.xml|destructiveChanges.xml: The wildcard * is not supported in destructiveChanges.xml (Flow)',
    ]);
    assert.deepEqual(contents.manifests, [
      'package.xml',
      'destructiveChangesPre.xml',
      'destructiveChanges.xml',
      'destructiveChangesPost.xml',
    ]);
  });
});

describe('the packages of an archive', () => {
  const roots = (files: Readonly<Record<string, string>>, singlePackage: boolean): readonly string[] =>
    packageRoots(archiveOf(files), singlePackage).map(({ prefix, files: inside }) => `${prefix}:${[...inside.keys()].join()}`);

  it('given a single package, then it lies at the root or in the one top folder', () => {
    assert.deepEqual(roots({ 'package.xml': '', 'flows/F.flow': '' }, true), [':package.xml,flows/F.flow']);
    assert.deepEqual(roots({ 'zip/package.xml': '', 'zip/flows/F.flow': '' }, true), ['zip/:package.xml,flows/F.flow']);
  });

  it('given a set of packages, then each top folder is one', () => {
    assert.deepEqual(roots({ 'a/package.xml': '', 'b/package.xml': '' }, false), ['a/:package.xml', 'b/:package.xml']);
    assert.deepEqual(roots({ 'package.xml': '', 'flows/F.flow': '' }, false), ['flows/:F.flow']);
  });
});
