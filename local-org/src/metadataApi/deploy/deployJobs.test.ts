import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { OrgClock } from '../../clock.ts';
import type { ComponentResult, DeployRequest } from '../../deployment/types.ts';
import { SalesforceError } from '../../errors.ts';
import type { RequestUser } from '../../requestUser.ts';
import { OrgDatabase } from '../../storage/database.ts';
import { FakeDeployments } from '../testing/fakeDeployments.ts';
import { packageXml, type PackageFiles, xmlFile, zipOf } from '../testing/packageFiles.ts';
import { DeployJobs } from './deployJobs.ts';
import { type DeployOptions, deployOptionsFromJson } from './deployOptions.ts';
import type { DeployRecord } from './deployRecord.ts';

const ada: RequestUser = {
  id: '005000000000001AAA',
  username: 'ada@example.com',
  name: 'Ada Admin',
  email: 'ada@example.com',
  timeZone: 'UTC',
  locale: 'en_US',
  language: 'en_US',
};

const flow = xmlFile('Flow', '<label>F</label>');
const oneFlow: PackageFiles = { 'package.xml': packageXml({ Flow: ['F'] }), 'flows/F.flow': flow };

function options(given: Partial<DeployOptions> = {}): DeployOptions {
  return deployOptionsFromJson({ singlePackage: true, rollbackOnError: true, ...given });
}

function result({ components }: DeployRequest, place: number, change: Partial<ComponentResult> = {}): ComponentResult {
  const { type = '', fullName = '', fileName = '' } = components[place] ?? {};
  return { type, fullName, fileName, success: true, created: true, changed: true, deleted: false, problems: [], ...change };
}

