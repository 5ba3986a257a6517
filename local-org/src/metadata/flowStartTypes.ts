import type { FlowConnector, FlowFilters } from './flowTypes.ts';

/** What starts a flow. `None`: only another flow or a call. */
export type FlowTriggerKind = 'None' | 'RecordBeforeSave' | 'RecordAfterSave' | 'RecordBeforeDelete' | 'Scheduled' | 'PlatformEvent';

/** A path that runs after the commit. */
export interface AsyncPath {
  readonly name: string;
  readonly connector: FlowConnector;
}

export type OffsetUnit = 'Minutes' | 'Hours' | 'Days' | 'Months';

/** A path that runs at a time told by the record or by its save. */
export interface ScheduledPath extends AsyncPath {
  readonly line: number;
  /** Field of the record that the time is counted from; undefined: the save that triggered the flow. */
  readonly recordField: string | undefined;
  /** Negative: before. */
  readonly offset: number;
  readonly unit: OffsetUnit;
  /** Records that run together, 1 to 200. */
  readonly batchSize: number;
}

/** When a schedule-triggered flow runs, by the organization's time zone. */
export interface FlowSchedule {
  readonly frequency: 'Once' | 'Daily' | 'Weekly';
  /** `YYYY-MM-DD` */
  readonly startDate: string;
  /** `HH:mm:ss` */
  readonly startTime: string;
}

export interface FlowStart {
  readonly line: number;
  readonly trigger: FlowTriggerKind;
  readonly object: string | undefined;
  readonly onCreate: boolean;
  readonly onUpdate: boolean;
  readonly onDelete: boolean;
  readonly filters: FlowFilters;
  readonly filterFormula: string | undefined;
  readonly onlyWhenChanged: boolean;
  readonly connector: FlowConnector;
  readonly asyncPaths: readonly AsyncPath[];
  readonly scheduledPaths: readonly ScheduledPath[];
  /** Of a schedule-triggered flow. */
  readonly schedule: FlowSchedule | undefined;
  /** Whether what runs later runs as the Default Workflow User rather than as who saved the record. */
  readonly asDefaultWorkflowUser: boolean;
}
