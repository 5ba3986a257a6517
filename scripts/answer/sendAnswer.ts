import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { DEMO_SOURCE, secretFile } from '../start/serviceConfig';
import type { AnswerOptions } from './options';

/**
 * Sends one answer as any system may: signed by Standard Webhooks.
 * @param id the answer's own id, which is the delivery's too
 * @throws Error when the service does not take it
 */
export async function sendAnswer(options: AnswerOptions, id: string, email: string): Promise<void> {
  const now = new Date();
  const body = JSON.stringify({
    response_id: id,
    responded_at: now.toISOString(),
    updated_at: now.toISOString(),
    rating: options.rating,
    email,
    survey: options.survey,
    channel: 'Demo',
    ...(options.comment === undefined ? {} : { comment: options.comment }),
  });
  const secret = readSecret(join(options.dataFolder, 'sync-service'));
  const reply = await post(`${options.serviceUrl}/webhooks/${DEMO_SOURCE}`, body, {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  });
  if (!reply.ok) throw new Error(`The service answered ${String(reply.status)}: ${await reply.text()}`);
}

function readSecret(serviceFolder: string): string {
  try {
    return readFileSync(secretFile(serviceFolder), 'utf8').trim();
  } catch {
    throw new Error(`There is no ${secretFile(serviceFolder)}. Run npm start first, with the same --data.`);
  }
}

async function post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  try {
    return await fetch(url, { method: 'POST', headers, body });
  } catch {
    throw new Error(`Nothing answers at ${url}. Is npm start running, with the same --sync-port?`);
  }
}
