import type { ShapeReader } from '../shapeReader.ts';
import type {
  DashboardComponentColumn,
  DashboardComponentSortInfo,
  DashboardFlexTableComponentProperties,
  DashboardTableColumn,
} from './dashboardTypes.ts';
import { dashboardComponentFilters } from './dashboardWords.ts';
import { present } from './readParts.ts';
import { reportSummaryTypes } from './reportWords.ts';

/** A column of a classic table. */
export function readTableColumn(reader: ShapeReader): DashboardTableColumn {
  return {
    line: reader.line,
    column: reader.requiredText('column'),
    calculatePercent: reader.flag('calculatePercent'),
    showSubTotal: reader.flag('showSubTotal'),
    showTotal: reader.flag('showTotal'),
    ...present({
      aggregateType: reader.oneOf('aggregateType', reportSummaryTypes),
      decimalPlaces: reader.number('decimalPlaces'),
      sortBy: reader.oneOf('sortBy', dashboardComponentFilters),
    }),
  };
}

/** What a Lightning table shows. */
export function readFlexTable(reader: ShapeReader): DashboardFlexTableComponentProperties {
  return {
    line: reader.line,
    flexTableColumn: reader.each('flexTableColumn', readFlexColumn),
    hideChatterPhotos: reader.flag('hideChatterPhotos'),
    useReportTableSetting: reader.flag('useReportTableSetting'),
    ...present({
      decimalPrecision: reader.number('decimalPrecision'),
      flexTableSortInfo: reader.one('flexTableSortInfo', readSortInfo),
    }),
  };
}

function readFlexColumn(reader: ShapeReader): DashboardComponentColumn {
  return {
    line: reader.line,
    reportColumn: reader.requiredText('reportColumn'),
    type: reader.requiredText('type'),
    showSubTotal: reader.flag('showSubTotal'),
    showTotal: reader.flag('showTotal'),
    ...present({
      breakPoint1: reader.number('breakPoint1'),
      breakPoint2: reader.number('breakPoint2'),
      breakPointOrder: reader.number('breakPointOrder'),
      lowRangeColor: reader.number('lowRangeColor'),
      midRangeColor: reader.number('midRangeColor'),
      highRangeColor: reader.number('highRangeColor'),
    }),
  };
}

function readSortInfo(reader: ShapeReader): DashboardComponentSortInfo {
  return { line: reader.line, ...present({ sortColumn: reader.text('sortColumn'), sortOrder: reader.text('sortOrder') }) };
}
