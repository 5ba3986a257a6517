import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { Org } from '../org.ts';
import { readJson, unsupportedType } from '../rest/requestBodies.ts';
import { registerIngestRoutes } from './ingest/ingestRoutes.ts';
import { JobFiles } from './jobs/jobFiles.ts';
import { JobStore } from './jobs/jobStore.ts';
import { JobWorker } from './jobWorker.ts';
import { removeExpired } from './jobRoute.ts';
import { registerQueryRoutes } from './query/queryRoutes.ts';

/** The bulk jobs of a running org. */
export interface BulkApi {
  /** Begins to work, first on the jobs that an earlier process left. */
  start(): void;
  /** Ends after the batch that runs; the rest goes on with the next start. */
  stop(): Promise<void>;
  /** Resolves when no job is waiting. */
  idle(): Promise<void>;
}

/** Data of a job in a multipart request; larger ones are uploaded apart. */
const largestMultipart = 20 * 1024 * 1024;
const largestJson = 1024 * 1024;

/**
 * Bulk API 2.0: `/services/data/vXX.0/jobs/**`.
 * @param report told of defects
 */
export function registerBulkRoutes(app: FastifyInstance, org: Org, report: (error: unknown) => void): BulkApi {
  const jobs = new JobStore(org.database);
  const files = new JobFiles(org.dataFolder);
  const context = { org, jobs, files };
  const worker = new JobWorker(context, report);
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    readJson(scope, { bodyLimit: largestJson });
    // A job's data is never in memory as a whole: its route reads it from the connection.
    scope.addContentTypeParser('text/csv', (_request, payload, parsed) => parsed(null, payload));
    void scope.register(multipart, { limits: { fileSize: largestMultipart, fieldSize: largestMultipart, parts: 10 } });
    scope.addContentTypeParser('*', (request, _payload, parsed) => parsed(unsupportedType(request)));
    registerIngestRoutes(scope, { ...context, worker });
    registerQueryRoutes(scope, { ...context, worker });
    done();
  });
  return {
    start: () => {
      removeExpired(context);
      worker.start();
    },
    stop: () => worker.stop(),
    idle: () => worker.idle(),
  };
}
