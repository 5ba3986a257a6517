import { randomUUID } from 'node:crypto';
import type { FormulaContext } from '../formula/types.ts';
import type { CompiledElement, CompiledFlow } from './compiledFlow.ts';
import type { FlowData, FlowRecord } from './data.ts';
import type { FlowFault } from './faults.ts';

/** Slots that every interview has. */
export const recordSlot = 0;
export const priorSlot = 1;

/** What all interviews of one batch share. */
export interface InterviewContext extends FormulaContext {
  /** The running user's record: `$User`. */
  readonly user: () => FlowRecord;
  /** `$Organization`. */
  readonly organization: () => FlowRecord;
}

/** A flow that waits for its subflow. */
export interface Frame {
  readonly flow: CompiledFlow;
  readonly data: FlowData[];
  readonly element: CompiledElement;
}

/** One run of a flow, for one record or one call. */
export class Interview {
  readonly context: InterviewContext;
  /** Id of the record that started it; null for a flow that was called. */
  readonly recordId: string | null;
  flow: CompiledFlow;
  data: FlowData[];
  next: CompiledElement | undefined;
  frames: Frame[] = [];
  visited: string[] = [];
  /** `$Flow.FaultMessage` */
  faultMessage: string | null = null;
  /** Errors of Custom Error elements. */
  customErrors: { readonly message: string; readonly field: string | undefined }[] = [];
  /** Why it ended without its work: no fault path took the error. */
  failure: FlowFault | undefined;
  #guid: string | undefined;

  constructor(flow: CompiledFlow, context: InterviewContext, recordId: string | null) {
    this.flow = flow;
    this.context = context;
    this.recordId = recordId;
    this.data = flow.emptyData.slice();
  }

  /** Enters the flow at this element, with the variables' default values in place. */
  begin(first: CompiledElement | undefined): void {
    for (const fill of this.flow.defaults) fill(this);
    this.next = first;
  }

  /** `$Flow.InterviewGuid` */
  get guid(): string {
    this.#guid ??= randomUUID();
    return this.#guid;
  }

  /** True when nothing is left to do. */
  get ended(): boolean {
    return this.failure !== undefined || (this.next === undefined && this.frames.length === 0);
  }
}
