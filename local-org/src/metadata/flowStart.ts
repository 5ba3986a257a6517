import type { AsyncPath, FlowStart, FlowTriggerKind } from './flowTypes.ts';
import { readConnector, readFilters } from './flowValues.ts';
import type { ShapeReader } from './shapeReader.ts';

const laterTriggers = ['Scheduled', 'RecordBeforeDelete', 'PlatformEvent'];

/** `<start>`: what begins the flow. */
export function readStart(reader: ShapeReader): FlowStart {
  reader.harmless('locationX', 'locationY', 'label', 'description', 'name', 'elementSubtype', 'processMetadataValues');
  reader.inert('flowRunAsUser', 'TriggeringUser', 'DefaultWorkflowUser');
  reader.refuse(
    'schedule',
    'frequency',
    'conditions',
    'conditionLogic',
    'entryType',
    'inputs',
    'maxBatchSize',
    'capabilityTypes',
    'triggers',
  );
  const trigger = readTrigger(reader);
  const when = reader.oneOf('recordTriggerType', ['Create', 'Update', 'CreateAndUpdate', 'Delete']);
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
    asyncPaths: reader.each('scheduledPaths', readPath),
  };
  checkStart(reader, start, when);
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
  };
}

function readTrigger(reader: ShapeReader): FlowTriggerKind {
  const said = reader.text('triggerType') ?? 'None';
  if (laterTriggers.includes(said)) {
    reader.problem(`trigger type ${said} is not run by local-org`);
    return 'None';
  }
  return reader.oneOf('triggerType', ['None', 'RecordBeforeSave', 'RecordAfterSave']) ?? 'None';
}

function readPath(reader: ShapeReader): AsyncPath {
  reader.harmless('label', 'description', 'processMetadataValues');
  if (reader.text('pathType') !== 'AsyncAfterCommit') {
    reader.problem('scheduled paths are not run by local-org, other than pathType AsyncAfterCommit');
  }
  // The platform allows none of these beside AsyncAfterCommit.
  reader.refuse('maxBatchSize', 'offsetNumber', 'offsetUnit', 'recordField', 'timeSource');
  return { name: reader.text('name') ?? 'AsyncAfterCommit', connector: readConnector(reader) };
}

function checkStart(reader: ShapeReader, start: FlowStart, when: string | undefined): void {
  const triggered = start.trigger !== 'None';
  if (triggered && start.object === undefined) reader.problem('<object> is missing');
  if (triggered && when === undefined) reader.problem('<recordTriggerType> is missing');
  if (start.onDelete) reader.problem('recordTriggerType Delete is not run by local-org');
  if (!triggered && start.object !== undefined) reader.problem('<object> has a meaning only with a record trigger');
  if (start.asyncPaths.length > 0 && start.trigger !== 'RecordAfterSave') {
    reader.problem('a path after the commit needs the trigger type RecordAfterSave');
  }
  const filtered = start.filters.filters.length > 0 || start.filterFormula !== undefined;
  if (!triggered && filtered) reader.problem('entry conditions have a meaning only with a record trigger');
  if (start.filters.filters.length > 0 && start.filterFormula !== undefined) reader.problem('has both <filters> and <filterFormula>');
  if (start.onlyWhenChanged && !filtered) reader.problem('<doesRequireRecordChangedToMeetCriteria> needs entry conditions');
}
