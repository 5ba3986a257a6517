import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Server } from '../server';
import { untilSignal } from '../server/untilSignal';
import { FORCE_APP, logFileOf, startDeployedOrg } from './deployedOrg';
import { readLocalOrgOptions, USAGE } from './options';

/** Starts a local org, deploys the package into it, says that it is ready, and stays until Ctrl-C. */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(USAGE);
    return;
  }
  const options = readLocalOrgOptions(args, process.env['INIT_CWD'] ?? process.cwd(), resolve(FORCE_APP));
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  let server: Server | undefined;
  const stopAsked = untilSignal();
  try {
    await Promise.race([
      stopAsked,
      run(options, (started) => {
        server = started;
      }),
    ]);
  } finally {
    await server?.stop();
  }
}

async function run(options: ReturnType<typeof readLocalOrgOptions>, onServer: (server: Server) => void): Promise<void> {
  const org = await startDeployedOrg({
    orgFolder: options.dataFolder,
    logFile: logFileOf(options.dataFolder),
    port: options.port,
    args: options.passedOn,
    sourceFolder: options.sourceFolder,
    say: (line) => {
      console.error(line);
    },
    onServer,
  });
  console.log(`local-org ready at ${org.url}`);
  throw new Error(`local-org ended unexpectedly:\n${await org.ended}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
