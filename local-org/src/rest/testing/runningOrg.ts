import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Connection } from 'jsforce';
import { startLocalOrg, type LocalOrg } from '../../localOrg.ts';
import { deployFolder } from '../../testing/deployFolder.ts';

/** The project's own package. */
export const packageFolder = resolve(import.meta.dirname, '../../../../force-app/main/default');

/** A local org in process, with the project's package and without pages, in a folder of its own. */
export interface RunningOrg extends LocalOrg {
  readonly connection: Connection;
  readonly dataFolder: string;
  /** A call as it is, beside what jsforce makes of it. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Stops the org and removes its folder. */
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed; undefined for an empty body. */
  readonly body: unknown;
}

export async function runOrg(): Promise<RunningOrg> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'local-org-'));
  const localOrg = await startLocalOrg({ dataFolder, port: 0, pages: false });
  await deployFolder(localOrg, packageFolder);
  const { url, adminToken } = localOrg;
  return {
    ...localOrg,
    dataFolder,
    connection: new Connection({ instanceUrl: url, accessToken: adminToken, version: '66.0' }),
    call: (method, path, body, headers) => call(url, adminToken, { method, path, body, headers }),
    stop: async () => {
      await localOrg.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Record<string, string> | undefined;
}

async function call(url: string, token: string, { method, path, body, headers }: Call): Promise<Answer> {
  const address = /^\/(?:services|local-org)\//u.test(path) ? path : `/services/data/v66.0${path}`;
  const response = await fetch(url + address, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : isJson ? JSON.parse(text) : text };
}
