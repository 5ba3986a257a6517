import type { FastifyRequest } from 'fastify';

/** Browsers name the page that a form was on; a form of another site is refused. */
export function isOwnForm({ headers }: FastifyRequest): boolean {
  const { origin, host } = headers;
  if (headers['sec-fetch-site'] !== undefined && headers['sec-fetch-site'] !== 'same-origin') return false;
  return origin === undefined || origin === `http://${host ?? ''}` || origin === `https://${host ?? ''}`;
}
