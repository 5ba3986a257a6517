import type { Clock } from '../../clock.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { Schema } from '../../schema/types.ts';
import type { FlowData } from '../data.ts';
import type { FlowRun } from '../flowRun.ts';
import type { EmailTemplates } from './emailTemplates.ts';
import type { Outbox } from './outbox.ts';

/** What actions reach beyond records. */
export interface ActionServices {
  readonly outbox: Outbox;
  readonly templates: EmailTemplates;
  readonly clock: Clock;
  readonly organizationId: string;
  /** The org's address, without a trailing slash. */
  readonly instanceUrl: () => string;
}

/** What a parameter of an action takes: a value of this kind, or a list of them. */
export type ParameterType = 'string' | 'textarea' | 'id' | 'boolean' | 'date' | 'datetime' | 'double' | 'sobject';

/** One input or output of an action, as its describe tells it. */
export interface ActionParameter {
  readonly name: string;
  readonly label: string;
  readonly type: ParameterType;
  readonly required: boolean;
  /** Whether several values can come; text that is separated by commas is one value. */
  readonly isList: boolean;
  readonly description?: string;
  /** True for what local-org does not run: only nothing, or false, is taken. */
  readonly notRun?: boolean;
  /** For `sobject`: the object, or undefined for any. */
  readonly object?: string;
}

/** One call of an action: for one interview, or one entry of a REST request's `inputs`. */
export interface ActionCall {
  readonly inputs: ReadonlyMap<string, FlowData>;
  /** Where it comes from, for the outbox: the flow's name, or `REST`. */
  readonly caller: string;
}

/** What became of a call. */
export type ActionResult =
  { readonly success: true; readonly outputs: ReadonlyMap<string, FlowData> } | { readonly success: false; readonly error: ActionError };

/** Why a call failed, with a code of the platform. */
export interface ActionError {
  readonly statusCode: string;
  readonly message: string;
}

/** What an action works with. */
export interface ActionContext {
  readonly run: FlowRun;
  readonly schema: Schema;
  readonly user: RequestUser;
  readonly services: ActionServices;
  readonly organizationId: string;
}

/** An invocable action. */
export interface Action {
  /** The metadata's action type: `emailSimple`. */
  readonly type: string;
  /** `emailSimple`, `Order__c.Order_Placed`. */
  readonly name: string;
  readonly label: string;
  readonly inputs: readonly ActionParameter[];
  readonly outputs: readonly ActionParameter[];
  /** What one flow saves with it counts as DML: posts are records. */
  readonly savesRecords?: boolean;
  /** Answers every call, in order. All calls of a batch come at once. */
  run(calls: readonly ActionCall[], context: ActionContext): readonly ActionResult[];
}

export const done: ActionResult = { success: true, outputs: new Map() };

export function failed(statusCode: string, message: string): ActionResult {
  return { success: false, error: { statusCode, message } };
}
