import type { MetadataProblem } from '../../errors.ts';
import type { MetadataFile } from '../packageSource.ts';
import { ShapeReader } from '../shapeReader.ts';
import { filterOperations } from '../filterOperations.ts';
import { chartAxes } from './chartWords.ts';
import type { ChartSummary, ReportFilterItem } from './reportTypes.ts';
import { reportSummaryTypes } from './reportWords.ts';

/** A reader for the root of a file that tells what is wrong to `problems`. */
export function readerOf(file: MetadataFile, problems: MetadataProblem[]): ShapeReader {
  return new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }), file.type);
}

/** The fields that are not undefined: an interface's optional members are absent, not undefined. */
export function present<Values extends object>(values: Values): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  const kept: { [Name in keyof Values]?: Exclude<Values[Name], undefined> } = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined) kept[name] = value as Exclude<Values[typeof name], undefined>;
  }
  return kept;
}

/** A flag that is true unless the file says otherwise. */
export function flagUnlessFalse(reader: ShapeReader, name: string): boolean {
  return reader.oneOf(name, ['true', 'false'] as const) !== 'false';
}

/** Trimmed texts of every child of that name. */
export function texts(reader: ShapeReader, name: string): readonly string[] {
  return reader.each(name, ({ element }) => element.text.trim());
}

/** A number that must be there. */
export function requiredNumber(reader: ShapeReader, name: string): number {
  const value = reader.number(name);
  if (value === undefined && reader.text(name) === undefined) reader.problem(`<${name}> is missing`);
  return value ?? 0;
}

/** A word that must be there; `otherwise` stands for one that is missing or wrong, which is told. */
export function requiredWord<Word extends string>(reader: ShapeReader, name: string, words: readonly Word[], otherwise: Word): Word {
  if (reader.text(name) === undefined) reader.problem(`<${name}> is missing`);
  return reader.oneOf(name, words) ?? otherwise;
}

export function readFilterItem(reader: ShapeReader): ReportFilterItem {
  reader.refuse('snapshot');
  return {
    line: reader.line,
    column: reader.requiredText('column'),
    columnToColumn: reader.flag('columnToColumn'),
    isUnlocked: reader.flag('isUnlocked'),
    operator: requiredWord(reader, 'operator', filterOperations, 'equals'),
    ...present({ value: reader.text('value') }),
  };
}

export function readChartSummary(reader: ShapeReader): ChartSummary {
  return {
    line: reader.line,
    column: reader.requiredText('column'),
    ...present({
      aggregate: reader.oneOf('aggregate', reportSummaryTypes),
      axisBinding: reader.oneOf('axisBinding', chartAxes),
    }),
  };
}
