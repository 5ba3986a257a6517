import { Agent, request } from 'node:http';
import { benchAnswer } from '../answers';
import { percentile } from '../figures';
import { signedHeaders } from './runningService';

export interface Load {
  /** Acknowledged requests a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** The n-th webhook's body: one answer as an integrator sends it. */
export function bodyOf(index: number, now: number): string {
  const { id, email, rating, comment, respondedAt } = benchAnswer(index, now);
  return JSON.stringify({ response_id: id, email, rating, comment, responded_at: respondedAt, touchpoint: 'Delivery' });
}

let sent = 0;

/** Sends signed webhooks over so many connections for so long, each as soon as the one before is answered. @throws Error on any other reply than 202 */
export async function loadWith(url: string, key: Buffer, connections: number, seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const now = Date.now();
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  const lane = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      const body = bodyOf(sent, now);
      const headers = signedHeaders(key, `bench-${String(sent++)}`, body);
      const before = performance.now();
      const status = await post(agent, `${url}/webhooks/bench`, headers, body);
      if (status !== 202) throw new Error(`A webhook was answered with ${String(status)}.`);
      times.push(performance.now() - before);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, lane));
  } finally {
    agent.destroy();
  }
  const rate = (times.length * 1000) / (performance.now() - startedAt);
  return { rate, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** @returns the status */
export function post(agent: Agent, url: string, headers: Readonly<Record<string, string>>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } });
    outgoing.on('response', (reply) => {
      reply.resume();
      reply.on('end', () => {
        resolve(reply.statusCode ?? 0);
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
