import { readPaths } from './flowPaths.ts';
import { readSchedule } from './flowSchedule.ts';
import type { FlowStart, FlowTriggerKind } from './flowStartTypes.ts';
import { readConnector, readFilters } from './flowValues.ts';
import type { ShapeReader } from './shapeReader.ts';

const triggers: readonly FlowTriggerKind[] = [
  'None',
  'RecordBeforeSave',
  'RecordAfterSave',
  'RecordBeforeDelete',
  'Scheduled',
  'PlatformEvent',
];

/** `<start>`: what begins the flow. */
export function readStart(reader: ShapeReader): FlowStart {
  reader.harmless('locationX', 'locationY', 'label', 'description', 'name', 'elementSubtype', 'processMetadataValues');
  reader.refuse('conditions', 'conditionLogic', 'entryType', 'inputs', 'capabilityTypes', 'triggers', 'frequency', 'form', 'segment');
  const trigger = reader.oneOf('triggerType', triggers) ?? 'None';
  const when = reader.oneOf('recordTriggerType', ['Create', 'Update', 'CreateAndUpdate', 'Delete', 'None']);
  const start: FlowStart = {
    line: reader.line,
    trigger,
    object: reader.text('object'),
    onCreate: when === 'Create' || when === 'CreateAndUpdate',
    onUpdate: when === 'Update' || when === 'CreateAndUpdate',
    onDelete: when === 'Delete',
    filters: readFilters(reader),
    filterFormula: reader.text('filterFormula'),
    onlyWhenChanged: reader.flag('doesRequireRecordChangedToMeetCriteria'),
    connector: readConnector(reader),
    ...readPaths(reader),
    schedule: readSchedule(reader),
    asDefaultWorkflowUser: reader.oneOf('flowRunAsUser', ['TriggeringUser', 'DefaultWorkflowUser']) === 'DefaultWorkflowUser',
  };
  checkTrigger(reader, start);
  checkConditions(reader, start);
  checkPaths(reader, start);
  return start;
}

/** Flows without `<start>` name their first element in `<startElementReference>`. */
export function startAt(element: string | undefined, line: number): FlowStart {
  return {
    line,
    trigger: 'None',
    object: undefined,
    onCreate: false,
    onUpdate: false,
    onDelete: false,
    filters: { logic: 'and', filters: [] },
    filterFormula: undefined,
    onlyWhenChanged: false,
    connector: element,
    asyncPaths: [],
    scheduledPaths: [],
    schedule: undefined,
    asDefaultWorkflowUser: false,
  };
}

function checkTrigger(reader: ShapeReader, start: FlowStart): void {
  const { trigger, object, onCreate, onUpdate, onDelete, schedule } = start;
  const byRecord = trigger === 'RecordBeforeSave' || trigger === 'RecordAfterSave' || trigger === 'RecordBeforeDelete';
  const said = onCreate || onUpdate || onDelete;
  if ((byRecord || trigger === 'PlatformEvent') && object === undefined) reader.problem('<object> is missing');
  if (byRecord && !said) reader.problem('<recordTriggerType> is missing');
  if (!byRecord && said) reader.problem(`<recordTriggerType> has a meaning only with a record trigger`);
  if (byRecord && onDelete !== (trigger === 'RecordBeforeDelete')) {
    reader.problem('recordTriggerType Delete and triggerType RecordBeforeDelete need each other');
  }
  if (trigger === 'None' && object !== undefined) reader.problem('<object> has a meaning only with a trigger');
  if (trigger === 'Scheduled' && schedule === undefined) reader.problem('<schedule> is missing');
  if (trigger !== 'Scheduled' && schedule !== undefined) reader.problem('<schedule> has a meaning only with the trigger type Scheduled');
}

function checkConditions(reader: ShapeReader, start: FlowStart): void {
  const filters = start.filters.filters.length > 0;
  const filtered = filters || start.filterFormula !== undefined;
  if (filtered && start.object === undefined) reader.problem('entry conditions have a meaning only with an object');
  if (filters && start.filterFormula !== undefined) reader.problem('has both <filters> and <filterFormula>');
  if (start.trigger === 'Scheduled' && start.filterFormula !== undefined) {
    reader.problem('a flow with a schedule finds its records by <filters>, not by <filterFormula>');
  }
  if (start.onlyWhenChanged && start.onCreate && !start.onUpdate) {
    reader.problem('<doesRequireRecordChangedToMeetCriteria> has a meaning only for records that are updated');
  }
  if (start.onlyWhenChanged && !filtered) reader.problem('<doesRequireRecordChangedToMeetCriteria> needs entry conditions');
}

function checkPaths(reader: ShapeReader, start: FlowStart): void {
  if (start.asyncPaths.length + start.scheduledPaths.length > 0 && start.trigger !== 'RecordAfterSave') {
    reader.problem('a path after the commit or at a later time needs the trigger type RecordAfterSave');
  }
  if (start.scheduledPaths.length > 0 && start.onUpdate && !start.onlyWhenChanged) {
    // Flow Builder offers scheduled paths on updates only with this setting.
    reader.problem('scheduled paths of records that are updated need <doesRequireRecordChangedToMeetCriteria>');
  }
}
