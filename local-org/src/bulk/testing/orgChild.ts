import { packageFolder } from '../../rest/testing/runningOrg.ts';
import { startLocalOrg } from '../../localOrg.ts';
import { deployFolder } from '../../testing/deployFolder.ts';

/**
 * A local org in a process of its own, to be killed: `node orgChild.ts <data folder> [deploy]`.
 * One line of JSON on stdout tells where it is.
 */
const [dataFolder = '', deploy] = process.argv.slice(2);
const localOrg = await startLocalOrg({ dataFolder, port: 0, pages: false });
if (deploy === 'deploy') await deployFolder(localOrg, packageFolder);
process.stdout.write(`${JSON.stringify({ url: localOrg.url, token: localOrg.adminToken })}\n`);
