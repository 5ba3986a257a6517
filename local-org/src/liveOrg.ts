import type { AccessDirectory } from './access/accessDirectory.ts';
import type { UserAccess } from './access/types.ts';
import type { OrgClock } from './clock.ts';
import type { Deployments } from './deployment/types.ts';
import type { FlowEngine } from './flow/engine.ts';
import type { LightningSite } from './lightning/prepareLightning.ts';
import type { PackageSource } from './metadata/packageSource.ts';
import type { Sessions } from './oauth/sessions.ts';
import type { AsyncWork, Org } from './org.ts';
import type { ReportEngine } from './reports/types.ts';
import type { RecordSaver } from './save/types.ts';
import type { Schema } from './schema/types.ts';
import type { QueryService } from './soql/types.ts';
import type { OrgDatabase } from './storage/database.ts';
import type { RecordStore } from './storage/recordStore.ts';
import type { UserDirectory } from './users/userDirectory.ts';

/** What of an org a deployment exchanges, all at once. */
export interface OrgParts {
  readonly source: PackageSource;
  readonly schema: Schema;
  readonly store: RecordStore;
  readonly queries: QueryService;
  readonly reports: ReportEngine;
  readonly records: RecordSaver;
  readonly users: UserDirectory;
  readonly access: AccessDirectory;
  readonly flows: FlowEngine;
  /** Absent when the org serves no pages. */
  readonly site: LightningSite | undefined;
}

/** What stays from the start of an org to its end. */
export interface OrgBasis {
  readonly id: string;
  readonly instanceUrl: () => string;
  readonly database: OrgDatabase;
  readonly clock: OrgClock;
  readonly sessions: Sessions;
  readonly dataFolder: string;
  readonly deployments: Deployments;
}

/** A running org: every member shows it as it is after the last deployment. */
export class LiveOrg implements Org {
  readonly #basis: OrgBasis;
  #parts: OrgParts;
  #started = false;

  constructor(basis: OrgBasis, parts: OrgParts) {
    this.#basis = basis;
    this.#parts = parts;
  }

  get id(): string {
    return this.#basis.id;
  }

  get instanceUrl(): () => string {
    return this.#basis.instanceUrl;
  }

  get database(): OrgDatabase {
    return this.#basis.database;
  }

  get clock(): OrgClock {
    return this.#basis.clock;
  }

  get sessions(): Sessions {
    return this.#basis.sessions;
  }

  get dataFolder(): string {
    return this.#basis.dataFolder;
  }

  get deployments(): Deployments {
    return this.#basis.deployments;
  }

  get source(): PackageSource {
    return this.#parts.source;
  }

  get schema(): Schema {
    return this.#parts.schema;
  }

  get store(): RecordStore {
    return this.#parts.store;
  }

  get queries(): QueryService {
    return this.#parts.queries;
  }

  get reports(): ReportEngine {
    return this.#parts.reports;
  }

  get records(): RecordSaver {
    return this.#parts.records;
  }

  get flows(): FlowEngine {
    return this.#parts.flows;
  }

  get site(): LightningSite | undefined {
    return this.#parts.site;
  }

  readonly user: Org['user'] = (id) => {
    const user = this.#parts.users.active(id);
    if (user === undefined) return undefined;
    const access = (): UserAccess => this.#parts.access.of(id);
    return {
      ...user,
      // As it is when it is asked for: a deployment, or an assignment, changes it.
      get access() {
        return access();
      },
    };
  };

  readonly asyncWork: AsyncWork = {
    pending: () => this.#parts.flows.pending(),
    idle: () => this.#idle(),
  };

  /** Begins with what flows left for after the commit. */
  start(): void {
    this.#started = true;
    this.#parts.flows.start();
  }

  stop(): void {
    this.#started = false;
    this.#parts.flows.stop();
  }

  /** From now on every member shows these parts. Called between requests: they are answered in one go. */
  exchange(parts: OrgParts): void {
    this.#parts.flows.stop();
    this.#parts = parts;
    if (this.#started) parts.flows.start();
  }

  /** A deployment may exchange the engine while its work is waited for. */
  async #idle(): Promise<void> {
    let waitedFor: FlowEngine | undefined;
    while (waitedFor !== this.#parts.flows) {
      waitedFor = this.#parts.flows;
      await waitedFor.idle();
    }
  }
}
