import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { schemaFor } from '../../access/schemaFor.ts';
import { isJsonObject } from '../../rest/apiMessages.ts';
import { unsupportedType } from '../../rest/requestBodies.ts';
import { sendAnswer } from '../../rest/sendAnswer.ts';
import { abort, answer, ended, jobNamed, listJobs, now, remove, removeExpired, versionOf, type BulkRoutes } from '../jobRoute.ts';
import { jobErrors } from '../jobs/jobErrors.ts';
import { jobDetails, jobSummary } from '../jobs/jobToJson.ts';
import type { IngestJob, Job } from '../jobs/jobTypes.ts';
import { sendCsv } from '../sendCsv.ts';
import { ingestResults, unprocessedRecords, type ResultKind } from './ingestResults.ts';
import { readIngestRequest } from './ingestRequest.ts';
import { readMultipart } from './multipart.ts';
import { storeUpload } from './upload.ts';

const base = '/services/data/:version/jobs/ingest';

/** `/jobs/ingest`: records in (Bulk API 2.0 Developer Guide, "Bulk API 2.0 Ingest"). */
export function registerIngestRoutes(app: FastifyInstance, bulk: BulkRoutes): void {
  app.get(base, (request, reply) => answer(request, reply, listJobs(bulk, request, 'V2Ingest')));
  app.post(base, (request, reply) => create(bulk, request, reply));
  app.get(`${base}/:id`, (request, reply) => answer(request, reply, jobDetails(jobNamed(bulk, request, 'V2Ingest'))));
  app.patch(`${base}/:id`, (request, reply) => answer(request, reply, jobSummary(changeState(bulk, request))));
  app.delete(`${base}/:id`, (request, reply) => {
    remove(bulk, jobNamed(bulk, request, 'V2Ingest'));
    return reply.code(204).send();
  });
  app.put(`${base}/:id/batches`, (request, reply) => upload(bulk, request, reply));
  for (const kind of ['successfulResults', 'failedResults'] as const) {
    app.get(`${base}/:id/${kind}`, (request, reply) => results(bulk, request, reply, kind));
  }
  app.get(`${base}/:id/unprocessedrecords`, (request, reply) => unprocessed(bulk, request, reply));
}

async function create(bulk: BulkRoutes, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!request.isMultipart()) return created(request, reply, newJob(bulk, request, request.body));
  const { job: json, content } = await readMultipart(request);
  const job = newJob(bulk, request, json);
  await keepContent(bulk, job, Readable.from(content));
  const closed = bulk.jobs.setState(job, 'UploadComplete', now(bulk.org));
  bulk.worker.wake();
  return created(request, reply, closed);
}

function newJob(bulk: BulkRoutes, request: FastifyRequest, body: unknown): Job {
  const { org, jobs } = bulk;
  removeExpired(bulk);
  const wanted = readIngestRequest(schemaFor(org, request.user), org.schema, body);
  return jobs.create({
    ...wanted,
    type: 'V2Ingest',
    createdById: request.user.id,
    createdAt: now(org),
    state: 'Open',
    apiVersion: versionOf(request),
  });
}

function created(request: FastifyRequest, reply: FastifyReply, job: Job): FastifyReply {
  const warned = job.type === 'V2Ingest' && job.assignmentRuleId !== undefined;
  return answer(request, reply, jobSummary(job), warned ? { Warning: '299 - "assignmentRuleId is not run by local-org"' } : {});
}

async function upload(bulk: BulkRoutes, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { body } = request;
  if (body !== undefined && body !== null && !(body instanceof Readable)) throw unsupportedType(request);
  const job = jobNamed(bulk, request, 'V2Ingest');
  refuseUpload(job);
  await keepContent(bulk, job, body ?? Readable.from([]));
  return sendAnswer(request, reply, { status: 201 });
}

function refuseUpload(job: IngestJob): void {
  if (job.state !== 'Open') {
    throw jobErrors.invalidState(`InvalidJobState : Data can be added to an Open job only; this one is ${job.state}`);
  }
  if (job.hasContent) throw jobErrors.secondContent(job.id);
}

async function keepContent({ jobs, files }: BulkRoutes, job: Job, data: Readable): Promise<void> {
  await storeUpload(data, files.content(job), {
    check: () => {
      // While the data came in, the job may have been closed, or have got other data.
      const current = jobs.find(job.id);
      if (current?.type !== 'V2Ingest') throw jobErrors.invalidJob(`InvalidJob : The job ${job.id} is no longer there`);
      refuseUpload(current);
    },
    keep: () => jobs.setHasContent(job),
  });
}

function changeState(bulk: BulkRoutes, request: FastifyRequest): Job {
  const job = jobNamed(bulk, request, 'V2Ingest');
  const state = isJsonObject(request.body) ? request.body['state'] : undefined;
  if (state === 'Aborted') return abort(bulk, job);
  if (state !== 'UploadComplete') throw jobErrors.invalidState('InvalidJobState : state must be UploadComplete or Aborted');
  if (job.state !== 'Open') throw jobErrors.invalidState(`InvalidJobState : Closing already ${ended(job.state)} Job not allowed`);
  const closed = bulk.jobs.setState(job, 'UploadComplete', now(bulk.org));
  bulk.worker.wake();
  return closed;
}

function results(bulk: BulkRoutes, request: FastifyRequest, reply: FastifyReply, kind: ResultKind): FastifyReply {
  const job = jobNamed(bulk, request, 'V2Ingest');
  return sendCsv(request, reply, ingestResults(bulk, job, kind));
}

function unprocessed(bulk: BulkRoutes, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const job = jobNamed(bulk, request, 'V2Ingest');
  return sendCsv(request, reply, Readable.from(unprocessedRecords(bulk, job), { objectMode: false }));
}
