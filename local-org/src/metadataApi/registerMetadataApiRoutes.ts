import type { FastifyInstance } from 'fastify';
import type { Org } from '../org.ts';
import { newestVersion } from '../rest/apiTarget.ts';
import { DeployJobs } from './deploy/deployJobs.ts';
import { registerDeployRequestRoutes } from './rest/deployRequestRoutes.ts';
import { RetrieveJobs } from './retrieve/retrieveJobs.ts';
import { registerSoapRoutes } from './soap/soapRoutes.ts';

export interface MetadataApiOptions {
  /** Told of defects. */
  readonly report: (error: unknown) => void;
  /** Counts a call of the SOAP API; those of the REST API are counted with the Data API's. */
  readonly countCall?: () => void;
}

/** The Metadata API while the org runs. */
export interface RunningMetadataApi {
  /** Lets the running deployment end: the database must stay open until then. */
  stop(): Promise<void>;
}

/** Registers the Metadata API on the org's server. */
export function registerMetadataApiRoutes(app: FastifyInstance, org: Org, { report, countCall }: MetadataApiOptions): RunningMetadataApi {
  const deployJobs = new DeployJobs(org, report);
  const api = { org, deployJobs, retrieveJobs: new RetrieveJobs(org, newestVersion) };
  registerSoapRoutes(app, api, countCall ?? (() => undefined));
  registerDeployRequestRoutes(app, org, deployJobs);
  return { stop: () => deployJobs.stop() };
}
