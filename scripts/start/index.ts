import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORCE_APP, startDeployedOrg } from '../local-org/deployedOrg';
import { asService } from '../local-org/integrationUser';
import { connect } from '../orgConnection';
import { startServer, type Server } from '../server';
import { untilSignal } from '../server/untilSignal';
import { addresses } from './addresses';
import { loadFirstData } from './firstData';
import { readOptions, USAGE, type StartOptions } from './options';
import { writeServiceConfig } from './serviceConfig';

const say = (line: string): void => {
  console.log(line);
};

/** Starts the org and the service, fills the org on its first run, prints where to look, and stays until Ctrl-C. */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) {
    say(USAGE);
    return;
  }
  const options = readOptions(args, process.env['INIT_CWD'] ?? process.cwd());
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  const servers: Server[] = [];
  const stopAsked = untilSignal();
  try {
    await Promise.race([run(options, servers, stopAsked), stopAsked]);
  } finally {
    if (servers.length > 0) say('Stopping.');
    // The service first: it talks to the org.
    for (const server of [...servers].reverse()) await server.stop();
  }
}

async function run(options: StartOptions, servers: Server[], stopAsked: Promise<void>): Promise<void> {
  const orgFolder = join(options.dataFolder, 'local-org');
  const serviceFolder = join(options.dataFolder, 'sync-service');
  say('Starting local-org and putting force-app into it.');
  const org = await startDeployedOrg({
    orgFolder,
    logFile: join(options.dataFolder, 'local-org.log'),
    port: options.port,
    sourceFolder: FORCE_APP,
    say: (line) => {
      say(`  ${line}`);
    },
    onServer: (server) => servers.push(server),
  });
  const { url: orgUrl, env: orgEnv } = org;
  const connection = connect(orgEnv);

  const firstRun = join(options.dataFolder, 'first-run.json');
  if (!existsSync(firstRun)) {
    const loaded = await loadFirstData({ options, connection, orgEnv, orgFolder, serviceFolder, say });
    writeFileSync(firstRun, `${JSON.stringify({ loaded })}\n`);
  }

  say('Starting the sync service.');
  const config = writeServiceConfig(serviceFolder);
  const service = startServer({
    name: 'sync-service',
    args: ['sync-service/bin/customer-pulse.js', 'serve', '--config', config, '--port', String(options.syncPort), '--data', serviceFolder],
    // As the integration user, never as the administrator.
    env: asService(orgEnv),
    logFile: join(options.dataFolder, 'sync-service.log'),
  });
  servers.push(service);
  const serviceUrl = await service.ready;

  const places = { connection, orgUrl, syncUrl: serviceUrl, orgEnv, passwordFile: join(serviceFolder, 'serve.token') };
  say('\nReady. Open:');
  for (const address of await addresses(places)) say(`  ${address.what}\n    ${address.url}`);
  say('\nBe a customer: npm run answer -- --rating 3 --comment "Nobody called back"');
  say(`For clients: ${join(orgFolder, 'org.env')} holds the org's address and credentials. Ctrl-C stops everything; the data stays.`);

  const fallen = await Promise.race([
    stopAsked,
    org.ended.then((words) => `local-org ended unexpectedly:\n${words}`),
    service.ended.then((words) => `The sync service ended unexpectedly:\n${words}`),
  ]);
  if (typeof fallen === 'string') throw new Error(fallen);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
