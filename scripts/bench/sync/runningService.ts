import { createHmac, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer, type Server } from '../../server';

/** A `customer-pulse serve` with one generic source named `bench`. */
export interface RunningService {
  readonly url: string;
  readonly pid: number | undefined;
  readonly key: Buffer;
  /** Answers that are not in the org yet, read and unread. */
  readonly waiting: () => Promise<number>;
  stop(): Promise<void>;
}

const TOKEN = 'bench-status-token';

export async function startService(
  folder: string,
  env: Readonly<Record<string, string>>,
  push: Readonly<Record<string, number>> = {},
): Promise<RunningService> {
  const key = randomBytes(32);
  const config = {
    store: { data: join(folder, 'sync') },
    serve: { port: 0 },
    push,
    sources: [{ name: 'bench', kind: 'generic', secret: { env: 'BENCH_SECRET' } }],
  };
  const file = join(folder, 'customer-pulse.json');
  writeFileSync(file, JSON.stringify(config));
  const kept = Object.entries(process.env).filter(([name]) => !/^(SALESFORCE_|CUSTOMER_PULSE|DATABASE_URL)/u.test(name));
  const server: Server = startServer({
    name: 'sync-service',
    args: ['sync-service/bin/customer-pulse.js', 'serve', '--config', file],
    env: {
      ...Object.fromEntries(kept),
      ...env,
      BENCH_SECRET: `whsec_${key.toString('base64')}`,
      CUSTOMER_PULSE_TOKEN: TOKEN,
    },
    logFile: join(folder, 'service.log'),
  });
  const url = await server.ready;
  return {
    url,
    pid: server.pid,
    key,
    waiting: async () => {
      const reply = await fetch(`${url}/status`, { headers: { Authorization: `Bearer ${TOKEN}` } });
      const { figures } = (await reply.json()) as { figures: { answers: { waiting: number }; deliveries: { waiting: number } } };
      return figures.answers.waiting + figures.deliveries.waiting;
    },
    stop: () => server.stop(),
  };
}

/** Headers of a message signed by Standard Webhooks. */
export function signedHeaders(key: Buffer, id: string, body: string, contentType = 'application/json'): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'content-type': contentType, 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
