import { filterOperations } from '../filterOperations.ts';
import type { ShapeReader } from '../shapeReader.ts';
import { present, requiredWord } from './readParts.ts';
import type {
  ReportAggregate,
  ReportAggregateFilter,
  ReportBucketField,
  ReportBucketFieldSourceValue,
  ReportBucketFieldValue,
  ReportCustomDetailFormula,
} from './reportTypes.ts';
import { reportAggregateDatatypes, reportBucketFieldTypes, reportFormulaNullTreatments } from './reportWords.ts';

/** A summary formula. */
export function readAggregate(reader: ShapeReader): ReportAggregate {
  reader.describeAs(`aggregates ${reader.text('developerName') ?? ''}`);
  reader.inert('isCrossBlock', 'false');
  // Only joined reports say to which report type a formula belongs.
  reader.harmless('reportType');
  return {
    line: reader.line,
    calculatedFormula: reader.requiredText('calculatedFormula'),
    datatype: requiredWord(reader, 'datatype', reportAggregateDatatypes, 'number'),
    developerName: reader.requiredText('developerName'),
    isActive: reader.flag('isActive'),
    isCrossBlock: reader.flag('isCrossBlock'),
    masterLabel: reader.requiredText('masterLabel'),
    scale: readScale(reader),
    ...present({
      description: reader.text('description'),
      downGroupingContext: reader.text('downGroupingContext'),
      acrossGroupingContext: reader.text('acrossGroupingContext'),
    }),
  };
}

/** Digits after the point. */
function readScale(reader: ShapeReader): number {
  const scale = reader.number('scale') ?? 0;
  if (!Number.isInteger(scale) || scale < 0 || scale > 18) reader.problem(`<scale> is 0 to 18: ${scale}`);
  return scale;
}

export function readAggregateFilter(reader: ShapeReader): ReportAggregateFilter {
  return {
    line: reader.line,
    aggregate: reader.requiredText('aggregate'),
    operator: requiredWord(reader, 'operator', filterOperations, 'equals'),
    value: reader.requiredText('value'),
  };
}

export function readBucketField(reader: ShapeReader): ReportBucketField {
  reader.describeAs(`buckets ${reader.text('developerName') ?? ''}`);
  return {
    line: reader.line,
    bucketType: requiredWord(reader, 'bucketType', reportBucketFieldTypes, 'text'),
    developerName: reader.requiredText('developerName'),
    masterLabel: reader.requiredText('masterLabel'),
    sourceColumnName: reader.requiredText('sourceColumnName'),
    useOther: reader.flag('useOther'),
    values: reader.each('values', readBucketValue),
    ...present({
      nullTreatment: reader.oneOf('nullTreatment', reportFormulaNullTreatments),
      otherBucketLabel: reader.text('otherBucketLabel'),
    }),
  };
}

function readBucketValue(reader: ShapeReader): ReportBucketFieldValue {
  return { line: reader.line, value: reader.requiredText('value'), sourceValues: reader.each('sourceValues', readSourceValue) };
}

function readSourceValue(reader: ShapeReader): ReportBucketFieldSourceValue {
  return {
    line: reader.line,
    ...present({ from: readBound(reader, 'from'), to: readBound(reader, 'to'), sourceValue: reader.text('sourceValue') }),
  };
}

/** Bounds are texts, which the platform writes with commas between thousands. */
function readBound(reader: ShapeReader, name: string): number | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  const number = Number(text.replaceAll(',', ''));
  if (Number.isFinite(number)) return number;
  reader.problem(`<${name}> is not a number: ${text}`);
  return undefined;
}

/** A formula of each row. */
export function readCustomDetailFormula(reader: ShapeReader): ReportCustomDetailFormula {
  reader.describeAs(`customDetailFormulas ${reader.text('developerName') ?? ''}`);
  return {
    line: reader.line,
    calculatedFormula: reader.requiredText('calculatedFormula'),
    dataType: reader.requiredText('dataType'),
    developerName: reader.requiredText('developerName'),
    label: reader.requiredText('label'),
    scale: readScale(reader),
    ...present({ description: reader.text('description') }),
  };
}
