import { datetimeToWire } from '../../rest/wire/moments.ts';
import type { Job } from './jobTypes.ts';

/** A job as its creation and a list of jobs tell it. */
export function jobSummary(job: Job): Record<string, unknown> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: datetimeToWire(job.createdAt),
    systemModstamp: datetimeToWire(job.changedAt),
    state: job.state,
    ...(job.type === 'V2Ingest' && job.externalIdFieldName !== undefined ? { externalIdFieldName: job.externalIdFieldName } : {}),
    ...(job.type === 'V2Ingest' && job.assignmentRuleId !== undefined ? { assignmentRuleId: job.assignmentRuleId } : {}),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.apiVersion),
    ...(job.type === 'V2Ingest'
      ? { contentUrl: `services/data/v${job.apiVersion}/jobs/ingest/${job.id}/batches` }
      : { jobType: job.type, isPkChunkingSupported: true }),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
  };
}

/** A job with its figures. */
export function jobDetails(job: Job): Record<string, unknown> {
  return {
    ...jobSummary(job),
    jobType: job.type,
    numberRecordsProcessed: job.processed,
    ...(job.type === 'V2Ingest' ? { numberRecordsFailed: job.failed } : {}),
    retries: 0,
    totalProcessingTime: job.totalMilliseconds,
    ...(job.type === 'V2Ingest' ? { apiActiveProcessingTime: job.activeMilliseconds, apexProcessingTime: 0 } : {}),
    ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
  };
}
