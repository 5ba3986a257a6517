import { schemaFor } from '../../access/schemaFor.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { FastifyInstance } from 'fastify';
import { SalesforceError } from '../../errors.ts';
import type { Field, SObjectType } from '../../schema/types.ts';
import { noAccess, notFound } from '../records/readRecords.ts';
import { eTagOf } from '../records/recordRepresentation.ts';
import { objectInfo } from './objectInfo.ts';
import { picklistValues } from './picklistValues.ts';
import { recordTypeOf } from './recordTypes.ts';
import type { UiApiOrg } from '../uiApiOrg.ts';

interface PicklistParams {
  readonly object: string;
  readonly recordTypeId: string;
  readonly field: string;
}

/** `/ui-api/object-info`: what the wires of `lightning/uiObjectInfoApi` call. */
export function registerObjectInfoRoutes(app: FastifyInstance, org: UiApiOrg, base: string): void {
  app.get<{ Params: { object: string } }>(`${base}/object-info/:object`, (request, reply) =>
    reply.send(objectInfo(schemaFor(org, request.user), objectNamed(org, request.user, request.params.object))),
  );

  app.get<{ Params: { objects: string } }>(`${base}/object-info/batch/:objects`, (request, reply) => {
    const results = request.params.objects.split(',').map((name) => {
      const schema = schemaFor(org, request.user);
      const object = schema.object(name);
      if (object !== undefined) return { statusCode: 200, result: objectInfo(schema, object) };
      const error = org.schema.object(name) === undefined ? notFound() : noAccess();
      return { statusCode: error.status, result: [error.toApiError()] };
    });
    return reply.send({ results });
  });

  app.get<{ Params: Omit<PicklistParams, 'field'> }>(`${base}/object-info/:object/picklist-values/:recordTypeId`, (request, reply) => {
    const object = objectNamed(org, request.user, request.params.object);
    const url = pathOf(request.url);
    const recordType = recordTypeOf(object, request.params.recordTypeId);
    const fields = [...object.fields.values()].filter((field) => field.picklist !== undefined);
    const picklistFieldValues = Object.fromEntries(
      fields.map((field) => [field.name, picklistValues(object, field, `${url}/${field.name}`, recordType)]),
    );
    return reply.send({ eTag: eTagOf(picklistFieldValues), picklistFieldValues });
  });

  app.get<{ Params: PicklistParams }>(`${base}/object-info/:object/picklist-values/:recordTypeId/:field`, (request, reply) => {
    const object = objectNamed(org, request.user, request.params.object);
    const recordType = recordTypeOf(object, request.params.recordTypeId);
    return reply.send(picklistValues(object, picklistNamed(object, request.params.field), pathOf(request.url), recordType));
  });
}

function objectNamed(org: UiApiOrg, user: RequestUser, name: string): SObjectType {
  const object = schemaFor(org, user).object(name);
  if (object === undefined) throw org.schema.object(name) === undefined ? notFound() : noAccess();
  return object;
}

function picklistNamed(object: SObjectType, name: string): Field {
  const field = object.fields.get(name.toLowerCase());
  if (field?.picklist === undefined) throw new SalesforceError('INVALID_FIELD', `${object.name} has no picklist ${name}`);
  return field;
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
