import { readDataType } from './flowDataTypes.ts';
import type { FlowValue, TransformAction, TransformElement } from './flowTypes.ts';
import { readConnector, readParameters, readValue } from './flowValues.ts';
import type { ShapeReader } from './shapeReader.ts';

/** `<transforms>`: makes a record, a value or a collection of them out of other data. */
export function readTransform(reader: ShapeReader): TransformElement {
  reader.refuse('apexClass', 'schemaUri');
  reader.harmless('storeOutputAutomatically');
  const element: TransformElement = {
    kind: 'transforms',
    name: reader.requiredText('name'),
    line: reader.line,
    dataType: readDataType(reader),
    objectType: reader.text('objectType'),
    isCollection: reader.flag('isCollection'),
    scale: reader.number('scale'),
    actions: reader.each('transformValues', readTransformValue).flat(),
    connector: readConnector(reader),
  };
  if (element.dataType === 'SObject' && element.objectType === undefined) reader.problem('<objectType> is missing for a record');
  return element;
}

function readTransformValue(reader: ShapeReader): TransformAction[] {
  reader.harmless('processMetadataValues', 'transformValueDescription', 'transformValueLabel', 'transformValueName');
  return reader.each('transformValueActions', readAction);
}

function readAction(reader: ShapeReader): TransformAction {
  reader.harmless('processMetadataValues', 'actionName', 'actionType', 'actionVersionString', 'assignToReference', 'name');
  const type = reader.oneOf('transformType', ['Map', 'Count', 'Sum']);
  if (type === undefined) {
    // What the type means is not run, so neither is what comes with it.
    reader.harmless('inputParameters', 'value');
    reader.requiredText('transformType');
    return { type: 'Map', outputField: reader.text('outputFieldApiName'), value: undefined, collection: undefined, field: undefined };
  }
  const parameters = new Map(readParameters(reader).map(({ name, value }) => [name, value]));
  return {
    type,
    outputField: reader.text('outputFieldApiName'),
    value: withItems(reader.one('value', readValue)),
    collection: pathIn(parameters.get('aggregationValues'))?.replace(/\[\$EachItem\].*$/u, ''),
    field: pathIn(parameters.get('aggregationField'))?.split('.').at(-1),
  };
}

/** `Get_Contacts[$EachItem].Email` as a dotted name, so that it is looked up like every other: `Get_Contacts.$EachItem.Email`. */
function withItems(value: FlowValue | undefined): FlowValue | undefined {
  const dotted = (text: string): string => text.replaceAll('[$EachItem]', '.$EachItem');
  switch (value?.kind) {
    case 'reference':
      return { ...value, path: dotted(value.path) };
    case 'formula':
      return { ...value, expression: dotted(value.expression) };
    case 'string':
      return { ...value, value: dotted(value.value) };
    default:
      return value;
  }
}

/** A name, written as a reference or as a text. */
function pathIn(value: FlowValue | undefined): string | undefined {
  if (value?.kind === 'reference') return value.path;
  return value?.kind === 'string' ? value.value : undefined;
}
