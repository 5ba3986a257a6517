import { randomUUID } from 'node:crypto';
import type { FormulaContext } from '../formula/types.ts';
import type { CompiledElement, CompiledFlow } from './compiledFlow.ts';
import type { FlowData, FlowRecord } from './data.ts';
import type { FlowFault } from './faults.ts';
import type { GlobalRecords } from './globalRecords.ts';

/** Slots that every interview has. */
export const recordSlot = 0;
export const priorSlot = 1;

/** Characters after which a remark about one visit is cut, and visits that are remarked on. */
const longestRemark = 400;
const mostRemarks = 500;

/** What all interviews of one batch share. */
export interface InterviewContext extends FormulaContext {
  /** The running user's record: `$User`. */
  readonly user: () => FlowRecord;
  /** `$Organization`. */
  readonly organization: () => FlowRecord;
  /** The records behind these and the other global variables. */
  readonly globals: GlobalRecords;
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
  /** What is worth knowing of a visit, by its place in `visited`: for the run log, never values that people wrote. */
  readonly remarks = new Map<number, string>();
  /** `$Flow.FaultMessage` */
  faultMessage: string | null = null;
  /** Errors of Custom Error elements. */
  customErrors: { readonly message: string; readonly field: string | undefined }[] = [];
  /** Why it ended without its work: no fault path took the error. */
  failure: FlowFault | undefined;
  /** The screen at which it waits for its user, or the Roll Back Records that is to undo what was saved. */
  waitsAt: CompiledElement | undefined;
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

  /** Adds to what the run log tells of the element that runs now: names, ids and counts only. */
  remark(text: string): void {
    const visit = this.visited.length - 1;
    const before = this.remarks.get(visit) ?? '';
    // A loop can visit thousands of elements, and one element save thousands of records.
    if (before.length > longestRemark || this.remarks.size > mostRemarks) return;
    this.remarks.set(visit, before === '' ? text : before.length + text.length > longestRemark ? `${before}; …` : `${before}; ${text}`);
  }

  /** `$Flow.InterviewGuid` */
  get guid(): string {
    this.#guid ??= randomUUID();
    return this.#guid;
  }

  /** Goes on as the interview of that guid. */
  set guid(guid: string) {
    this.#guid = guid;
  }

  /** True when nothing is left to do. */
  get ended(): boolean {
    return this.failure !== undefined || (this.next === undefined && this.frames.length === 0);
  }
}
