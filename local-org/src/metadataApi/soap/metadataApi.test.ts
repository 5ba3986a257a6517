import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readArchive } from '../archive/readArchive.ts';
import { writeArchive } from '../archive/writeArchive.ts';
import { type MetadataOrg, startMetadataOrg } from '../testing/metadataOrg.ts';
import { archiveOf, fieldXml, objectXml, packageXml, type PackageFiles, xmlFile, zipOf } from '../testing/packageFiles.ts';

const thing: PackageFiles = {
  'package.xml': packageXml({ CustomObject: ['Thing__c'], ApexClass: ['Hello'], CustomLabels: ['CustomLabels'] }),
  'objects/Thing__c.object': objectXml(
    'Thing',
    `${fieldXml('Code__c')}<listViews><fullName>All</fullName><filterScope>Everything</filterScope><label>All</label></listViews>`,
  ),
  'classes/Hello.cls': 'public class Hello { /* é */ }',
  'classes/Hello.cls-meta.xml': xmlFile('ApexClass', '<apiVersion>66.0</apiVersion><status>Active</status>'),
  'labels/CustomLabels.labels': xmlFile(
    'CustomLabels',
    '<labels><fullName>Hi</fullName><language>en_US</language><protected>false</protected><shortDescription>Hi</shortDescription><value>Hi &amp; bye</value></labels>',
  ),
};

