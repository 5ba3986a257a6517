import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { schemaFor } from '../../access/schemaFor.ts';
import { SalesforceError } from '../../errors.ts';
import type { RequestUser } from '../../requestUser.ts';
import { listOf } from '../records/requestedFields.ts';
import type { UiApiOrg } from '../uiApiOrg.ts';
import { relatedListCount } from './relatedListCount.ts';
import { relatedListRecords, type RelatedListContext } from './relatedListRecords.ts';
import { relatedListRequest } from './relatedListRequest.ts';

interface ListParams {
  readonly parentId: string;
  readonly relatedListId: string;
}

interface ListsParams {
  readonly parentId: string;
  readonly relatedListIds: string;
}

/** `/ui-api/related-list-records` and `related-list-count`: what the wires of `lightning/uiRelatedListApi` call. */
export function registerRelatedListRoutes(
  app: FastifyInstance,
  org: UiApiOrg,
  base: string,
  types: (user: RequestUser) => GraphQLSchema,
): void {
  const records = `${base}/related-list-records`;
  const count = `${base}/related-list-count`;
  const contextOf = (request: FastifyRequest, url: string): RelatedListContext => {
    const { user } = request;
    return { org: { schema: schemaFor(org, user), queries: org.queries }, user, types: types(user), url };
  };
  const answer = (request: FastifyRequest<{ Params: ListParams }>, source: unknown): unknown => {
    const { parentId, relatedListId } = request.params;
    return relatedListRecords(contextOf(request, pathOf(request.url)), parentId, relatedListId, relatedListRequest(source));
  };
  app.get<{ Params: ListParams }>(`${records}/:parentId/:relatedListId`, (request, reply) => reply.send(answer(request, request.query)));
  app.post<{ Params: ListParams }>(`${records}/:parentId/:relatedListId`, (request, reply) => reply.send(answer(request, request.body)));

  app.post<{ Params: { parentId: string } }>(`${records}/batch/:parentId`, (request, reply) => {
    const { parentId } = request.params;
    const results = parametersOf(request.body).map((parameters) =>
      resultOf(() => {
        const [id = ''] = listOf(parameters, 'relatedListId');
        const url = pathOf(request.url).replace('/batch', '');
        return relatedListRecords(contextOf(request, `${url}/${id}`), parentId, id, relatedListRequest(parameters));
      }),
    );
    return reply.send({ results });
  });

  app.get<{ Params: ListParams }>(`${count}/:parentId/:relatedListId`, (request, reply) => {
    const { parentId, relatedListId } = request.params;
    return reply.send(relatedListCount(contextOf(request, pathOf(request.url)), parentId, relatedListId, request.query));
  });

  app.get<{ Params: ListsParams }>(`${count}/batch/:parentId/:relatedListIds`, (request, reply) => {
    const { parentId, relatedListIds } = request.params;
    const context = contextOf(request, pathOf(request.url));
    const results = relatedListIds.split(',').map((id) => resultOf(() => relatedListCount(context, parentId, id, request.query)));
    return reply.send({ results });
  });
}

/** One result of a batch: a list that cannot be read does not take the others down. */
function resultOf(read: () => unknown): { readonly statusCode: number; readonly result: unknown } {
  try {
    return { statusCode: 200, result: read() };
  } catch (error) {
    if (error instanceof SalesforceError) return { statusCode: error.status, result: [error.toApiError()] };
    throw error;
  }
}

function parametersOf(body: unknown): readonly unknown[] {
  const parameters: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'relatedListParameters') : undefined;
  if (Array.isArray(parameters)) return parameters;
  throw new SalesforceError('JSON_PARSER_ERROR', 'The request body must have a list `relatedListParameters`');
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
