import type { FlowStart } from './flowStartTypes.ts';
import type { FlowChoice, FlowChoiceSet, RollbackElement, ScreenElement } from './screens/screenTypes.ts';

/**
 * A Flow file as typed data: what it says, before anybody asks whether the
 * objects, fields and resources that it names exist. Shapes follow the Flow type
 * of the Metadata API, version 66.
 */

export type FlowDataType =
  'String' | 'Number' | 'Currency' | 'Boolean' | 'Date' | 'DateTime' | 'Time' | 'Picklist' | 'Multipicklist' | 'SObject';

/** A literal, or the dotted name of something that holds a value. */
export type FlowValue =
  | { readonly kind: 'reference'; readonly path: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'datetime'; readonly value: string }
  | { readonly kind: 'time'; readonly value: string }
  /** An inline formula, as Transform elements hold them. */
  | { readonly kind: 'formula'; readonly expression: string; readonly dataType: FlowDataType };

/** Name of the element that comes next; undefined: the path ends. */
export type FlowConnector = string | undefined;

export interface FlowCondition {
  readonly left: string;
  readonly operator: string;
  readonly right: FlowValue | undefined;
  /** A group of conditions in the place of one. */
  readonly group?: FlowConditions;
}

/** `and`, `or`, or numbers combined as in `1 AND (2 OR 3)`. */
export interface FlowConditions {
  readonly logic: string;
  readonly conditions: readonly FlowCondition[];
}

export interface FlowFilter {
  readonly field: string;
  readonly operator: string;
  readonly value: FlowValue | undefined;
}

export interface FlowFilters {
  readonly logic: string;
  readonly filters: readonly FlowFilter[];
}

export interface FieldAssignment {
  readonly field: string;
  readonly value: FlowValue | undefined;
}

interface Resource {
  readonly name: string;
  readonly line: number;
}

export interface FlowVariable extends Resource {
  readonly dataType: FlowDataType;
  readonly objectType: string | undefined;
  readonly isCollection: boolean;
  readonly isInput: boolean;
  readonly isOutput: boolean;
  readonly value: FlowValue | undefined;
}

export interface FlowConstant extends Resource {
  readonly dataType: FlowDataType;
  readonly value: FlowValue | undefined;
}

export interface FlowFormula extends Resource {
  readonly dataType: FlowDataType;
  readonly expression: string;
  readonly scale: number | undefined;
}

export interface FlowTextTemplate extends Resource {
  readonly text: string;
}

interface Element {
  readonly name: string;
  readonly line: number;
}

export interface DecisionElement extends Element {
  readonly kind: 'decisions';
  readonly rules: readonly DecisionRule[];
  readonly defaultConnector: FlowConnector;
}

export interface DecisionRule extends FlowConditions {
  readonly name: string;
  readonly connector: FlowConnector;
  /** Only when the record did not meet the conditions before the save. */
  readonly onlyWhenChanged: boolean;
}

/** One line of an Assignment element. */
export interface AssignmentItem {
  readonly to: string;
  readonly operator: string;
  readonly value: FlowValue | undefined;
}

export interface AssignmentElement extends Element {
  readonly kind: 'assignments';
  readonly items: readonly AssignmentItem[];
  readonly connector: FlowConnector;
}

export interface LoopElement extends Element {
  readonly kind: 'loops';
  readonly collection: string;
  readonly descending: boolean;
  readonly assignNextValueTo: string | undefined;
  readonly nextValueConnector: FlowConnector;
  readonly noMoreValuesConnector: FlowConnector;
}

export interface CollectionProcessorElement extends Element {
  readonly kind: 'collectionProcessors';
  readonly processor: 'sort' | 'filter' | 'map';
  readonly collection: string;
  readonly assignNextValueTo: string | undefined;
  readonly conditions: FlowConditions;
  /** Filter by formula, when the logic says `formula_evaluates_to_true`. */
  readonly formula: string | undefined;
  readonly sort: readonly { readonly field: string | undefined; readonly descending: boolean; readonly nullsFirst: boolean }[];
  readonly limit: number | undefined;
  /** For maps: the object of the records that come out, and what their fields are set to. */
  readonly outputObject: string | undefined;
  readonly mapItems: readonly AssignmentItem[];
  readonly connector: FlowConnector;
}

export interface CustomErrorElement extends Element {
  readonly kind: 'customErrors';
  readonly messages: readonly { readonly text: string; readonly field: string | undefined }[];
  readonly connector: FlowConnector;
}

interface DataElement extends Element {
  readonly connector: FlowConnector;
  readonly faultConnector: FlowConnector;
}

export interface RecordLookupElement extends DataElement {
  readonly kind: 'recordLookups';
  readonly object: string;
  readonly filters: FlowFilters;
  readonly firstOnly: boolean;
  readonly storeAutomatically: boolean;
  readonly queriedFields: readonly string[];
  readonly outputReference: string | undefined;
  readonly outputAssignments: readonly { readonly to: string; readonly field: string }[];
  readonly nullWhenNone: boolean;
  readonly sort: { readonly field: string; readonly descending: boolean } | undefined;
  readonly limit: FlowValue | undefined;
}