describe('the SOAP Metadata API, by jsforce', () => {
  let org: MetadataOrg;
  before(async () => {
    org = await startMetadataOrg();
  });
  after(() => org.end());

  async function deploy(files: PackageFiles, options = {}) {
    const { metadata } = org.connection;
    const started = await metadata.deploy(zipOf(files), { singlePackage: true, rollbackOnError: true, ...options });
    for (;;) {
      const result = await metadata.checkDeployStatus(started.id, true);
      if (result.done) return result;
    }
  }

  async function retrieve(members: Readonly<Record<string, readonly string[]>>) {
    const types = Object.entries(members).map(([name, names]) => ({ name, members: [...names] }));
    const request = { apiVersion: 66, unpackaged: { types, version: '66.0', objectPermissions: [] } };
    const result = await org.connection.metadata.retrieve(request).complete();
    const files = await readArchive(Buffer.from(result.zipFile, 'base64'));
    return { result, files: Object.fromEntries([...files].map(([path, content]) => [path, Buffer.from(content).toString('utf8')])) };
  }

  it('given a package, when it is deployed and retrieved, then the files come back: content byte for byte, metadata as the platform writes it', async () => {
    const deployed = await deploy(thing);
    assert.equal(deployed.status, 'Succeeded', JSON.stringify(deployed.details));
    assert.equal(deployed.success, true);
    const { files, result } = await retrieve({ CustomObject: ['Thing__c'], ApexClass: ['*'], CustomLabels: ['CustomLabels'] });
    assert.deepEqual(Object.keys(files).sort(), [
      'unpackaged/classes/Hello.cls',
      'unpackaged/classes/Hello.cls-meta.xml',
      'unpackaged/labels/CustomLabels.labels',
      'unpackaged/objects/Thing__c.object',
      'unpackaged/package.xml',
    ]);
    assert.equal(files['unpackaged/classes/Hello.cls'], thing['classes/Hello.cls']);
    assert.match(files['unpackaged/labels/CustomLabels.labels'] ?? '', /<value>Hi &amp; bye<\/value>/u);
    assert.match(
      files['unpackaged/objects/Thing__c.object'] ?? '',
      /<deploymentStatus>[\s\S]*<fields>[\s\S]*<label>Thing<[\s\S]*<listViews>/u,
    );
    const properties = result.fileProperties.find(({ fullName }) => fullName === 'Thing__c');
    assert.deepEqual([properties?.type, properties?.fileName], ['CustomObject', 'unpackaged/objects/Thing__c.object']);
  });

  it('given what was retrieved, when it is deployed again, then nothing changes', async () => {
    const { files } = await retrieve({ CustomObject: ['Thing__c'], ApexClass: ['*'], CustomLabels: ['CustomLabels'] });
    const zip = Buffer.from(writeArchive(archiveOf(files)));
    const { id } = await org.connection.metadata.deploy(zip, {});
    let result = await org.connection.metadata.checkDeployStatus(id, true);
    while (!result.done) result = await org.connection.metadata.checkDeployStatus(id, true);
    assert.equal(result.status, 'Succeeded', JSON.stringify(result.details));
    const changed = result.details.componentSuccesses.filter((message) => message.changed && message.fullName !== 'package.xml');
    assert.deepEqual(changed, []);
  });

  it('given only a field, when it is retrieved, then its object file holds it alone; what is not there is told', async () => {
    const { files, result } = await retrieve({ CustomField: ['Thing__c.Code__c', 'Account.Nope__c', 'Account.Name'], Nonsense: ['X'] });
    assert.doesNotMatch(files['unpackaged/objects/Thing__c.object'] ?? '', /nameField|listViews/u);
    assert.match(files['unpackaged/objects/Thing__c.object'] ?? '', /<fullName>Code__c<\/fullName>/u);
    assert.match(files['unpackaged/objects/Account.object'] ?? '', /<fields>\s*<fullName>Name<\/fullName>\s*<\/fields>/u);
    assert.deepEqual(
      result.messages.map(({ problem }) => problem),
      ["Entity of type 'CustomField' named 'Account.Nope__c' cannot be found", "Entity type: 'Nonsense' is unknown"],
    );
  });

  it('given a validation, when it is deployed by its id, then it lands', async () => {
    const files = {
      'package.xml': packageXml({ CustomField: ['Thing__c.Later__c'] }),
      'objects/Thing__c.object': xmlFile('CustomObject', fieldXml('Later__c')),
    };
    const validated = await deploy(files, { checkOnly: true });
    assert.deepEqual(
      [validated.status, org.org.deployments.read({ type: 'CustomField', fullName: 'Thing__c.Later__c' })],
      ['Succeeded', undefined],
    );
    const id = await org.connection.metadata.deployRecentValidation({ id: validated.id });
    let result = await org.connection.metadata.checkDeployStatus(id);
    while (!result.done) result = await org.connection.metadata.checkDeployStatus(id);
    assert.equal(result.status, 'Succeeded');
    assert.ok(org.org.deployments.read({ type: 'CustomField', fullName: 'Thing__c.Later__c' }));
  });

  it('given a deployment that has ended, when it is canceled, then the fault is the one clients look for', async () => {
    const { id } = await deploy(thing);
    await assert.rejects(org.connection.metadata.cancelDeploy(id), { errorCode: 'sf:INVALID_ID_FIELD' });
  });

  it('given components, when they are listed, then each has its file, its author and its id', async () => {
    const [listed] = await org.connection.metadata.list([{ type: 'ApexClass' }]);
    assert.deepEqual([listed?.fullName, listed?.fileName, listed?.manageableState], ['Hello', 'classes/Hello.cls', 'unmanaged']);
    assert.match(listed?.id ?? '', /^01p/u);
    assert.ok((listed?.createdByName ?? '') !== '');
    const both = await org.connection.metadata.list([{ type: 'CustomObject' }, { type: 'CustomLabels' }]);
    const names = both.map(({ type, fullName, fileName }) => `${type} ${fullName} ${fileName}`);
    for (const expected of [
      'CustomObject Account objects/Account.object',
      'CustomObject Thing__c objects/Thing__c.object',
      'CustomLabels CustomLabels labels/CustomLabels.labels',
    ]) {
      assert.ok(names.includes(expected), expected);
    }
    assert.deepEqual(await org.connection.metadata.list([{ type: 'Report' }]), []);
    await assert.rejects(org.connection.metadata.list([{ type: 'Nonsense' }]), { errorCode: 'sf:INVALID_TYPE' });
  });

  it('given the API, when it describes itself, then it names the types with their folders, suffixes and parts', async () => {
    const described = await org.connection.metadata.describe();
    const byName = new Map(described.metadataObjects.map((type) => [type.xmlName, type]));
    assert.deepEqual(
      ['ApexClass', 'Report', 'LightningComponentBundle'].map((name) => {
        const type = byName.get(name);
        return [type?.directoryName, type?.suffix ?? '', type?.inFolder, type?.metaFile];
      }),
      [
        ['classes', 'cls', false, true],
        ['reports', 'report', true, false],
        ['lwc', '', false, false],
      ],
    );
    assert.ok(byName.get('CustomObject')?.childXmlNames.includes('ValidationRule'));
    assert.ok(!byName.has('ReportFolder'));
  });

  it('given metadata objects, when they are created, read, updated, upserted and deleted, then each call does its work', async () => {
    const { metadata } = org.connection;
    const object = {
      fullName: 'Made__c',
      label: 'Made',
      pluralLabel: 'Made',
      nameField: { type: 'Text', label: 'Name' },
      deploymentStatus: 'Deployed',
      sharingModel: 'ReadWrite',
      fields: [{ fullName: 'One__c', label: 'One', type: 'Text', length: 20 }],
    };
    assert.deepEqual(await metadata.create('CustomObject', object), { fullName: 'Made__c', success: true, errors: [] });
    const [again] = await metadata.create('CustomObject', [object]);
    assert.equal(again?.errors[0]?.statusCode, 'DUPLICATE_DEVELOPER_NAME');
    const field = { fullName: 'Made__c.Two__c', label: 'Two', type: 'Text', length: 20 };
    assert.deepEqual(await metadata.upsert('CustomField', field), { fullName: 'Made__c.Two__c', success: true, created: true, errors: [] });
    assert.equal((await metadata.update('CustomField', { ...field, label: 'Second' })).success, true);
    const read = await metadata.read('CustomObject', 'Made__c');
    assert.deepEqual(
      [read.fullName, read.label, read.fields.map(({ fullName, label }) => `${String(fullName)}=${String(label)}`)],
      ['Made__c', 'Made', ['One__c=One', 'Two__c=Second']],
    );
    assert.equal((await metadata.read('CustomField', 'Made__c.Two__c')).fullName, 'Made__c.Two__c');
    assert.equal((await metadata.read('CustomObject', ['Nope__c']))[0]?.fullName, undefined);
    assert.equal(
      (await metadata.update('CustomField', { ...field, fullName: 'Made__c.Nope__c' })).errors[0]?.statusCode,
      'INVALID_CROSS_REFERENCE_KEY',
    );
    const wrong = await metadata.create('CustomField', {
      fullName: 'Made__c.Wrong__c',
      label: 'Wrong',
      type: 'Lookup',
      referenceTo: 'Nope__c',
      relationshipName: 'Wrongs',
    });
    assert.deepEqual([wrong.success, wrong.errors.length > 0], [false, true]);
    const deleted = await metadata.delete('CustomObject', ['Made__c', 'Nope__c']);
    assert.deepEqual(
      deleted.map(({ success }) => success),
      [true, false],
    );
    await assert.rejects(
      metadata.read(
        'CustomField',
        Array.from({ length: 11 }, () => 'A.B'),
      ),
      { errorCode: 'sf:EXCEEDED_ID_LIMIT' },
    );
  });

  it('given a label and an object, when they are renamed, then the label is, and the object with its records is not', async () => {
    const { metadata } = org.connection;
    const label = { fullName: 'Old', language: 'en_US', protected: false, shortDescription: 'Old', value: 'Old' };
    assert.equal((await metadata.create('CustomLabel', label)).success, true);
    assert.equal((await metadata.rename('CustomLabel', 'Old', 'New')).success, true);
    assert.deepEqual(
      [(await metadata.read('CustomLabel', 'New')).fullName, (await metadata.read('CustomLabel', ['Old']))[0]?.fullName],
      ['New', undefined],
    );
    await assert.rejects(metadata.rename('CustomObject', 'Thing__c', 'Other__c'), /is not run by local-org/u);
  });
});

