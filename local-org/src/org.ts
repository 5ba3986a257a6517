import type { OrgClock } from './clock.ts';
import type { Deployments } from './deployment/types.ts';
import type { FlowEngine } from './flow/engine.ts';
import type { PackageSource } from './metadata/packageSource.ts';
import type { Sessions } from './oauth/sessions.ts';
import type { RequestUser } from './requestUser.ts';
import type { ReportEngine } from './reports/types.ts';
import type { RecordSaver } from './save/types.ts';
import type { Schema } from './schema/types.ts';
import type { QueryService } from './soql/types.ts';
import type { OrgDatabase } from './storage/database.ts';
import type { RecordStore } from './storage/recordStore.ts';

/** A running org as its doors (REST, OAuth, UI API, pages) see it. */
export interface Org {
  /** 18-character id of the Organization record; session tokens start with it. */
  readonly id: string;
  /** `http://127.0.0.1:8080`, without a trailing slash. */
  readonly instanceUrl: () => string;
  readonly source: PackageSource;
  readonly schema: Schema;
  readonly database: OrgDatabase;
  readonly store: RecordStore;
  readonly queries: QueryService;
  readonly reports: ReportEngine;
  readonly records: RecordSaver;
  readonly clock: OrgClock;
  /** The user of an id; undefined when there is none. */
  readonly user: (id: string) => RequestUser | undefined;
  readonly sessions: Sessions;
  /** Work that flows left for after the commit, still to be done. */
  readonly asyncWork: AsyncWork;
  /** What runs the flows. A deployment exchanges it: never keep it. */
  readonly flows: FlowEngine;
  /** The org's metadata and how it changes; every other member shows the org after the last deployment: read it anew at each request. */
  readonly deployments: Deployments;
  /** Folder of the org's files (database, logs, caches of built pages). */
  readonly dataFolder: string;
}

/** The queue of flows' asynchronous paths. */
export interface AsyncWork {
  pending(): number;
  /** Resolves when nothing is waiting. */
  idle(): Promise<void>;
}
