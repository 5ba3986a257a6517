import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { z } from 'zod';
import { parseXml, type XmlElement } from '../metadata/xmlTree.ts';
import { type CommandLine, openCommandLine } from './testing/commandLine.ts';
import { type MetadataOrg, startMetadataOrg } from './testing/metadataOrg.ts';
import { packageXml } from './testing/packageFiles.ts';

const forceApp = resolve(import.meta.dirname, '../../../force-app');

const message = z.looseObject({ componentType: z.string(), fullName: z.string(), problem: z.string().optional() });
const deployment = z.looseObject({
  id: z.string(),
  status: z.string(),
  details: z.looseObject({ componentSuccesses: z.array(message), componentFailures: z.array(message) }),
});
const deployed = z.looseObject({ result: deployment });
const failed = z.looseObject({ status: z.literal(1), result: deployment });

/** Files by path; metadata without what has no meaning: lines, and the order of different elements. */
function meaning(folder: string): ReadonlyMap<string, unknown> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes('__tests__'),
  );
  return new Map(
    paths
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => !/(?:jsconfig|tsconfig|\.eslintrc)\.json$/u.test(path))
      .sort()
      .map((path) => [
        relative(folder, path),
        path.endsWith('.xml') ? shape(parseXml(readFileSync(path, 'utf8')), true) : readFileSync(path, 'utf8'),
      ]),
  );
}

function shape({ name, attributes, children, text }: XmlElement, sort: boolean): unknown {
  const inside = sort ? [...children].sort((one, other) => Number(one.name > other.name) - Number(one.name < other.name)) : children;
  return { name, attributes, children: inside.map((element) => shape(element, false)), text: children.length > 0 ? '' : text };
}

/** Types whose components lie in folders, and the type of these. */
const inFolders: Readonly<Record<string, string>> = { Dashboard: 'DashboardFolder', EmailTemplate: 'EmailFolder', Report: 'ReportFolder' };

describe('the Metadata API, by the real Salesforce CLI', () => {
  let org: MetadataOrg;
  let source: CommandLine;
  before(async () => {
    org = await startMetadataOrg();
    source = await openCommandLine(org, forceApp);
  });
  after(async () => {
    source.remove();
    await org.end();
  });

  it('given the package of the project, when it is deployed and retrieved into an empty project, then the sources are the same', async () => {
    const { result } = deployed.parse(await source.run(['project', 'deploy', 'start', '--source-dir', 'force-app']));
    assert.equal(result.status, 'Succeeded');
    const target = await openCommandLine(org);
    try {
      const types = new Map(
        result.details.componentSuccesses
          .filter(({ componentType }) => componentType !== '')
          .map(({ componentType }) => [componentType, ['*']]),
      );
      // As on the platform, a wildcard stands for no component that lies in a folder.
      for (const type of ['EmailFolder', 'ReportFolder', 'DashboardFolder']) types.delete(type);
      for (const [type, ofFolder] of Object.entries(inFolders)) {
        const members = result.details.componentSuccesses.filter(({ componentType }) => [type, ofFolder].includes(componentType));
        types.set(
          type,
          members.map(({ fullName }) => fullName),
        );
      }
      writeFileSync(join(target.project, 'package.xml'), packageXml(Object.fromEntries(types)));
      await target.run(['project', 'retrieve', 'start', '--manifest', 'package.xml']);
      const retrieved = new Map(meaning(join(target.project, 'force-app')));
      // The CLI makes these itself for fields that come without their object.
      for (const object of ['Account', 'Contact', 'Lead']) retrieved.delete(`main/default/objects/${object}/${object}.object-meta.xml`);
      const sent = meaning(forceApp);
      assert.deepEqual([...retrieved.keys()], [...sent.keys()]);
      for (const [path, content] of sent) assert.deepEqual(retrieved.get(path), content, path);
    } finally {
      target.remove();
    }
  });

  it('given the same sources, when they are deployed by REST, then nothing changes, and the report of the job is there', async () => {
    const { result } = deployed.parse(
      await source.run(['project', 'deploy', 'start', '--source-dir', 'force-app/main/default/flows'], {
        SF_ORG_METADATA_REST_DEPLOY: 'true',
      }),
    );
    assert.equal(result.status, 'Succeeded');
    const report = deployed.parse(await source.run(['project', 'deploy', 'report', '--job-id', result.id]));
    assert.deepEqual([report.result.id, report.result.status], [result.id, 'Succeeded']);
  });

  it('given a broken file, when it is deployed, then the CLI fails and names it', async () => {
    const flow = join(source.project, 'force-app/main/default/flows/Broken.flow-meta.xml');
    writeFileSync(flow, '<Flow xmlns="http://soap.sforce.com/2006/04/metadata">\n  <label>Broken</labl>\n</Flow>');
    const { result } = failed.parse(await source.run(['project', 'deploy', 'start', '--metadata', 'Flow:Broken']));
    rmSync(flow);
    const [failure] = result.details.componentFailures;
    assert.deepEqual([result.status, failure?.fullName], ['Failed', 'Broken']);
    assert.match(failure?.problem ?? '', /^Error parsing file: /u);
  });
});
