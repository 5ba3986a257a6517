import { once } from 'node:events';
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts';
import { accessToken } from './accessToken.ts';
import { buildServer } from './server.ts';

export interface ServeOptions {
  readonly port: number;
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
}

/** Runs the service until it is asked to stop (SIGINT or SIGTERM). */
export async function serve({ port, folder, environment, print }: ServeOptions): Promise<void> {
  const store = openSqliteStore(folder);
  const { token, place } = accessToken(folder, environment);
  const server = buildServer(store, token);
  const address = await server.listen({ host: '127.0.0.1', port });
  print(`sync-service ready at ${address}`);
  print(`Its status page asks for a password (any user name): it is in ${place}`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
  await store.close();
}
