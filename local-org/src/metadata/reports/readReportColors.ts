import type { ShapeReader } from '../shapeReader.ts';
import { present } from './readParts.ts';
import type { ReportColorRange, ReportFormattingRule, ReportFormattingRuleValue } from './reportTypes.ts';
import { reportSummaryTypes } from './reportWords.ts';

/** Colours of figures by two limits, as reports of Salesforce Classic have them. */
export function readColorRange(reader: ShapeReader): ReportColorRange {
  return {
    line: reader.line,
    columnName: reader.requiredText('columnName'),
    lowColor: reader.requiredText('lowColor'),
    midColor: reader.requiredText('midColor'),
    highColor: reader.requiredText('highColor'),
    ...present({
      aggregate: reader.oneOf('aggregate', reportSummaryTypes),
      lowBreakpoint: reader.number('lowBreakpoint'),
      highBreakpoint: reader.number('highBreakpoint'),
    }),
  };
}

/** Colours of figures by ranges. */
export function readFormattingRule(reader: ShapeReader): ReportFormattingRule {
  return {
    line: reader.line,
    columnName: reader.requiredText('columnName'),
    values: reader.each('values', readRuleValue),
    ...present({ aggregate: reader.oneOf('aggregate', reportSummaryTypes) }),
  };
}

function readRuleValue(reader: ShapeReader): ReportFormattingRuleValue {
  return {
    line: reader.line,
    ...present({ backgroundColor: reader.text('backgroundColor'), rangeUpperBound: reader.number('rangeUpperBound') }),
  };
}
