import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A local org that runs in another process. */
export interface OrgProcess {
  request(method: string, path: string, body?: string, contentType?: string): Promise<Response>;
  /** Ends it at once, as a power cut would: nothing is closed or written any more. */
  kill(): Promise<void>;
}

/** Starts one; resolves when it answers. */
export async function startOrgProcess(dataFolder: string, options: { readonly deploy?: boolean } = {}): Promise<OrgProcess> {
  const script = join(import.meta.dirname, 'orgChild.ts');
  const child = spawn(process.execPath, [script, dataFolder, ...(options.deploy === true ? ['deploy'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const { url, token } = await addressOf(child.stdout, exited);
  return {
    request: (method, path, body, contentType = 'application/json') =>
      fetch(`${url}/services/data/v66.0${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': contentType, connection: 'close' },
        ...(body === undefined ? {} : { body }),
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function addressOf(output: NodeJS.ReadableStream, exited: Promise<unknown>): Promise<{ url: string; token: string }> {
  const lines = createInterface({ input: output });
  const [line] = (await Promise.race([once(lines, 'line'), exited.then(() => Promise.reject(new Error('the org did not start')))])) as [
    string,
  ];
  // Written by orgChild.ts, so its shape is known.
  return JSON.parse(line) as { url: string; token: string };
}
