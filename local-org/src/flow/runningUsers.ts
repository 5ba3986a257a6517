import type { RequestUser } from '../requestUser.ts';
import type { CompiledFlow } from './compiledFlow.ts';
import type { FlowServices } from './flowRun.ts';

/** Finds who interviews run as. */
export class RunningUsers {
  readonly #services: FlowServices;
  readonly #user: (id: string) => RequestUser | undefined;

  /** @param user the user of an id, active or not */
  constructor(services: FlowServices, user: (id: string) => RequestUser | undefined) {
    this.#services = services;
    this.#user = user;
  }

  /** Who a path that runs later runs as: who saved the record, else, when they left or the flow says so, the Default Workflow User. */
  later(flow: CompiledFlow, userId: string): RequestUser | undefined {
    if (flow.definition.start.asDefaultWorkflowUser || !this.#isActive(userId)) return this.defaultWorkflowUser() ?? this.#user(userId);
    return this.#user(userId);
  }

  /** The org's first active administrator: schedule-triggered flows run as this user. */
  defaultWorkflowUser(): RequestUser | undefined {
    const soql = "SELECT Id FROM User WHERE IsActive = true AND Profile.Name = 'System Administrator' ORDER BY CreatedDate, Id LIMIT 1";
    const id = this.#services.queries.run(soql, system).records[0]?.id;
    return id === undefined ? undefined : this.#user(id);
  }

  #isActive(userId: string): boolean {
    const object = this.#services.schema.object('User');
    return object !== undefined && this.#services.reader.read(object, [userId]).get(userId)?.['IsActive'] === true;
  }
}

/** Asks on behalf of the org itself. */
const system: RequestUser = {
  id: '',
  username: '',
  name: 'Automated Process',
  email: '',
  timeZone: 'GMT',
  locale: 'en_US',
  language: 'en_US',
};
