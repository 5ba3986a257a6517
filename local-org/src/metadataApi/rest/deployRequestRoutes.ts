import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { apiVersions } from '../../rest/apiTarget.ts';
import { resourceNotFound } from '../../rest/wire/resultToJson.ts';
import { platformLimits } from '../archive/readArchive.ts';
import { requireMetadataApi } from '../metadataAccess.ts';
import type { DeployJobs } from '../deploy/deployJobs.ts';
import type { DeployRecord } from '../deploy/deployRecord.ts';
import { acceptedJson, statusJson } from './deployRequestJson.ts';
import { readDeployRequest } from './readDeployRequest.ts';

interface JobAddress {
  readonly version: string;
  readonly id: string;
}

const collection = '/services/data/:version/metadata/deployRequest';

/** What a client may change of a deployment. */
const cancelBody = z.union([
  z.looseObject({ deployResult: z.looseObject({ status: z.literal('Canceling') }) }),
  z.looseObject({ status: z.literal('Canceling') }),
]);

/** The REST resource deployRequest: Metadata API Developer Guide, "Metadata REST API". */
export function registerDeployRequestRoutes(app: FastifyInstance, org: Org, jobs: DeployJobs): void {
  void app.register(async (scope) => {
    // One archive and its options; what is too large is refused with the rest of the body unread.
    const limits = { fileSize: platformLimits.compressed, files: 2, fields: 5, parts: 6, fieldSize: 1024 * 1024 };
    await scope.register(multipart, { limits });
    scope.addHook('preHandler', (request, _reply, done) => {
      requireMetadataApi(request.user);
      done();
    });
    scope.post<{ Params: Pick<JobAddress, 'version'> }>(
      collection,
      { bodyLimit: platformLimits.compressed + 2 * 1024 * 1024 },
      async (request, reply) => {
        checkVersion(request.params);
        const posted = await readDeployRequest(request);
        const record =
          'zip' in posted
            ? jobs.start(posted.zip, posted.options, request.user)
            : jobs.startValidated(posted.validatedDeployRequestId, request.user);
        return reply.code(201).send(acceptedJson(record));
      },
    );
    scope.get<{ Params: JobAddress }>(`${collection}/:id`, (request, reply) => {
      return reply.send(statusJson(found(jobs, request.params), urlOf(org, request.params), wantsDetails(request)));
    });
    scope.patch<{ Params: JobAddress }>(`${collection}/:id`, (request, reply) => {
      found(jobs, request.params);
      if (!cancelBody.safeParse(request.body).success) {
        throw new SalesforceError('INVALID_OPERATION', "Only the status of a deployment can be changed, to 'Canceling'");
      }
      const record = jobs.cancel(request.params.id, request.user);
      return reply.code(202).send(statusJson(record, urlOf(org, request.params), false));
    });
  });
}

function found(jobs: DeployJobs, address: JobAddress): DeployRecord {
  checkVersion(address);
  return jobs.get(address.id);
}

function checkVersion({ version }: Pick<JobAddress, 'version'>): void {
  if (!version.startsWith('v') || !apiVersions.includes(version.slice(1))) throw resourceNotFound();
}

function wantsDetails(request: FastifyRequest): boolean {
  return /[?&]includeDetails=true(?:&|$)/iu.test(request.url);
}

function urlOf(org: Org, { version, id }: JobAddress): string {
  return `${org.instanceUrl()}/services/data/${version}/metadata/deployRequest/${id}`;
}
