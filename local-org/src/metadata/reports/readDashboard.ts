import type { MetadataProblem } from '../../errors.ts';
import type { MetadataFile } from '../packageSource.ts';
import type { ShapeReader } from '../shapeReader.ts';
import { chartColorPalettes, chartThemes } from './chartWords.ts';
import type {
  Dashboard,
  DashboardComponentSection,
  DashboardFilter,
  DashboardFilterOption,
  DashboardGridComponent,
  DashboardGridLayout,
} from './dashboardTypes.ts';
import { dashboardComponentSizes, dashboardFilterOperations, dashboardTypes } from './dashboardWords.ts';
import { readDashboardComponent } from './readDashboardComponent.ts';
import { present, readerOf, requiredNumber, requiredWord, texts } from './readParts.ts';
import { fullNameOf } from './readReport.ts';

/** Reads a dashboard. */
export function readDashboard(file: MetadataFile, problems: MetadataProblem[]): Dashboard {
  const reader = readerOf(file, problems);
  // The page's own, or told by programs that look after dashboards.
  reader.harmless('backgroundEndColor', 'backgroundFadeDirection', 'backgroundStartColor', 'textColor', 'titleColor', 'titleSize');
  reader.harmless('dashboardResultRefreshedDate', 'dashboardResultRunningUser', 'folderName', 'numSubscriptions', 'owner');
  const isGridLayout = reader.flag('isGridLayout');
  const dashboard: Dashboard = {
    fullName: fullNameOf(file),
    file: file.path,
    line: reader.line,
    title: reader.requiredText('title'),
    dashboardType: reader.oneOf('dashboardType', dashboardTypes) ?? 'SpecifiedUser',
    dashboardFilters: reader.each('dashboardFilters', readFilter),
    ...present({
      description: reader.text('description'),
      runningUser: reader.text('runningUser'),
      dashboardGridLayout: reader.one('dashboardGridLayout', readGrid),
      leftSection: reader.one('leftSection', readSection),
      middleSection: reader.one('middleSection', readSection),
      rightSection: reader.one('rightSection', readSection),
      chartTheme: reader.oneOf('chartTheme', chartThemes),
      colorPalette: reader.oneOf('colorPalette', chartColorPalettes),
      dashboardChartTheme: reader.oneOf('dashboardChartTheme', chartThemes),
      dashboardColorPalette: reader.oneOf('dashboardColorPalette', chartColorPalettes),
    }),
  };
  if (isGridLayout && dashboard.dashboardGridLayout === undefined) reader.problem('<isGridLayout> asks for a <dashboardGridLayout>');
  reader.close();
  return dashboard;
}

function readFilter(reader: ShapeReader): DashboardFilter {
  return {
    line: reader.line,
    name: reader.requiredText('name'),
    dashboardFilterOptions: reader.each('dashboardFilterOptions', readOption),
  };
}

function readOption(reader: ShapeReader): DashboardFilterOption {
  return {
    line: reader.line,
    operator: requiredWord(reader, 'operator', dashboardFilterOperations, 'equals'),
    values: texts(reader, 'values'),
  };
}

function readGrid(reader: ShapeReader): DashboardGridLayout {
  return {
    line: reader.line,
    numberOfColumns: requiredNumber(reader, 'numberOfColumns'),
    rowHeight: requiredNumber(reader, 'rowHeight'),
    dashboardGridComponents: reader.each('dashboardGridComponents', readGridComponent).flat(),
  };
}

/** None when the component itself is missing, which is told. */
function readGridComponent(reader: ShapeReader): readonly DashboardGridComponent[] {
  const cells = {
    line: reader.line,
    colSpan: requiredNumber(reader, 'colSpan'),
    columnIndex: requiredNumber(reader, 'columnIndex'),
    rowIndex: requiredNumber(reader, 'rowIndex'),
    rowSpan: requiredNumber(reader, 'rowSpan'),
  };
  const dashboardComponent = reader.one('dashboardComponent', readDashboardComponent);
  if (dashboardComponent !== undefined) return [{ ...cells, dashboardComponent }];
  reader.problem('<dashboardComponent> is missing');
  return [];
}

function readSection(reader: ShapeReader): DashboardComponentSection {
  return {
    line: reader.line,
    columnSize: requiredWord(reader, 'columnSize', dashboardComponentSizes, 'Medium'),
    components: reader.each('components', readDashboardComponent),
  };
}
