import type { RequestUser } from '../../requestUser.ts';
import type { ActionCatalog } from '../actions/catalog.ts';
import { inputNotRun } from '../actions/inputs.ts';
import type { Outbox } from '../actions/outbox.ts';
import { failed, type Action, type ActionCall, type ActionResult } from '../actions/types.ts';
import type { CompiledFlow } from '../compiledFlow.ts';
import { copyOf, type FlowData } from '../data.ts';
import type { EngineServices } from '../engineServices.ts';
import { LimitException } from '../faults.ts';
import { Interview } from '../interview.ts';

/** The values that a call gives to a flow's input variables, by lower-cased name. */
export type FlowInputs = ReadonlyMap<string, FlowData>;

/** How an interview of a called flow ended. */
export type FlowOutcome =
  | { readonly success: true; readonly guid: string; readonly outputs: ReadonlyMap<string, FlowData> }
  | { readonly success: false; readonly guid: string; readonly message: string };

const trigger = 'call';

/** Thrown to undo what failed interviews did. */
class Undo extends Error {}

/** Runs flows and actions for those who call them from outside, such as the REST API. */
export class FlowCalls {
  readonly #flows: ReadonlyMap<string, CompiledFlow>;
  readonly #services: EngineServices;
  readonly #actions: ActionCatalog | undefined;

  constructor(flows: readonly CompiledFlow[], services: EngineServices, actions: ActionCatalog | undefined) {
    const callable = flows.filter((flow) => flow.definition.start.trigger === 'None' && !flow.definition.hasScreens);
    this.#flows = new Map(callable.map((flow) => [flow.name.toLowerCase(), flow]));
    this.#services = services;
    this.#actions = actions;
  }

  /** Active flows that can be called, by name. */
  get flows(): readonly CompiledFlow[] {
    return [...this.#flows.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
  }

  flow(name: string): CompiledFlow | undefined {
    return this.#flows.get(name.toLowerCase());
  }

  /** The actions of a type; none where the org runs none. */
  actions(type: string): readonly Action[] {
    return this.#actions?.ofType(type) ?? [];
  }

  action(type: string, name: string): Action | undefined {
    return this.#actions?.peek(type, name);
  }

  /** What flows have sent. */
  get outbox(): Outbox | undefined {
    return this.#services.flowServices.actions?.outbox;
  }

  /**
   * Runs a flow for each of these inputs, side by side in one transaction: one
   * element is one query or one save for all. What a failed interview did is
   * undone, and the others are run again without it.
   */
  run(flow: CompiledFlow, calls: readonly FlowInputs[], user: RequestUser): readonly FlowOutcome[] {
    const outcomes = new Map<FlowInputs, FlowOutcome>();
    for (;;) {
      const open = calls.filter((call) => outcomes.get(call)?.success !== false);
      if (open.length === 0) break;
      try {
        this.#services.database.transaction(() => this.#attempt(flow, open, user, outcomes));
        break;
      } catch (error) {
        if (error instanceof LimitException) {
          for (const call of open) outcomes.set(call, { success: false, guid: '', message: `System.LimitException: ${error.message}` });
        } else if (!(error instanceof Undo)) throw error;
      }
    }
    return calls.map((call) => outcomes.get(call) ?? { success: false, guid: '', message: 'the interview did not run' });
  }

  #attempt(flow: CompiledFlow, calls: readonly FlowInputs[], user: RequestUser, outcomes: Map<FlowInputs, FlowOutcome>): void {
    const run = this.#services.newRun(user);
    const context = this.#services.context(user, false);
    const { logger } = this.#services;
    const interviews = new Map(
      calls.map((call) => {
        const interview = new Interview(flow, context, null);
        interview.begin(flow.start.target);
        for (const [name, data] of call) {
          const slot = flow.inputs.get(name)?.slot;
          if (slot !== undefined) interview.data[slot] = copyOf(data);
        }
        return [call, interview] as const;
      }),
    );
    const all = [...interviews.values()];
    try {
      run.run(all);
    } catch (error) {
      logger.stopped(flow, trigger, all, run, error);
      throw error;
    }
    const someFailed = all.some((interview) => interview.failure !== undefined);
    const ended = someFailed ? all.filter((interview) => interview.failure !== undefined) : all;
    logger.ended(flow, trigger, ended, run);
    for (const [call, interview] of interviews) {
      const { guid, failure } = interview;
      if (failure !== undefined) outcomes.set(call, { success: false, guid, message: failure.message });
      else outcomes.set(call, { success: true, guid, outputs: outputsOf(flow, interview) });
    }
    if (someFailed) throw new Undo();
  }

  /** Calls an action of the org, in one transaction. */
  runAction(action: Action, calls: readonly ActionCall[], user: RequestUser): readonly ActionResult[] {
    const services = this.#services.flowServices.actions;
    if (services === undefined) throw new Error('the org has no action services');
    const { schema } = this.#services.flowServices;
    return this.#services.database.transaction(() => {
      const run = this.#services.newRun(user);
      const refusalOf = (call: ActionCall): ActionResult | undefined => {
        const missing = missingInput(action, call);
        const notRun = inputNotRun(action, call);
        if (missing !== undefined) return failed('MISSING_ARGUMENT', `Missing required input parameter: ${missing}`);
        return notRun === undefined
          ? undefined
          : failed('FUNCTIONALITY_NOT_ENABLED', `The input parameter ${notRun} is not run by local-org`);
      };
      const complete = calls.filter((call) => refusalOf(call) === undefined);
      const context = { run, schema, user, services, organizationId: services.organizationId };
      const results = complete.length === 0 ? [] : action.run(complete, context);
      const byCall = new Map(complete.map((call, index) => [call, results[index]]));
      return calls.map((call) => refusalOf(call) ?? byCall.get(call) ?? failed('UNKNOWN_EXCEPTION', 'the action gave no answer'));
    });
  }
}

function missingInput(action: Action, call: ActionCall): string | undefined {
  const isBlank = (data: FlowData): boolean => data === null || data === '' || (Array.isArray(data) && data.length === 0);
  return action.inputs.find(({ name, required }) => required && isBlank(call.inputs.get(name) ?? null))?.name;
}

/** By the variables' own names. */
function outputsOf(flow: CompiledFlow, interview: Interview): ReadonlyMap<string, FlowData> {
  const names = flow.definition.variables.filter((variable) => variable.isOutput).map((variable) => variable.name);
  return new Map(names.map((name) => [name, interview.data[flow.outputs.get(name.toLowerCase())?.slot ?? -1] ?? null]));
}
