import type { ScheduledPath } from '../metadata/flowStartTypes.ts';
import type { FlowDefinition } from '../metadata/flowTypes.ts';
import type { SObjectType } from '../schema/types.ts';
import type { FlowData } from './data.ts';
import type { RecordFilters } from './elements/filters.ts';
import type { FlowType } from './flowType.ts';
import type { FlowRun } from './flowRun.ts';
import type { CompiledScreen } from './screens/compiledScreen.ts';
import type { Interview } from './interview.ts';

/** A parent record that must be read before an expression is evaluated. */
export interface ParentNeed {
  /** Slot of the record that the path starts from. */
  readonly slot: number;
  /** Foreign keys to follow, canonical field names. */
  readonly hops: readonly string[];
}

/** Something that gives a value, its type known. */
export interface Expression {
  readonly type: FlowType;
  readonly needs: readonly ParentNeed[];
  evaluate(interview: Interview): FlowData;
}

/** Something that can be assigned. */
export interface Target {
  readonly type: FlowType;
  /** The value that is there now: for Add, Subtract and their kin. */
  readonly current: Expression;
  assign(interview: Interview, data: FlowData): void;
}

/** A condition, ready to be asked. */
export interface Test {
  readonly needs: readonly ParentNeed[];
  holds(interview: Interview): boolean;
}

/** A place that a connector leads to; the element is known once all are compiled. */
export interface Exit {
  target: CompiledElement | undefined;
}

/** An element that can run: alone for each interview, or for a group of interviews at once. */
export interface CompiledElement {
  readonly name: string;
  readonly needs: readonly ParentNeed[];
  /** Position in the flow: the group furthest behind runs first, so that paths that meet run as one group. */
  rank: number;
  /** Present on elements that touch only the interview: gives the next element. */
  readonly step?: (interview: Interview) => CompiledElement | undefined;
  /** Present on elements that query or save: one query or one save for all. Sets each interview's `next`. */
  readonly runGroup?: (interviews: readonly Interview[], run: FlowRun) => void;
  /** Present on subflow elements: takes the outputs when the subflow is done. */
  readonly finish?: (interview: Interview, outputs: (name: string) => FlowData) => CompiledElement | undefined;
  /** Present on screens: the interview waits there (`Interview.waitsAt`). */
  readonly screen?: CompiledScreen;
  /** Present on Roll Back Records: where to go once what was saved is undone. */
  readonly afterRollback?: Exit;
  /** Where to go when the element fails. */
  readonly fault?: Exit;
}

/** A path after the commit. */
export interface CompiledAsyncPath {
  readonly name: string;
  readonly first: Exit;
}

/** A path that runs at a time. */
export interface CompiledScheduledPath extends CompiledAsyncPath {
  readonly timing: ScheduledPath;
  /** The field that the time is counted from; undefined: the save. */
  readonly from: Expression | undefined;
}

/** The records that a schedule-triggered flow runs for. */
export interface ScheduledRecords {
  readonly object: SObjectType;
  readonly filters: RecordFilters;
}

/** A flow, checked against the schema and ready to run. */
export interface CompiledFlow {
  readonly definition: FlowDefinition;
  readonly name: string;
  readonly label: string;
  /** By name. */
  readonly elements: ReadonlyMap<string, CompiledElement>;
  /** Initial content of the slots: nulls, and empty collections. */
  readonly emptyData: readonly FlowData[];
  /** Set the variables that have default values. */
  readonly defaults: readonly ((interview: Interview) => void)[];
  /** Slots of input and output variables, by lower-cased name. */
  readonly inputs: ReadonlyMap<string, { readonly slot: number; readonly type: FlowType }>;
  readonly outputs: ReadonlyMap<string, { readonly slot: number; readonly type: FlowType }>;
  readonly entry: Test | undefined;
  readonly start: Exit;
  readonly asyncPaths: readonly CompiledAsyncPath[];
  readonly scheduledPaths: readonly CompiledScheduledPath[];
  /** Of a schedule-triggered flow that runs for records. */
  readonly scheduledRecords: ScheduledRecords | undefined;
  /** Whether the flow reads `$Record__Prior`, ISCHANGED or PRIORVALUE. */
  readonly usesPrior: boolean;
  /** Whether an interview can change records. */
  readonly changesRecords: boolean;
}