export interface RecordCreateElement extends DataElement {
  readonly kind: 'recordCreates';
  readonly object: string | undefined;
  readonly inputReference: string | undefined;
  readonly assignments: readonly FieldAssignment[];
  readonly assignIdTo: string | undefined;
  readonly storeAutomatically: boolean;
  /** Update what is there already, matched on this field (`Id` or an external id). */
  readonly upsertField: string | undefined;
  readonly upsertAllOrNone: boolean;
  /** "Check for matching records": what becomes of records that are there already. */
  readonly matching: MatchingRecords | undefined;
}

export interface MatchingRecords {
  readonly filters: FlowFilters;
  readonly one: 'None' | 'UpdateAllRecords';
  readonly many: 'None' | 'UpdateAllRecords' | 'UpdateLatestRecord';
}

export interface RecordUpdateElement extends DataElement {
  readonly kind: 'recordUpdates';
  readonly object: string | undefined;
  readonly inputReference: string | undefined;
  readonly filters: FlowFilters;
  readonly assignments: readonly FieldAssignment[];
}

export interface RecordDeleteElement extends DataElement {
  readonly kind: 'recordDeletes';
  readonly object: string | undefined;
  readonly inputReference: string | undefined;
  readonly filters: FlowFilters;
}

export interface SubflowElement extends Element {
  readonly kind: 'subflows';
  readonly flowName: string;
  readonly inputs: readonly { readonly name: string; readonly value: FlowValue | undefined }[];
  readonly outputs: readonly { readonly name: string; readonly to: string }[];
  readonly storeAutomatically: boolean;
  readonly connector: FlowConnector;
}

/** A value that passes into or out of an action by its parameter's name. */
export interface ActionInput {
  readonly name: string;
  readonly value: FlowValue | undefined;
}

export interface ActionCallElement extends DataElement {
  readonly kind: 'actionCalls';
  /** As `emailSimple`, `chatterPost`, `emailAlert`. */
  readonly actionType: string;
  readonly actionName: string;
  readonly inputs: readonly ActionInput[];
  readonly outputs: readonly { readonly name: string; readonly to: string }[];
  readonly storeAutomatically: boolean;
}

/** One field (or the whole value) of what a Transform element makes. */
export interface TransformAction {
  readonly type: 'Map' | 'Count' | 'Sum';
  /** Absent when the target is no record. */
  readonly outputField: string | undefined;
  readonly value: FlowValue | undefined;
  /** For Count and Sum: the collection, and the field that is added up. */
  readonly collection: string | undefined;
  readonly field: string | undefined;
}

export interface TransformElement extends Element {
  readonly kind: 'transforms';
  readonly dataType: FlowDataType;
  readonly objectType: string | undefined;
  readonly isCollection: boolean;
  readonly scale: number | undefined;
  readonly actions: readonly TransformAction[];
  readonly connector: FlowConnector;
}

export type FlowElement =
  | DecisionElement
  | AssignmentElement
  | LoopElement
  | CollectionProcessorElement
  | CustomErrorElement
  | RecordLookupElement
  | RecordCreateElement
  | RecordUpdateElement
  | RecordDeleteElement
  | SubflowElement
  | ActionCallElement
  | TransformElement
  | ScreenElement
  | RollbackElement;

export type { AsyncPath, FlowSchedule, FlowStart, FlowTriggerKind, OffsetUnit, ScheduledPath } from './flowStartTypes.ts';

export type RunInMode = 'DefaultMode' | 'SystemModeWithSharing' | 'SystemModeWithoutSharing' | 'UserMode';

export type FlowStatus = 'Active' | 'Draft' | 'Obsolete' | 'InvalidDraft' | 'UnderReview';

export interface FlowDefinition {
  readonly file: string;
  /** API name: the file's name. */
  readonly name: string;
  readonly label: string;
  /** Whether people go through it: a screen flow. */
  readonly hasScreens: boolean;
  /** Whether another flow may stand in its place. */
  readonly isOverridable: boolean;
  /** The flow in whose place it stands. */
  readonly overrides: string | undefined;
  /** Whose permissions count; `DefaultMode`: it depends on how the flow is started. */
  readonly runInMode: RunInMode;
  /** Whether only those may start it whom a profile or permission set names for it. */
  readonly isRestricted: boolean;
  readonly apiVersion: string;
  readonly status: FlowStatus;
  readonly triggerOrder: number | undefined;
  readonly start: FlowStart;
  /** Keyed by name, in file order. */
  readonly elements: ReadonlyMap<string, FlowElement>;
  readonly variables: readonly FlowVariable[];
  readonly constants: readonly FlowConstant[];
  readonly formulas: readonly FlowFormula[];
  readonly textTemplates: readonly FlowTextTemplate[];
  /** Names of End elements: a path that leads to one is over. */
  readonly ends: ReadonlySet<string>;
  /** What can be chosen on screens. */
  readonly choices: readonly FlowChoice[];
  readonly choiceSets: readonly FlowChoiceSet[];
  /** Names of stages, of which there are none here. */
  readonly stages: ReadonlySet<string>;
}
