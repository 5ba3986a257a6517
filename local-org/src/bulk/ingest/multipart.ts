import { parseJson } from '../../rest/wire/jsonBody.ts';
import { jobErrors } from '../jobs/jobErrors.ts';

/** A job and its data in one request. */
export interface MultipartJob {
  readonly job: unknown;
  readonly content: Buffer;
}

/**
 * Reads `multipart/form-data` with the parts `job` (JSON) and `content` (CSV).
 * @throws SalesforceError INVALIDJOB, JSON_PARSER_ERROR
 */
export async function readMultipart(contentType: string, body: Buffer): Promise<MultipartJob> {
  const form = await formOf(contentType, body);
  const job = await partNamed(form, 'job');
  const content = await partNamed(form, 'content');
  if (job === undefined || content === undefined) {
    throw jobErrors.invalidJob('InvalidJob : A multipart request needs the parts "job" and "content"');
  }
  return { job: parseJson(job.toString('utf8')), content };
}

async function formOf(contentType: string, body: Buffer): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw jobErrors.invalidJob('InvalidJob : The multipart body cannot be read');
  }
}

async function partNamed(form: FormData, name: string): Promise<Buffer | undefined> {
  const part = form.get(name);
  if (part === null) return undefined;
  return typeof part === 'string' ? Buffer.from(part) : Buffer.from(await part.arrayBuffer());
}
