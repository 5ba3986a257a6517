import type { FastifyInstance, HTTPMethods } from 'fastify';
import { methodNotAllowed } from '../rest/wire/resultToJson.ts';

const methods: readonly HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A resource refuses the methods that it does not have, naming those that it has, as the Data API does. */
export function refuseOtherMethods(app: FastifyInstance, url: string, allowed: readonly HTTPMethods[]): void {
  const others = methods.filter((method) => !allowed.includes(method));
  if (others.length === 0) return;
  app.route({
    method: [...others],
    url,
    handler: ({ method }) => {
      throw methodNotAllowed(method, allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed);
    },
  });
}
