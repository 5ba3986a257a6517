import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiTarget } from '../rest/apiTarget.ts';
import { sendAnswer } from '../rest/sendAnswer.ts';
import { resourceNotFound } from '../rest/wire/resultToJson.ts';
import type { RequestUser } from '../requestUser.ts';
import { normaliseId } from '../storage/ids.ts';
import type { JobContext } from './jobContext.ts';
import type { JobWorker } from './jobWorker.ts';
import { finalStates, type Job, type JobState } from './jobs/jobTypes.ts';
import { jobErrors } from './jobs/jobErrors.ts';
import { jobSummary } from './jobs/jobToJson.ts';

/** What the routes of bulk jobs work with. */
export interface BulkRoutes extends JobContext {
  readonly worker: JobWorker;
}

const jobsPerPage = 1000;

/** Answers with JSON. */
export function answer(request: FastifyRequest, reply: FastifyReply, body: unknown, headers: Record<string, string> = {}): FastifyReply {
  return sendAnswer(request, reply, { status: 200, body, headers });
}

/** The version in the address, e.g. `66.0`. */
export function versionOf(request: FastifyRequest): string {
  return apiTarget(request.url).version.slice(1);
}

/** A query parameter. */
export function parameter(request: FastifyRequest, name: string): string | undefined {
  return apiTarget(request.url).query.get(name) ?? undefined;
}

/** The job that the address names, of this type. @throws SalesforceError NOT_FOUND, 404 */
export function jobNamed<Type extends Job['type']>(
  { jobs }: JobContext,
  request: FastifyRequest,
  type: Type,
): Extract<Job, { type: Type }> {
  const { params } = request;
  const given = typeof params === 'object' && params !== null && 'id' in params ? String(params.id) : '';
  const id = normaliseId(given);
  const job = id === undefined ? undefined : jobs.find(id);
  if (job === undefined || !isOfType(job, type) || !maySee(request.user, job)) throw resourceNotFound();
  return job;
}

/** Jobs are their makers' affair, and that of whoever manages data integrations. */
function maySee({ id, access }: RequestUser, job: Job): boolean {
  if (access === undefined || job.createdById === id || access.system('ModifyAllData')) return true;
  return job.type === 'V2Ingest' && access.system('ManageDataIntegrations');
}

function isOfType<Type extends Job['type']>(job: Job, type: Type): job is Extract<Job, { type: Type }> {
  return job.type === type;
}

/** Jobs, newest first, in pages. */
export function listJobs({ jobs }: JobContext, request: FastifyRequest, type: Job['type']): unknown {
  const locator = parameter(request, 'queryLocator');
  const before = locator === undefined ? undefined : Number(locator);
  if (before !== undefined && !Number.isSafeInteger(before)) throw jobErrors.invalidJob('InvalidJob : Invalid queryLocator');
  const wanted = parameter(request, 'jobType');
  const found =
    wanted !== undefined && wanted !== type ? [] : jobs.list({ type, limit: jobsPerPage + 1, ...(before === undefined ? {} : { before }) });
  const page = found.slice(0, jobsPerPage);
  const kind = type === 'V2Ingest' ? 'ingest' : 'query';
  const next = found.length > page.length ? page.at(-1) : undefined;
  return {
    done: next === undefined,
    nextRecordsUrl: next === undefined ? null : `/services/data/v${versionOf(request)}/jobs/${kind}?queryLocator=${next.serial}`,
    records: page.filter((job) => maySee(request.user, job)).map((job) => ({ ...jobSummary(job), jobType: job.type })),
  };
}

/** Ends a job before its time. @throws SalesforceError INVALIDJOBSTATE when it is over already */
export function abort({ jobs, worker, org }: BulkRoutes, job: Job): Job {
  if (finalStates.has(job.state)) throw jobErrors.invalidState(`InvalidJobState : Aborting already ${ended(job.state)} Job not allowed`);
  worker.forget(job);
  return jobs.setState(job, 'Aborted', now(org));
}

/** Takes a job and its files away. @throws SalesforceError INVALIDJOBSTATE when it is being worked on */
export function remove({ jobs, worker, files }: BulkRoutes, job: Job): void {
  if (job.state === 'InProgress' || job.state === 'Open') {
    throw jobErrors.invalidState(
      `InvalidJobState : A job can be deleted when it is UploadComplete, JobComplete, Aborted or Failed, not ${job.state}`,
    );
  }
  worker.forget(job);
  jobs.remove(job);
  files.remove(job);
}

/** Takes away the jobs whose time is over. */
export function removeExpired({ jobs, files, org }: JobContext): void {
  for (const job of jobs.expired(org.clock.now())) {
    jobs.remove(job);
    files.remove(job);
  }
}

/** The platform calls a job that is done `Completed` in its refusals. */
export function ended(state: JobState): string {
  return state === 'JobComplete' ? 'Completed' : state;
}

/** Epoch milliseconds, whole seconds as the platform keeps them. */
export function now(org: JobContext['org']): number {
  return Math.floor(org.clock.now() / 1000) * 1000;
}