describe('the SOAP Metadata API, as it is on the wire', () => {
  let org: MetadataOrg;
  before(async () => {
    org = await startMetadataOrg();
  });
  after(() => org.end());

  async function post(body: string, { path = '66.0', token = org.adminToken } = {}): Promise<{ status: number; text: string }> {
    const headers = { 'content-type': 'text/xml', SOAPAction: '""', authorization: `Bearer ${token}` };
    const response = await fetch(`${org.url}/services/Soap/m/${path}`, { method: 'POST', headers, body });
    return { status: response.status, text: await response.text() };
  }

  function envelope(operation: string): string {
    const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
    return `<e:Envelope xmlns:e="${soap}" xmlns:m="http://soap.sforce.com/2006/04/metadata"><e:Body>${operation}</e:Body></e:Envelope>`;
  }

  it('given the session in the Authorization header and the org in the address, when a call is made, then it is answered', async () => {
    const { status, text } = await post(envelope('<m:describeMetadata><m:asOfVersion>66.0</m:asOfVersion></m:describeMetadata>'), {
      path: `66.0/${org.org.id.slice(0, 15)}`,
    });
    assert.equal(status, 200);
    assert.match(text, /<describeMetadataResponse><result><metadataObjects>/u);
  });

  const refusals: readonly (readonly [string, string, object, RegExp])[] = [
    [
      'a token of nobody',
      '<m:describeMetadata/>',
      { token: 'nobody' },
      /<faultcode>sf:INVALID_SESSION_ID<\/faultcode><faultstring>INVALID_SESSION_ID: Invalid Session ID/u,
    ],
    ['a version that there is not', '<m:describeMetadata/>', { path: '99.0' }, /<faultcode>sf:UNSUPPORTED_API_VERSION/u],
    [
      'an operation that there is not',
      '<m:constructor/>',
      {},
      /<faultcode>soapenv:Client<\/faultcode><faultstring>No operation available for request/u,
    ],
    ['a deployment without a zip', '<m:deploy/>', {}, /<faultcode>sf:INVALID_OPERATION/u],
    [
      'an id of nothing',
      '<m:checkDeployStatus><m:asyncProcessId>x</m:asyncProcessId></m:checkDeployStatus>',
      {},
      /sf:INVALID_CROSS_REFERENCE_KEY/u,
    ],
    [
      'an unknown test level',
      '<m:deploy><m:ZipFile>AAAA</m:ZipFile><m:DeployOptions><m:testLevel>X</m:testLevel></m:DeployOptions></m:deploy>',
      {},
      /sf:INVALID_ENUM_VALUE/u,
    ],
  ];
  for (const [what, operation, options, expected] of refusals) {
    it(`given ${what}, when a call is made, then it is a fault`, async () => {
      const { status, text } = await post(envelope(operation), options);
      assert.equal(status, 500);
      assert.match(text, expected);
    });
  }

  it('given bodies that are no envelopes, or bombs, when they are sent, then each is a fault', async () => {
    for (const body of ['', 'x', '<a/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', `${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}`]) {
      const { status, text } = await post(body);
      assert.deepEqual([status, /soapenv:Fault/u.test(text)], [500, true], body.slice(0, 40));
    }
  });

  it('given an archive as large as the platform takes, when it is sent, then it is read', async () => {
    const zip = writeArchive(new Map([['package.xml', Buffer.from(packageXml({}))]]));
    // Anything may stand before the archive itself: that is how a zip is made large without being slow to make.
    const large = Buffer.concat([Buffer.alloc(36 * 1024 * 1024, 'x'), zip]).toString('base64');
    const { status, text } = await post(envelope(`<m:deploy><m:ZipFile>${large}</m:ZipFile></m:deploy>`));
    assert.equal(status, 200, text.slice(0, 300));
    assert.match(text, /<done>false<\/done><id>0Af/u);
  });
});
