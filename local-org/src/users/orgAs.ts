import { ALL_ACCESS } from '../access/accessDirectory.ts';
import type { UserAccess } from '../access/types.ts';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import type { Schema } from '../schema/types.ts';

/** What was made for the users who are about, as long as their access lasts. */
const views = new WeakMap<UserAccess, Org>();

/**
 * The org with the schema that the user sees: what they may not see is not
 * there, for every resource that names objects and fields. The org itself in
 * system mode and for administrators.
 */
export function orgAs(org: Org, { access }: RequestUser): Org {
  if (access === undefined || access.key === ALL_ACCESS) return org;
  const known = views.get(access);
  if (known !== undefined) return known;
  const view: Org = new OrgView(org, access);
  views.set(access, view);
  return view;
}

class OrgView implements Org {
  readonly #org: Org;
  readonly #access: UserAccess;

  constructor(org: Org, access: UserAccess) {
    this.#org = org;
    this.#access = access;
  }

  get schema(): Schema {
    return this.#access.schema;
  }

  get id(): Org['id'] {
    return this.#org.id;
  }

  get instanceUrl(): Org['instanceUrl'] {
    return this.#org.instanceUrl;
  }

  get source(): Org['source'] {
    return this.#org.source;
  }

  get database(): Org['database'] {
    return this.#org.database;
  }

  get store(): Org['store'] {
    return this.#org.store;
  }

  get queries(): Org['queries'] {
    return this.#org.queries;
  }

  get reports(): Org['reports'] {
    return this.#org.reports;
  }

  get records(): Org['records'] {
    return this.#org.records;
  }

  get clock(): Org['clock'] {
    return this.#org.clock;
  }

  get user(): Org['user'] {
    return this.#org.user;
  }

  get sessions(): Org['sessions'] {
    return this.#org.sessions;
  }

  get asyncWork(): Org['asyncWork'] {
    return this.#org.asyncWork;
  }

  get flows(): Org['flows'] {
    return this.#org.flows;
  }

  get deployments(): Org['deployments'] {
    return this.#org.deployments;
  }

  get dataFolder(): Org['dataFolder'] {
    return this.#org.dataFolder;
  }
}
