import type { Action, ActionParameter } from '../../../flow/actions/types.ts';
import type { CompiledFlow } from '../../../flow/compiledFlow.ts';
import type { FlowType } from '../../../flow/flowType.ts';
import type { FieldType } from '../../../schema/types.ts';

/** Values of a collection that an input takes. */
const many = 2000;

/** The describe of an action. */
export function describeAction(action: Action, standard: boolean): object {
  return {
    description: action.label,
    inputs: action.inputs.map((parameter) => ({ ...parameterOf(parameter), byteLength: 0, required: parameter.required })),
    label: action.label,
    name: action.name,
    outputs: action.outputs.map(parameterOf),
    standard,
    targetEntityName: null,
    type: action.type.toUpperCase(),
  };
}

function parameterOf({ name, label, type, isList, description, object }: ActionParameter): object {
  return {
    description: description ?? label,
    label,
    maxOccurs: isList ? many : 1,
    name,
    picklistValues: null,
    type: type === 'id' ? 'REFERENCE' : type.toUpperCase(),
    ...(object === undefined ? {} : { sobjectType: object }),
  };
}

/** The describe of a flow: its input and output variables. */
export function describeFlow(flow: CompiledFlow): object {
  const variables = flow.definition.variables.map((variable) => ({ variable, slot: flow.inputs.get(variable.name.toLowerCase()) }));
  const outputs = flow.definition.variables.map((variable) => ({ variable, slot: flow.outputs.get(variable.name.toLowerCase()) }));
  return {
    allowsTransactionControl: false,
    category: null,
    configurationEditor: null,
    description: flow.label,
    genericTypes: [],
    inputs: variables.flatMap(({ variable, slot }) =>
      slot === undefined ? [] : [{ ...variableOf(variable.name, slot.type), byteLength: 0, required: false }],
    ),
    label: flow.label,
    name: flow.name,
    outputs: [
      interviewOutput('Flow__InterviewGuid', 'Interview GUID', 'STRING'),
      interviewOutput('Flow__InterviewStatus', 'Interview Status', 'PICKLIST'),
      ...outputs.flatMap(({ variable, slot }) => (slot === undefined ? [] : [variableOf(variable.name, slot.type)])),
    ],
    standard: false,
    targetEntityName: null,
    type: 'FLOW',
  };
}

function interviewOutput(name: string, label: string, type: string): object {
  const statuses = ['Created', 'Started', 'Finished', 'Error', 'Waiting'];
  const picklistValues = type === 'PICKLIST' ? statuses.map((value) => ({ active: true, defaultValue: false, label: value, value })) : null;
  return { description: null, label, maxOccurs: 1, name, picklistValues, type };
}

function variableOf(name: string, type: FlowType): object {
  const single = type.kind === 'collection' ? type.of : type;
  const sobjectType = single.kind === 'record' ? single.object.name : null;
  return {
    description: null,
    label: name,
    maxOccurs: type.kind === 'collection' ? many : 1,
    name,
    picklistValues: null,
    sobjectType,
    type: single.kind === 'value' ? wireType(single.type) : 'SOBJECT',
  };
}

function wireType(type: FieldType): string {
  if (type === 'id') return 'REFERENCE';
  return type === 'longtextarea' ? 'TEXTAREA' : type.toUpperCase();
}
