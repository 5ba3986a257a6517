import fastify from 'fastify';
import { SalesforceError } from '../../errors.ts';
import { shopOrg, type ShopOrg } from '../../save/testing/shopOrg.ts';
import type { UiApiOrg } from '../uiApiOrg.ts';
import { registerUiApiRoutes } from '../registerUiApiRoutes.ts';

export interface Answer {
  readonly status: number;
  /** Parsed JSON; undefined for an empty answer. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** For tests: a shop's org behind UI API, called without a network. */
export interface UiApiShop extends ShopOrg {
  /** Path below `/services/data/v66.0`. */
  call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Runs a GraphQL document whose `{...}` is what stands below `uiapi { query`. */
  graphql(query: string, variables?: object): Promise<Answer>;
  /** Queries run so far. */
  readonly queryCount: () => number;
}

export function uiApiShop(): UiApiShop {
  const shop = shopOrg();
  let count = 0;
  const queries: UiApiOrg['queries'] = {
    run(query, user, options) {
      count += 1;
      return shop.queries.run(query, user, options);
    },
    open: (query, user, options) => shop.queries.open(query, user, options),
    iterate: (query, user, options) => shop.queries.iterate(query, user, options),
    columns: (query, user, options) => shop.queries.columns(query, user, options),
  };
  const app = fastify();
  app.decorateRequest('user');
  app.addHook('onRequest', (request, _reply, done) => {
    request.user = shop.user;
    done();
  });
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof SalesforceError)) throw error;
    return reply.code(error.status).send([error.toApiError()]);
  });
  registerUiApiRoutes(app, { schema: shop.schema, records: shop.records, queries, database: shop.database });

  const call: UiApiShop['call'] = async (method, path, body, headers = {}) => {
    const payload = body === undefined ? {} : { payload: body };
    const response = await app.inject({ method, url: `/services/data/v66.0${path}`, headers, ...payload });
    return {
      status: response.statusCode,
      body: response.body === '' ? undefined : response.json<unknown>(),
      headers: response.headers,
    };
  };
  return {
    ...shop,
    call,
    graphql: (query, variables = {}) => call('POST', '/graphql', { query, variables }),
    queryCount: () => count,
  };
}

/** Names of the members of a JSON object. */
export function keysOf(json: unknown): readonly string[] {
  return typeof json === 'object' && json !== null ? Object.keys(json) : [];
}

/** A value deep in JSON, by dotted path: `data.uiapi.query.Sale__c.edges.0.node.Id`. */
export function at(json: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined), json);
}
