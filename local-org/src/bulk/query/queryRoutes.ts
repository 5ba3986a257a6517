import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SalesforceError } from '../../errors.ts';
import { isJsonObject } from '../../rest/apiMessages.ts';
import { abort, answer, jobNamed, listJobs, now, parameter, remove, removeExpired, versionOf, type BulkRoutes } from '../jobRoute.ts';
import { jobErrors } from '../jobs/jobErrors.ts';
import { jobDetails, jobSummary } from '../jobs/jobToJson.ts';
import type { QueryJob } from '../jobs/jobTypes.ts';
import { sendCsv } from '../sendCsv.ts';
import { readQueryRequest } from './queryRequest.ts';
import { findPage, pageText } from './resultPage.ts';

const base = '/services/data/:version/jobs/query';
/** Records of a page when the client does not say. */
const usualPage = 50_000;
/** Addresses of pages that one answer names. */
const mostResultPages = 5;

/** `/jobs/query`: records out (Bulk API 2.0 Developer Guide, "Bulk API 2.0 Query"). */
export function registerQueryRoutes(app: FastifyInstance, bulk: BulkRoutes): void {
  app.get(base, (request, reply) => answer(request, reply, listJobs(bulk, request, 'V2Query')));
  app.post(base, (request, reply) => create(bulk, request, reply));
  app.get(`${base}/:id`, (request, reply) => answer(request, reply, jobDetails(jobNamed(bulk, request, 'V2Query'))));
  app.patch(`${base}/:id`, (request, reply) => {
    const job = jobNamed(bulk, request, 'V2Query');
    const state = isJsonObject(request.body) ? request.body['state'] : undefined;
    if (state !== 'Aborted') throw jobErrors.invalidState('InvalidJobState : state must be Aborted');
    return answer(request, reply, jobSummary(abort(bulk, job)));
  });
  app.delete(`${base}/:id`, (request, reply) => {
    remove(bulk, jobNamed(bulk, request, 'V2Query'));
    return reply.code(204).send();
  });
  app.get(`${base}/:id/results`, (request, reply) => results(bulk, request, reply));
  app.get(`${base}/:id/resultPages`, (request, reply) => resultPages(bulk, request, reply));
}

function create(bulk: BulkRoutes, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { org, jobs, worker } = bulk;
  removeExpired(bulk);
  const wanted = readQueryRequest(org, request.user, request.body);
  const job = jobs.create({
    ...wanted,
    type: 'V2Query',
    createdById: request.user.id,
    createdAt: now(org),
    state: 'UploadComplete',
    apiVersion: versionOf(request),
  });
  worker.wake();
  return answer(request, reply, jobSummary(job));
}

function results(bulk: BulkRoutes, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const job = completeJob(bulk, request);
  const page = findPage(bulk, job, firstRecord(job, parameter(request, 'locator')), maxRecords(request));
  return sendCsv(request, reply, Readable.from(pageText(bulk.files.result(job), page), { objectMode: false }), {
    'Sforce-Locator': page.next === undefined ? 'null' : locatorOf(page.next),
    'Sforce-NumberOfRecords': String(page.records),
  });
}

/** The addresses of the next pages, for clients that fetch several at once. */
function resultPages(bulk: BulkRoutes, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const job = completeJob(bulk, request);
  const address = `/services/data/v${versionOf(request)}/jobs/query/${job.id}`;
  const first = firstRecord(job, parameter(request, 'locator'));
  const starts = Array.from({ length: mostResultPages }, (_unused, place) => first + place * usualPage).filter(
    (start) => start === 0 || start < job.processed,
  );
  const next = first + mostResultPages * usualPage;
  const done = next >= job.processed;
  return answer(request, reply, {
    resultPages: starts.map((start) => ({ resultUrl: `${address}/results${start === 0 ? '' : `?locator=${locatorOf(start)}`}` })),
    nextRecordsUrl: done ? null : `${address}/resultPages?locator=${locatorOf(next)}`,
    done,
  });
}

function completeJob(bulk: BulkRoutes, request: FastifyRequest): QueryJob {
  const job = jobNamed(bulk, request, 'V2Query');
  if (job.state === 'JobComplete') return job;
  throw jobErrors.invalidState(`InvalidJobState : Results are there when the job is JobComplete; this one is ${job.state}`);
}

/** Where a page begins, in a form that says nothing to a client. */
function locatorOf(record: number): string {
  return Buffer.from(String(record)).toString('base64url');
}

function firstRecord(job: QueryJob, locator: string | undefined): number {
  if (locator === undefined || locator === '') return 0;
  const text = Buffer.from(locator, 'base64url').toString('utf8');
  const record = /^\d{1,12}$/u.test(text) ? Number(text) : Number.NaN;
  if (!(record > 0 && record < job.processed)) throw new SalesforceError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  return record;
}

function maxRecords(request: FastifyRequest): number {
  const asked = parameter(request, 'maxRecords');
  if (asked === undefined) return usualPage;
  const most = /^\d{1,9}$/u.test(asked) ? Number(asked) : 0;
  if (most < 1) throw jobErrors.invalidJob('InvalidJob : maxRecords must be a number above 0');
  return most;
}
