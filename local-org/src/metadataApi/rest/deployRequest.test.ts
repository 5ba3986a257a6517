import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { z } from 'zod';
import { connect, type MetadataOrg, startMetadataOrg } from '../testing/metadataOrg.ts';
import { fieldXml, objectXml, packageXml, zipOf } from '../testing/packageFiles.ts';

const files = {
  'package.xml': packageXml({ CustomObject: ['Thing__c'] }),
  'objects/Thing__c.object': objectXml('Thing', fieldXml('A__c')),
};
const options = { singlePackage: true, rollbackOnError: true, testLevel: 'RunLocalTests' };

const answer = z.looseObject({
  id: z.string(),
  deployOptions: z.looseObject({ checkOnly: z.boolean() }),
  deployResult: z.looseObject({ status: z.string(), done: z.boolean(), runTestsEnabled: z.boolean(), details: z.unknown().optional() }),
});

describe('deployRequest of the REST API', () => {
  let org: MetadataOrg;
  before(async () => {
    org = await startMetadataOrg();
  });
  after(() => org.end());

  async function send(
    method: string,
    path: string,
    body?: FormData | string,
    token = org.adminToken,
  ): Promise<{ status: number; body: unknown }> {
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    if (typeof body === 'string') headers['content-type'] = 'application/json';
    const url = `${org.url}/services/data/v66.0/metadata/deployRequest${path}`;
    const response = await fetch(url, body === undefined ? { method, headers } : { method, headers, body });
    return { status: response.status, body: await response.json() };
  }

  /** The form of the documentation: a part `json` and a part `file`. */
  function form(given: object = options, zip: Uint8Array = zipOf(files)): FormData {
    const data = new FormData();
    data.append('json', new Blob([JSON.stringify({ deployOptions: given })], { type: 'application/json' }));
    data.append('file', new Blob([new Uint8Array(zip)], { type: 'application/zip' }), 'deploy.zip');
    return data;
  }

  async function ended(id: string): Promise<z.infer<typeof answer>> {
    for (;;) {
      const { status, body } = await send('GET', `/${id}?includeDetails=true`);
      assert.equal(status, 200);
      const read = answer.parse(body);
      if (read.deployResult.done) return read;
    }
  }

  it('given the form of the documentation, when it is posted, then the deployment is taken and ends with its details', async () => {
    const { status, body } = await send('POST', '', form());
    assert.equal(status, 201);
    const { id, deployResult } = answer.parse(body);
    assert.deepEqual([deployResult.status, deployResult.done, deployResult.runTestsEnabled], ['Pending', false, true]);
    const done = await ended(id);
    assert.equal(done.deployResult.status, 'Succeeded');
    assert.match(JSON.stringify(done.deployResult.details), /"created":true,"deleted":false,"componentType":"CustomField"/u);
    assert.equal(answer.parse((await send('GET', `/${id}`)).body).deployResult.details, undefined);
  });

  it('given jsforce, when it deploys by REST, then it finds its result there', async () => {
    const { metadata } = connect(org);
    const { id } = await metadata.deployRest(zipOf(files), { ...options, checkOnly: true, testLevel: 'NoTestRun' });
    let result = await metadata.checkDeployStatus(id, true, true);
    while (!result.done) result = await metadata.checkDeployStatus(id, true, true);
    assert.deepEqual([result.status, result.checkOnly, result.numberComponentsTotal], ['Succeeded', true, 2]);
    const quick = await metadata.deployRecentValidation({ id, rest: true });
    assert.equal((await ended(quick)).deployOptions.checkOnly, false);
  });

  it('given a deployment, when it is canceled, then it is accepted while it lasts and refused afterwards', async () => {
    const { id } = answer.parse((await send('POST', '', form())).body);
    const { status } = await send('PATCH', `/${id}`, JSON.stringify({ deployResult: { status: 'Canceling' } }));
    assert.equal(status, 202);
    assert.match((await ended(id)).deployResult.status, /^(?:Canceled|Succeeded)$/u);
    assert.equal((await send('PATCH', `/${id}`, JSON.stringify({ deployResult: { status: 'Canceling' } }))).status, 400);
    assert.equal((await send('PATCH', `/${id}`, JSON.stringify({ status: 'Succeeded' }))).status, 400);
  });

  it('given what cannot be taken, when it is sent, then each refusal has its code', async () => {
    const noZip = new FormData();
    noZip.append('json', JSON.stringify({ deployOptions: {} }));
    const badJson = form();
    badJson.set('json', new Blob(['{'], { type: 'application/json' }));
    const code = ({ body }: { body: unknown }): string => z.array(z.looseObject({ errorCode: z.string() })).parse(body)[0]?.errorCode ?? '';
    assert.equal(code(await send('POST', '', noZip)), 'INVALID_MULTIPART_REQUEST');
    assert.equal((await send('POST', '', badJson)).status, 400);
    assert.equal(code(await send('POST', '', form({ testLevel: 'X' }))), 'INVALID_ENUM_VALUE');
    assert.equal(code(await send('POST', '', '{}')), 'INVALID_MULTIPART_REQUEST');
    assert.equal(code(await send('POST', '', form(options, Buffer.alloc(40 * 1024 * 1024)))), 'REQUEST_TOO_LARGE');
    assert.deepEqual([(await send('GET', '/0Af000000000999AAA')).status, (await send('GET', '/x')).status], [404, 404]);
    assert.equal((await send('POST', '', form(), 'nobody')).status, 401);
  });
});
