import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { startServer } from '../../server';

/** A helper process that stands between client and org, or for the org. */
export interface Helper {
  readonly url: string;
  /** Requests that came to it, log-ins not counted. */
  calls(): Promise<number>;
  stop(): Promise<void>;
}

/** Which requests fail: a share of them, 0 to 1, counted as if so many had been made before. */
export interface Faults {
  readonly share: number;
  readonly begin?: number;
}

/** The proxy that adds latency and faults. */
export function startProxy(org: string, folder: string, latencyMs: number, { share, begin = 0 }: Faults = { share: 0 }): Promise<Helper> {
  const options = ['--org', org, '--latency', String(latencyMs), '--faults', String(share), '--begin', String(begin)];
  return startHelper('fault-proxy', ['sync-service/src/testing/faultProxy/main.ts', ...options], folder);
}

/** An org that answers at once and keeps nothing. */
export function startInstantOrg(folder: string): Promise<Helper> {
  return startHelper('instant-org', ['sync-service/src/testing/bench/instantOrg.ts'], folder);
}

async function startHelper(name: string, args: readonly string[], folder: string): Promise<Helper> {
  const server = startServer({ name, args, logFile: `${folder}/${name}.log` });
  const url = await server.ready;
  return {
    url,
    calls: async () => Number(await (await fetch(`${url}/-/calls`)).text()),
    stop: () => server.stop(),
  };
}

/** What a run of a command cost. */
export interface Run {
  readonly seconds: number;
  readonly stdout: string;
  /** MB at the peak, where the kernel tells. */
  readonly peakMegabytes: number | undefined;
}

/** Runs `customer-pulse` and watches its memory. @throws Error with its words when it fails */
export function runService(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(SALESFORCE_|CUSTOMER_PULSE|DATABASE_URL)/u.test(name));
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['sync-service/bin/customer-pulse.js', ...args], {
    env: { ...Object.fromEntries(kept), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let peakMegabytes: number | undefined;
  const watch = setInterval(() => {
    peakMegabytes = peakOf(child.pid) ?? peakMegabytes;
  }, 100);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - startedAt) / 1000, stdout: said.stdout, peakMegabytes });
      else reject(new Error(`customer-pulse ${args.join(' ')} ended with ${String(code)}: ${said.stdout}${said.stderr}`));
    });
  });
}

/** MB that a process held at its peak; undefined where the kernel does not tell. */
export function peakOf(pid: number | undefined): number | undefined {
  return megabytes(pid, 'VmHWM');
}

/** MB that a process holds now. */
export function residentOf(pid: number | undefined): number | undefined {
  return megabytes(pid, 'VmRSS');
}

function megabytes(pid: number | undefined, line: string): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const kilobytes = new RegExp(`^${line}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
