import { text } from 'node:stream/consumers';
import type { FastifyRequest } from 'fastify';
import type { Multipart } from '@fastify/multipart';
import { SalesforceError } from '../../errors.ts';
import { parseJson } from '../../rest/wire/jsonBody.ts';
import { jobErrors } from '../jobs/jobErrors.ts';

/** A job and its data in one request. */
export interface MultipartJob {
  readonly job: unknown;
  readonly content: string;
}

/**
 * Reads `multipart/form-data` with the parts `job` (JSON) and `content` (CSV).
 * @throws SalesforceError INVALIDJOB, JSON_PARSER_ERROR; an error with status 413 when a part is too large
 */
export async function readMultipart(request: FastifyRequest): Promise<MultipartJob> {
  const parts = await readParts(request);
  const [job, content] = ['job', 'content'].map((name) => parts.get(name));
  if (job === undefined || content === undefined) {
    throw jobErrors.invalidJob('InvalidJob : A multipart request needs the parts "job" and "content"');
  }
  return { job: parseJson(job), content };
}

async function readParts(request: FastifyRequest): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  try {
    for await (const part of request.parts()) parts.set(part.fieldname, await textOf(part));
  } catch (error) {
    if (error instanceof SalesforceError || hasStatus(error)) throw error;
    throw jobErrors.invalidJob('InvalidJob : The multipart body cannot be read');
  }
  return parts;
}

/** A part of type JSON comes parsed already. */
async function textOf(part: Multipart): Promise<string> {
  if (part.type === 'file') return text(part.file);
  return typeof part.value === 'string' ? part.value : JSON.stringify(part.value);
}

function hasStatus(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'statusCode' in error;
}
