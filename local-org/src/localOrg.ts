import type { AddressInfo } from 'node:net';
import { registerAnalyticsRoutes } from './analytics/registerAnalyticsRoutes.ts';
import { assembleOrg, type AssembledOrg } from './assembleOrg.ts';
import { registerBulkRoutes } from './bulk/registerBulkRoutes.ts';
import { registerLightningRoutes } from './lightning/routes.ts';
import { lockFolder } from './folderLock.ts';
import { readOrgEnv, writeOrgEnv } from './orgEnv.ts';
import type { LightningSite } from './lightning/prepareLightning.ts';
import type { LiveOrg } from './liveOrg.ts';
import { keepAdminCredentials } from './oauth/credentials.ts';
import type { Org } from './org.ts';
import { registerMetadataApiRoutes } from './metadataApi/registerMetadataApiRoutes.ts';
import { registerUiApiRoutes } from './uiApi/registerUiApiRoutes.ts';
import { newestVersion } from './rest/apiTarget.ts';
import { createServer } from './rest/server.ts';

export interface LocalOrgOptions {
  /** Made when it is not there; a second org on it is refused. */
  readonly dataFolder: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly host?: string;
  /** Where the org's clock starts, epoch milliseconds; real time when absent. */
  readonly now?: number;
  /** Whether to build and serve the Lightning pages; yes unless told otherwise. */
  readonly pages?: boolean;
  /** Idle time after which a session ends; 120 unless told otherwise. */
  readonly sessionMinutes?: number;
  /** API calls that are answered in a day. */
  readonly dailyApiRequests?: number;
  /** Told what a start is busy with. */
  readonly onProgress?: (step: string) => void;
}

/** A local org that is listening. */
export interface LocalOrg {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  readonly org: Org;
  /** Access token of the administrator, as in `org.env`. */
  readonly adminToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Resolves when no asynchronous path of a flow is waiting. */
  idle(): Promise<void>;
  /** Stops listening, lets the running request end, and closes the database. */
  close(): Promise<void>;
}

/**
 * Opens the folder's org, an empty one when there is none, and listens.
 * @throws MetadataError when metadata that was deployed to it cannot run here any more
 * @throws FolderInUseError when another local org runs on the folder
 */
export async function startLocalOrg(options: LocalOrgOptions): Promise<LocalOrg> {
  const lock = lockFolder(options.dataFolder);
  try {
    const started = await startLocked(options);
    return {
      ...started,
      close: async () => {
        await started.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(options: LocalOrgOptions): Promise<LocalOrg> {
  const { dataFolder, port, now, host = '127.0.0.1', pages = true, onProgress, sessionMinutes, dailyApiRequests } = options;
  let url = '';
  const progress = onProgress === undefined ? {} : { onProgress };
  const assembled = await assembleOrg({ dataFolder, now, pages, sessionMinutes, dailyApiRequests, instanceUrl: () => url, ...progress });
  const { org, usage, database } = assembled;
  const app = createServer({ org, apps: assembled.apps, usage, adminId: assembled.seeded.adminId, report });
  registerUiApiRoutes(app, org);
  registerAnalyticsRoutes(app, org);
  const metadataApi = registerMetadataApiRoutes(app, org, { report, countCall: () => usage.count() });
  const bulk = registerBulkRoutes(app, org, report);
  if (pages) registerLightningRoutes(app, org, () => siteOf(org), usage);
  try {
    await app.listen({ port, host });
  } catch (error) {
    database.close();
    throw error;
  }
  url = `http://${host}:${String(portOf(app.server.address()))}`;
  const access = keepCredentials(assembled, url);
  org.start();
  bulk.start();
  return {
    url,
    org,
    ...access,
    idle: () => org.asyncWork.idle(),
    close: async () => {
      await app.close();
      await metadataApi.stop();
      await bulk.stop();
      org.stop();
      usage.save();
      database.close();
    },
  };
}

function siteOf(org: LiveOrg): LightningSite {
  if (org.site === undefined) throw new Error('the org was started without pages');
  return org.site;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server is not listening on a port');
  return address.port;
}

/** Writes `org.env`: what an earlier start gave out while it is still good, new credentials otherwise. */
function keepCredentials({ org, apps, seeded }: AssembledOrg, url: string): Pick<LocalOrg, 'adminToken' | 'clientId' | 'clientSecret'> {
  const known = readOrgEnv(org.dataFolder);
  const credentials = keepAdminCredentials(org, apps, seeded, {
    accessToken: known.SALESFORCE_ACCESS_TOKEN ?? '',
    clientId: known.SALESFORCE_CLIENT_ID ?? '',
    clientSecret: known.SALESFORCE_CLIENT_SECRET ?? '',
    password: known.SALESFORCE_PASSWORD ?? '',
  });
  writeOrgEnv(org.dataFolder, {
    SALESFORCE_LOGIN_URL: url,
    SALESFORCE_INSTANCE_URL: url,
    SALESFORCE_USERNAME: org.user(seeded.adminId)?.username ?? '',
    SALESFORCE_PASSWORD: credentials.password,
    SALESFORCE_ACCESS_TOKEN: credentials.accessToken,
    SALESFORCE_CLIENT_ID: credentials.clientId,
    SALESFORCE_CLIENT_SECRET: credentials.clientSecret,
    SALESFORCE_JWT_KEY_FILE: credentials.jwtKeyFile,
    SALESFORCE_API_VERSION: newestVersion,
  });
  return { adminToken: credentials.accessToken, clientId: credentials.clientId, clientSecret: credentials.clientSecret };
}

/** A defect: where it happened, without what the request carried. */
function report(error: unknown): void {
  process.stderr.write(`local-org: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