describe('deployments', () => {
  let database: OrgDatabase;
  let deployments: FakeDeployments;
  let defects: unknown[];
  let jobs: DeployJobs;

  beforeEach(() => {
    database = new OrgDatabase(':memory:');
    deployments = new FakeDeployments();
    defects = [];
    jobs = restarted();
  });

  afterEach(() => {
    database.close();
    assert.deepEqual(defects, []);
  });

  function restarted(): DeployJobs {
    return new DeployJobs({ database, deployments, clock: new OrgClock() }, (error) => defects.push(error));
  }

  async function deployed(files: PackageFiles, given: Partial<DeployOptions> = {}): Promise<DeployRecord> {
    const { id } = jobs.start(zipOf(files), options(given), ada);
    await jobs.idle();
    return jobs.get(id);
  }

  function told({ successes, failures }: DeployRecord): readonly string[] {
    return [...successes, ...failures].map(({ success, componentType, fullName, fileName, problemType, problem, lineNumber }) =>
      [success, componentType, fullName, fileName, problemType, problem, lineNumber].filter((value) => value !== undefined).join('|'),
    );
  }

  it('given a package, when it is deployed, then it is pending, in progress, and succeeded, and every component is told', async () => {
    const states: string[] = [];
    deployments.outcome = (request) => {
      states.push(jobs.get(id).status);
      request.onProgress?.(0, 1);
      return { status: 'Succeeded', components: [result(request, 0, { id: '301000000000001AAA' })] };
    };
    const { id, status } = jobs.start(zipOf(oneFlow), options(), ada);
    await jobs.idle();
    const record = jobs.get(id);
    assert.deepEqual([status, ...states, record.status], ['Pending', 'InProgress', 'Succeeded']);
    assert.match(id, /^0Af\w{15}$/u);
    assert.equal(jobs.get(id.slice(0, 15)).id, id);
    assert.deepEqual(told(record), ['true||package.xml|package.xml', 'true|Flow|F|flows/F.flow']);
    assert.deepEqual(
      [record.numberComponentsTotal, record.numberComponentsDeployed, record.numberComponentErrors, record.createdByName],
      [1, 1, 0, 'Ada Admin'],
    );
    assert.ok(record.startDate !== undefined && record.completedDate !== undefined);
  });

  it('given errors and warnings of the org, when they are told, then each problem is a message with its line', async () => {
    deployments.outcome = (request) => ({
      status: 'Failed',
      components: [
        result(request, 0, {
          success: false,
          problems: [
            { kind: 'Error', message: 'one', line: 3 },
            { kind: 'Error', message: 'two', line: 4, column: 7 },
            { kind: 'Warning', message: 'not told beside errors' },
          ],
        }),
        result(request, 1, { problems: [{ kind: 'Warning', message: 'stored, not run' }] }),
      ],
    });
    const record = await deployed({ ...oneFlow, 'package.xml': packageXml({ Flow: ['*'] }), 'flows/G.flow': flow });
    assert.deepEqual(told(record), [
      'true||package.xml|package.xml',
      'true|Flow|G|flows/G.flow|Warning|stored, not run',
      'false|Flow|F|flows/F.flow|Error|one|3',
      'false|Flow|F|flows/F.flow|Error|two|4',
    ]);
    assert.deepEqual([record.numberComponentErrors, record.numberComponentsDeployed, record.numberComponentsTotal], [1, 1, 2]);
  });

  it('given a package inside a folder, when it is deployed, then files are told with the folder', async () => {
    const inside = Object.fromEntries(Object.entries(oneFlow).map(([path, text]) => [`unpackaged/${path}`, text]));
    const record = await deployed(inside, { singlePackage: false });
    assert.deepEqual(told(record), ['true||package.xml|unpackaged/package.xml', 'true|Flow|F|unpackaged/flows/F.flow']);
    assert.deepEqual(told(await deployed({ 'flows/F.flow': flow }, { singlePackage: false })), [
      'false||package.xml|flows/package.xml|Error|No package.xml found',
    ]);
  });

  it('given a package with a mistake, when it is deployed all or nothing, then the org only checks the rest and the deployment fails', async () => {
    const files = { ...oneFlow, 'package.xml': packageXml({ Flow: ['F', 'G'] }) };
    const record = await deployed(files);
    assert.equal(record.status, 'Failed');
    assert.deepEqual(
      deployments.requests.map(({ checkOnly }) => checkOnly),
      [true],
    );
    assert.equal((await deployed(files, { rollbackOnError: false })).status, 'SucceededPartial');
    assert.equal((await deployed(files, { allowMissingFiles: true })).status, 'Succeeded');
  });

  it('given a warning, when warnings are not to be ignored, then it is an error, as the documentation of ignoreWarnings says', async () => {
    const files = { ...oneFlow, 'flows/G.flow': flow };
    const record = await deployed(files);
    assert.deepEqual([record.status, told(record).at(-1)], ['Failed', 'false|Flow|G|flows/G.flow|Warning|Not in package.xml']);
    const ignored = await deployed(files, { ignoreWarnings: true });
    assert.deepEqual([ignored.status, told(ignored)[1]], ['Succeeded', 'true|Flow|G|flows/G.flow|Warning|Not in package.xml']);
  });

  it('given a deletion of what is not there, when it is deployed, then the warning names it in the platform words', async () => {
    const files = { 'package.xml': packageXml({}), 'destructiveChangesPre.xml': packageXml({ Flow: ['Gone'] }) };
    const expected = 'Flow|destructiveChangesPre.xml|destructiveChangesPre.xml|Warning|No Flow named: Gone found';
    assert.ok(told(await deployed(files)).includes(`false|${expected}`));
    const ignored = await deployed(files, { ignoreWarnings: true });
    assert.deepEqual([ignored.status, told(ignored).includes(`true|${expected}`)], ['Succeeded', true]);
  });

  it('given a body that is no zip, when it is deployed, then the deployment fails with a code and a message', async () => {
    const { id } = jobs.start(Buffer.from('nonsense'), options(), ada);
    await jobs.idle();
    const { status, errorStatusCode, errorMessage } = jobs.get(id);
    assert.deepEqual([status, errorStatusCode], ['Failed', 'INVALID_OPERATION']);
    assert.match(errorMessage ?? '', /^INVALID_OPERATION: The zip file cannot be read/u);
  });

  it('given a defect, when it happens in a deployment, then it is reported and the deployment fails', async () => {
    deployments.outcome = () => {
      throw new Error('a defect');
    };
    assert.equal((await deployed(oneFlow)).errorStatusCode, 'UNKNOWN_EXCEPTION');
    assert.equal(defects.length, 1);
    defects = [];
  });

  it('given two deployments, when the waiting one is canceled, then it never runs', async () => {
    jobs.start(zipOf(oneFlow), options(), ada);
    const { id } = jobs.start(zipOf(oneFlow), options(), ada);
    const canceled = jobs.cancel(id, ada);
    await jobs.idle();
    assert.deepEqual([canceled.status, jobs.get(id).status, jobs.get(id).canceledByName], ['Canceled', 'Canceled', 'Ada Admin']);
    assert.equal(deployments.requests.length, 1);
  });

  it('given a running deployment, when it is canceled in time, then it ends canceled; when it had ended, the cancel is refused', async () => {
    deployments.outcome = (request) => {
      assert.equal(jobs.cancel(id, ada).status, 'Canceling');
      request.signal?.throwIfAborted();
      return { status: 'Succeeded', components: [] };
    };
    const { id } = jobs.start(zipOf(oneFlow), options(), ada);
    await jobs.idle();
    assert.equal(jobs.get(id).status, 'Canceled');
    assert.throws(
      () => jobs.cancel(id, ada),
      (error) => error instanceof SalesforceError && error.errorCode === 'INVALID_ID_FIELD',
    );
  });

  it('given a restart, when earlier deployments are asked about, then they are told, and one that was cut off has failed', async () => {
    const done = await deployed(oneFlow);
    const { id } = jobs.start(zipOf(oneFlow), options(), ada);
    await jobs.stop();
    const after = restarted();
    assert.deepEqual(after.get(done.id), done);
    assert.deepEqual([after.get(id).status, after.get(id).errorStatusCode], ['Failed', 'UNKNOWN_EXCEPTION']);
    assert.equal(deployments.requests.length, 1);
  });

  it('given a validation, when it is deployed by its id, also after a restart, then the same archive is deployed', async () => {
    const validated = await deployed(oneFlow, { checkOnly: true });
    const after = restarted();
    const { id } = after.startValidated(validated.id, ada);
    await after.idle();
    assert.deepEqual([after.get(id).status, deployments.requests.map(({ checkOnly }) => checkOnly)], ['Succeeded', [true, false]]);
    for (const wrong of [id, '0Af000000000999AAA', 'nonsense', '']) {
      assert.throws(
        () => after.startValidated(wrong, ada),
        (error) => error instanceof SalesforceError && error.errorCode === 'INVALID_CROSS_REFERENCE_KEY',
      );
    }
  });
});
