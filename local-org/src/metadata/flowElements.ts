import { readDataElement } from './flowDataElements.ts';
import type {
  ActionCallElement,
  AssignmentElement,
  CollectionProcessorElement,
  CustomErrorElement,
  DecisionElement,
  FlowElement,
  LoopElement,
  SubflowElement,
} from './flowTypes.ts';
import { readTransform } from './flowTransforms.ts';
import { readAssignmentItem, readConditions, readConnector, readOutputs, readParameters } from './flowValues.ts';
import { readScreen } from './screens/readScreen.ts';
import type { RollbackElement } from './screens/screenTypes.ts';
import type { ShapeReader } from './shapeReader.ts';

/** The names of Flow's child elements that are nodes and run here. */
const nodeReaders = {
  decisions: readDecision,
  assignments: readAssignment,
  loops: readLoop,
  collectionProcessors: readCollectionProcessor,
  customErrors: readCustomError,
  recordLookups: readDataElement.recordLookups,
  recordCreates: readDataElement.recordCreates,
  recordUpdates: readDataElement.recordUpdates,
  recordDeletes: readDataElement.recordDeletes,
  subflows: readSubflow,
  actionCalls: readActionCall,
  transforms: readTransform,
  screens: readScreen,
  recordRollbacks: readRollback,
} satisfies Record<FlowElement['kind'], (reader: ShapeReader) => FlowElement>;

/** Every node of the flow, in the order of the kinds. */
export function readElements(flow: ShapeReader): FlowElement[] {
  return Object.entries(nodeReaders).flatMap(([kind, read]) =>
    flow.each(kind, (reader) => {
      reader.describeAs(`${kind} ${reader.text('name') ?? ''}`.trim());
      reader.harmless('label', 'locationX', 'locationY', 'description', 'elementSubtype', 'group', 'processMetadataValues');
      return read(reader);
    }),
  );
}

function named(reader: ShapeReader): { name: string; line: number } {
  return { name: reader.requiredText('name'), line: reader.line };
}

function readRollback(reader: ShapeReader): RollbackElement {
  return { kind: 'recordRollbacks', ...named(reader), connector: readConnector(reader) };
}

function readDecision(reader: ShapeReader): DecisionElement {
  reader.harmless('defaultConnectorLabel');
  // Attributes are prompts: a language model decides.
  reader.refuse('attributes');
  const rules = reader.each('rules', (rule) => {
    rule.describeAs(`rules ${rule.text('name') ?? ''}`.trim());
    rule.harmless('label', 'description', 'processMetadataValues');
    rule.refuse('attributes');
    rule.harmless('isGroupedConditions');
    return {
      name: rule.requiredText('name'),
      ...readConditions(rule),
      connector: readConnector(rule),
      onlyWhenChanged: rule.flag('doesRequireRecordChangedToMeetCriteria'),
    };
  });
  if (rules.length === 0) reader.problem('a decision needs at least one outcome (<rules>)');
  return { kind: 'decisions', ...named(reader), rules, defaultConnector: readConnector(reader, 'defaultConnector') };
}

function readAssignment(reader: ShapeReader): AssignmentElement {
  const items = reader.each('assignmentItems', (item) => readAssignmentItem(item, 'assignToReference'));
  return { kind: 'assignments', ...named(reader), items, connector: readConnector(reader) };
}

function readLoop(reader: ShapeReader): LoopElement {
  return {
    kind: 'loops',
    ...named(reader),
    collection: reader.requiredText('collectionReference'),
    descending: reader.oneOf('iterationOrder', ['Asc', 'Desc']) === 'Desc',
    assignNextValueTo: reader.text('assignNextValueToReference'),
    nextValueConnector: readConnector(reader, 'nextValueConnector'),
    noMoreValuesConnector: readConnector(reader, 'noMoreValuesConnector'),
  };
}

function readCollectionProcessor(reader: ShapeReader): CollectionProcessorElement {
  const type = reader.oneOf('collectionProcessorType', [
    'SortCollectionProcessor',
    'FilterCollectionProcessor',
    'RecommendationMapCollectionProcessor',
  ]);
  if (type === undefined) reader.requiredText('collectionProcessorType');
  return {
    kind: 'collectionProcessors',
    ...named(reader),
    processor: type === 'SortCollectionProcessor' ? 'sort' : type === 'FilterCollectionProcessor' ? 'filter' : 'map',
    collection: reader.requiredText('collectionReference'),
    assignNextValueTo: reader.text('assignNextValueToReference'),
    conditions: readConditions(reader),
    formula: reader.text('formula'),
    sort: reader.each('sortOptions', (option) => {
      option.harmless('processMetadataValues');
      return {
        field: option.text('sortField'),
        descending: option.oneOf('sortOrder', ['Asc', 'Desc']) === 'Desc',
        nullsFirst: option.flag('doesPutEmptyStringAndNullFirst'),
      };
    }),
    limit: reader.number('limit'),
    outputObject: reader.text('outputSObjectType'),
    mapItems: reader.each('mapItems', (item) => readAssignmentItem(item, 'assignToFieldReference')),
    connector: readConnector(reader),
  };
}

function readCustomError(reader: ShapeReader): CustomErrorElement {
  const messages = reader.each('customErrorMessages', (message) => {
    message.harmless('processMetadataValues');
    const field = message.text('fieldSelection');
    if (message.flag('isFieldError') && field === undefined) message.problem('<fieldSelection> is missing for an error beside a field');
    return { text: message.requiredText('errorMessage'), field };
  });
  return { kind: 'customErrors', ...named(reader), messages, connector: readConnector(reader) };
}

function readSubflow(reader: ShapeReader): SubflowElement {
  return {
    kind: 'subflows',
    ...named(reader),
    flowName: reader.requiredText('flowName'),
    inputs: readParameters(reader, 'inputAssignments'),
    outputs: readOutputs(reader, 'outputAssignments'),
    storeAutomatically: reader.flag('storeOutputAutomatically'),
    connector: readConnector(reader),
  };
}

function readActionCall(reader: ShapeReader): ActionCallElement {
  // Versions and type mappings belong to Apex and to other actions that are refused by their own names.
  reader.harmless('nameSegment', 'versionString', 'versionSegment', 'dataTypeMappings', 'offsetUnit');
  reader.inert('offset', '0');
  reader.refuse('actionCallPaths', 'timeoutConnector');
  reader.inert('flowTransactionModel', 'Automatic', 'CurrentTransaction');
  reader.inert('isWaitUntilCompleted', 'false');
  reader.inert('timeoutPathUsage', 'DisableTimeoutPath');
  const actionType = reader.requiredText('actionType');
  return {
    kind: 'actionCalls',
    ...named(reader),
    actionType,
    actionName: reader.text('actionName') ?? actionType,
    inputs: readParameters(reader),
    outputs: readOutputs(reader, 'outputParameters'),
    storeAutomatically: reader.flag('storeOutputAutomatically'),
    connector: readConnector(reader),
    faultConnector: readConnector(reader, 'faultConnector'),
  };
}
