import { schemaFor } from '../../access/schemaFor.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { SalesforceError } from '../../errors.ts';
import { isJsonObject, type JsonObject } from '../../rest/apiMessages.ts';
import { recordFromJson } from '../../rest/wire/recordFromJson.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { SaveResult } from '../../save/types.ts';
import type { SObjectType } from '../../schema/types.ts';
import { checkUnchanged, sendRecord } from './conditions.ts';
import { emptyTree, wholeRecord } from './fieldTree.ts';
import { identify, notFound, readRecord } from './readRecords.ts';
import { recordErrorBody, thrownErrorBody, type Operation } from './recordErrors.ts';
import { fromQuery, treeOf } from './requestedFields.ts';
import type { UiApiOrg } from '../uiApiOrg.ts';

type Identified = { Params: { id: string } };

/** `/ui-api/records`: what the wires and functions of `lightning/uiRecordApi` call. */
export function registerRecordRoutes(app: FastifyInstance, org: UiApiOrg, base: string): void {
  app.get<Identified>(`${base}/records/:id`, (request, reply) => {
    const { id, object } = identify(org, request.user, request.params.id);
    return sendRecord(
      request,
      reply,
      readRecord(org, request.user, treeOf(schemaFor(org, request.user), object, fromQuery(request.query)), id),
    );
  });

  app.get<{ Params: { ids: string } }>(`${base}/records/batch/:ids`, (request, reply) => {
    const results = request.params.ids.split(',').map((text) => batchResult(org, request.user, text, request.query));
    return reply.send({ hasErrors: results.some(({ statusCode }) => statusCode !== 200), results });
  });

  app.post(`${base}/records`, (request, reply) => {
    const { apiName, fields } = bodyOf(request.body);
    const object = schemaFor(org, request.user).object(apiName ?? '');
    if (object === undefined) throw notFound();
    return written('create', object, reply, () => {
      const record = recordFromJson(schemaFor(org, request.user), object, fields);
      const options = { user: request.user, allOrNone: true, foreignKeys: new Map([[record.values, record.foreignKeys]]) };
      return saved(org, request.user, object, reply, 'create', org.records.insert(object.name, [record.values], options));
    });
  });

  app.patch<Identified>(`${base}/records/:id`, (request, reply) => {
    const { id, object } = identify(org, request.user, request.params.id);
    return written('update', object, reply, () => {
      checkUnchanged(request, () => readRecord(org, request.user, emptyTree(object), id).weakEtag);
      const record = recordFromJson(schemaFor(org, request.user), object, bodyOf(request.body).fields);
      const values = { ...record.values, Id: id };
      const options = { user: request.user, allOrNone: true, foreignKeys: new Map([[values, record.foreignKeys]]) };
      return saved(org, request.user, object, reply, 'update', org.records.update(object.name, [values], options));
    });
  });

  app.delete<Identified>(`${base}/records/:id`, (request, reply) => {
    const { id, object } = identify(org, request.user, request.params.id);
    return written('delete', object, reply, () => {
      checkUnchanged(request, () => readRecord(org, request.user, emptyTree(object), id).weakEtag);
      const [result] = org.records.delete(object.name, [id], { user: request.user, allOrNone: true });
      return result?.success === true ? reply.code(204).send() : refused(object, reply, 'delete', result);
    });
  });
}

function batchResult(org: UiApiOrg, user: RequestUser, text: string, query: unknown): { statusCode: number; result: unknown } {
  try {
    const { id, object } = identify(org, user, text);
    return { statusCode: 200, result: readRecord(org, user, treeOf(schemaFor(org, user), object, fromQuery(query)), id) };
  } catch (error) {
    if (error instanceof SalesforceError) return { statusCode: error.status, result: [error.toApiError()] };
    throw error;
  }
}

/** Refusals of a write are told in the form of writes, whoever raises them. */
function written(operation: Operation, object: SObjectType, reply: FastifyReply, work: () => FastifyReply): FastifyReply {
  try {
    return work();
  } catch (error) {
    if (error instanceof SalesforceError) return reply.code(error.status).send(thrownErrorBody(operation, object, error));
    throw error;
  }
}

/** The record after the write, with all that the save computed. */
function saved(
  org: UiApiOrg,
  user: RequestUser,
  object: SObjectType,
  reply: FastifyReply,
  operation: Operation,
  [result]: readonly SaveResult[],
): FastifyReply {
  if (result?.success !== true) return refused(object, reply, operation, result);
  return reply.code(operation === 'create' ? 201 : 200).send(readRecord(org, user, wholeRecord(object), result.id));
}

const GONE: ReadonlySet<string> = new Set(['ENTITY_IS_DELETED', 'NOT_FOUND', 'INVALID_CROSS_REFERENCE_KEY']);

function refused(object: SObjectType, reply: FastifyReply, operation: Operation, result: SaveResult | undefined): FastifyReply {
  const errors = result === undefined || result.success ? [] : result.errors;
  const isGone = operation !== 'create' && errors.some(({ statusCode, fields }) => GONE.has(statusCode) && fields.length === 0);
  const status = isGone ? 404 : 400;
  return reply.code(status).send(recordErrorBody(operation, object, errors, status));
}

function bodyOf(body: unknown): { readonly apiName: string | undefined; readonly fields: JsonObject } {
  if (!isJsonObject(body)) throw new SalesforceError('JSON_PARSER_ERROR', 'The request body must be a JSON object with `fields`');
  const { apiName, fields } = body;
  if (fields === undefined || !isJsonObject(fields)) throw new SalesforceError('JSON_PARSER_ERROR', 'The request body must have `fields`');
  return { apiName: typeof apiName === 'string' ? apiName : undefined, fields };
}
