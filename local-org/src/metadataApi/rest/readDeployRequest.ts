import type { FastifyRequest } from 'fastify';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { SalesforceError } from '../../errors.ts';
import { type DeployOptions, deployOptionsFromJson } from '../deploy/deployOptions.ts';

/** A deployment as it is posted: an archive, or the id of a validation. */
export type PostedDeployment =
  { readonly zip: Uint8Array; readonly options: DeployOptions } | { readonly validatedDeployRequestId: string };

const optionsPart = z.looseObject({ deployOptions: z.unknown() });
const validationBody = z.looseObject({ validatedDeployRequestId: z.string() });

/**
 * Reads the body of POST deployRequest: multipart with a part of JSON and one
 * of a zip, whatever their names; clients differ in them.
 * @throws SalesforceError
 */
export async function readDeployRequest(request: FastifyRequest): Promise<PostedDeployment> {
  if (!request.isMultipart()) return readValidation(request.body);
  let options: unknown;
  let zip: Uint8Array | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file' && part.mimetype !== 'application/json') zip = await buffer(part.file);
    else options = optionsOf(part.type === 'file' ? (await buffer(part.file)).toString('utf8') : part.value);
  }
  if (zip === undefined || zip.byteLength === 0)
    throw new SalesforceError('INVALID_MULTIPART_REQUEST', 'The request has no part with a zip file');
  return { zip, options: deployOptionsFromJson(options) };
}

function readValidation(body: unknown): PostedDeployment {
  const read = validationBody.safeParse(body);
  if (read.success) return { validatedDeployRequestId: read.data.validatedDeployRequestId };
  throw new SalesforceError('INVALID_MULTIPART_REQUEST', 'Deploy with multipart/form-data, or name a validatedDeployRequestId');
}

function optionsOf(value: unknown): unknown {
  try {
    const read = optionsPart.safeParse(typeof value === 'string' ? JSON.parse(value) : value);
    if (read.success) return read.data.deployOptions;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SalesforceError('JSON_PARSER_ERROR', error.message, { cause: error });
  }
  throw new SalesforceError('JSON_PARSER_ERROR', 'The JSON part has no deployOptions');
}
