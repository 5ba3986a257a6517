import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { relatedListRecords } from './relatedListRecords.ts';
import { relatedListRequest } from './relatedListRequest.ts';
import { schemaFor } from '../../access/schemaFor.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { UiApiOrg } from '../uiApiOrg.ts';

interface ListParams {
  readonly parentId: string;
  readonly relatedListId: string;
}

/** `/ui-api/related-list-records`: what the wires of `lightning/uiRelatedListApi` call. */
export function registerRelatedListRoutes(
  app: FastifyInstance,
  org: UiApiOrg,
  base: string,
  types: (user: RequestUser) => GraphQLSchema,
): void {
  const path = `${base}/related-list-records/:parentId/:relatedListId`;
  const answer = (request: FastifyRequest<{ Params: ListParams }>, reply: FastifyReply, source: unknown): FastifyReply => {
    const { parentId, relatedListId } = request.params;
    const { user } = request;
    const seen = { schema: schemaFor(org, user), queries: org.queries };
    const context = { org: seen, user, types: types(user), url: request.url.split('?', 1)[0] ?? '' };
    return reply.send(relatedListRecords(context, parentId, relatedListId, relatedListRequest(source)));
  };
  app.get<{ Params: ListParams }>(path, (request, reply) => answer(request, reply, request.query));
  app.post<{ Params: ListParams }>(path, (request, reply) => answer(request, reply, request.body));
}
