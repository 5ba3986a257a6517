import type { MetadataProblem } from '../errors.ts';
import { MetadataError } from '../errors.ts';
import { readElements } from './flowElements.ts';
import { readConstant, readFormula, readTextTemplate, readVariable } from './flowResources.ts';
import { readStart, startAt } from './flowStart.ts';
import type { FlowDefinition, FlowElement, FlowStatus, FlowTriggerKind } from './flowTypes.ts';
import type { MetadataFile } from './packageSource.ts';
import { readChoice, readChoiceSet } from './screens/readChoices.ts';
import { ShapeReader } from './shapeReader.ts';

const statuses: readonly FlowStatus[] = ['Active', 'Draft', 'Obsolete', 'InvalidDraft', 'UnderReview'];

/** What the platform knows and this runtime does not run: refused by name. */
const notRun = [
  'apexPluginCalls',
  'collectionFilterCriteria',
  'dataLookups',
  'exitRules',
  'experiments',
  'orchestratedStages',
  'sendToFlows',
  'steps',
  'waits',
] as const;

/**
 * Reads a `*.flow-meta.xml` file.
 * @throws MetadataError with every element that is unknown, misplaced or not run here
 */
export function readFlow(file: MetadataFile): FlowDefinition {
  const problems: MetadataProblem[] = [];
  const reader = new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }), 'Flow');
  const flow = readDefinition(file, reader);
  reader.close();
  if (problems.length > 0) throw new MetadataError(problems);
  return flow;
}

function readDefinition(file: MetadataFile, reader: ShapeReader): FlowDefinition {
  reader.harmless('description', 'interviewLabel', 'processMetadataValues', 'areMetricsLoggedToDataCloud', 'timeZoneSidKey');
  reader.harmless('isTemplate', 'sourceTemplate', 'migratedFromWorkflowRuleName', 'fullName');
  reader.harmless('customProperties');
  reader.each('groups', (group) => {
    group.harmless(...group.element.children.map((child) => child.name).filter((name) => name !== 'faultConnector'));
    group.refuse('faultConnector');
  });
  for (const environment of reader.each('environments', (one) => one.element.text.trim())) {
    if (environment !== 'Default') reader.problem(`environment ${environment} is not run by local-org`);
  }
  reader.inert('dataSpace', 'default');
  reader.inert('accessType', 'Open');
  reader.refuse(...notRun);
  const processType = reader.oneOf('processType', ['AutoLaunchedFlow', 'Flow']);
  if (processType === undefined) reader.requiredText('processType');
  const hasScreens = processType === 'Flow';
  const first = reader.text('startElementReference');
  const start =
    reader.one('start', (element) => {
      element.describeAs('start');
      return readStart(element);
    }) ?? startAt(first, reader.line);
  if (start.connector === undefined && start.asyncPaths.length + start.scheduledPaths.length === 0)
    reader.problem("field integrity exception: unknown (The flow can't run because nothing is connected to the Start element.)");
  if (hasScreens && start.trigger !== 'None') reader.problem('a screen flow is started by people: it has no trigger');
  const elements = readElements(reader);
  if (!hasScreens) refuseScreens(elements, reader);
  return {
    file: file.path,
    name: file.name,
    hasScreens,
    isOverridable: reader.flag('isOverridable'),
    overrides: reader.text('overriddenFlow'),
    runInMode: reader.oneOf('runInMode', ['DefaultMode', 'SystemModeWithSharing', 'SystemModeWithoutSharing', 'UserMode']) ?? 'DefaultMode',
    isRestricted: reader.flag('isAdditionalPermissionRequiredToRun'),
    label: reader.requiredText('label'),
    apiVersion: reader.text('apiVersion') ?? '66.0',
    status: readStatus(reader),
    triggerOrder: readTriggerOrder(reader, start.trigger),
    start,
    elements: byName(elements, reader),
    variables: reader.each('variables', readVariable),
    constants: reader.each('constants', readConstant),
    formulas: reader.each('formulas', readFormula),
    textTemplates: reader.each('textTemplates', readTextTemplate),
    ends: new Set(reader.each('ends', nameOnly)),
    choices: reader.each('choices', readChoice),
    choiceSets: reader.each('dynamicChoiceSets', readChoiceSet),
    stages: new Set(reader.each('stages', nameOnly)),
  };
}

/** Help, "Define the Run Order of Record-Triggered Flows for an Object". */
function readTriggerOrder(reader: ShapeReader, trigger: FlowTriggerKind): number | undefined {
  const order = reader.number('triggerOrder');
  if (order === undefined) return undefined;
  if (!Number.isInteger(order) || order < 1 || order > 2000) reader.problem('<triggerOrder> must be a whole number from 1 to 2000');
  if (!trigger.startsWith('Record')) reader.problem('<triggerOrder> has a meaning only in a flow that a record triggers');
  return order;
}

/** What people see needs a flow with screens, and so does undoing what was saved. */
function refuseScreens(elements: readonly FlowElement[], reader: ShapeReader): void {
  for (const { kind, line } of elements) {
    if (kind === 'screens')
      reader.problem("field integrity exception: unknown (Screens can't be in a flow of the type AutoLaunchedFlow)", line);
    if (kind === 'recordRollbacks') reader.problem('Roll Back Records is available only in screen flows', line);
  }
}

/** The name of a part of which nothing else matters here. */
function nameOnly(reader: ShapeReader): string {
  reader.harmless(...reader.element.children.map((child) => child.name));
  return reader.requiredText('name');
}

function byName(elements: readonly FlowElement[], reader: ShapeReader): Map<string, FlowElement> {
  const named = new Map<string, FlowElement>();
  for (const element of elements) {
    if (named.has(element.name)) reader.problem(`two elements are named ${element.name}`, element.line);
    named.set(element.name, element);
  }
  return named;
}

/** Files of older versions write it in capitals. */
function readStatus(reader: ShapeReader): FlowStatus {
  const text = reader.text('status')?.toLowerCase();
  return statuses.find((status) => status.toLowerCase() === text) ?? reader.oneOf('status', statuses) ?? 'Draft';
}
