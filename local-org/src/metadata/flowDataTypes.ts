import type { FlowDataType } from './flowTypes.ts';
import type { ShapeReader } from './shapeReader.ts';

/** The data types of resources that run here. Apex-defined ones need Apex. */
export const dataTypes: readonly FlowDataType[] = [
  'String',
  'Number',
  'Currency',
  'Boolean',
  'Date',
  'DateTime',
  'Time',
  'Picklist',
  'Multipicklist',
  'SObject',
];

/** `<dataType>`; an Apex-defined type is told as such. */
export function readDataType(reader: ShapeReader, otherwise?: FlowDataType): FlowDataType {
  const said = reader.text('dataType');
  if (said === 'Apex') {
    reader.problem('a resource of an Apex-defined type is not run by local-org');
    return 'String';
  }
  // The guide writes `sObject`, and so do some files.
  if (said === 'sObject') return 'SObject';
  const type = reader.oneOf('dataType', dataTypes) ?? otherwise;
  if (type === undefined) reader.requiredText('dataType');
  return type ?? 'String';
}
