import type { Connection } from 'jsforce';

/** Goes on to a moment; each night on the way runs at its own time. */
export function liveUntil(connection: Connection, moment: Date): Promise<void> {
  return move(connection, { now: moment.toISOString() });
}

/** Goes to a moment at once, into the past as well; what was due meanwhile runs there, once. */
export function sleepUntil(connection: Connection, moment: Date): Promise<void> {
  return move(connection, { now: moment.toISOString(), asleep: true });
}

async function move(connection: Connection, body: object): Promise<void> {
  await connection.request({
    method: 'POST',
    url: `${connection.instanceUrl}/local-org/clock`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
