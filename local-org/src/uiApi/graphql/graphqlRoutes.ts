import type { FastifyInstance } from 'fastify';
import { SalesforceError } from '../../errors.ts';
import type { GraphqlRequest, GraphqlService } from './graphqlService.ts';

/** `/graphql`: what the wires of `lightning/graphql` call. Refusals are in the answer, with status 200. */
export function registerGraphqlRoutes(app: FastifyInstance, service: GraphqlService, base: string): void {
  app.post(`${base}/graphql`, (request, reply) => reply.send(service.answer(graphqlRequest(request.body), request.user)));
}

function graphqlRequest(body: unknown): GraphqlRequest {
  if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string') {
    throw new SalesforceError('JSON_PARSER_ERROR', 'The request body must be a JSON object with `query`');
  }
  const variables: unknown = 'variables' in body ? body.variables : undefined;
  const operationName: unknown = 'operationName' in body ? body.operationName : undefined;
  return {
    query: body.query,
    ...(typeof variables === 'object' && variables !== null ? { variables: { ...variables } } : {}),
    ...(typeof operationName === 'string' ? { operationName } : {}),
  };
}
