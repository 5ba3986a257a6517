import { statusMoment } from '../wire/wireValue.ts';
import { filtersToJson } from './dashboardFilters.ts';
import { componentProperties } from './componentProperties.ts';
import { layoutToJson } from './dashboardParts.ts';
import { describedComponents, type ComponentData, type DashboardView } from './dashboardService.ts';
import type { Refreshed } from './dashboardCache.ts';
import { developerNameOf } from '../../metadata/reports/analyticsMetadata.ts';

/** Options that a filter may have. */
const MOST_OPTIONS = 50;

/** Addresses of a dashboard's resources. */
export function dashboardAttributes(base: string, { stored }: DashboardView): unknown {
  const url = `${base}/dashboards/${stored.id}`;
  return {
    dashboardId: stored.id,
    dashboardName: stored.item.title,
    describeUrl: `${url}/describe`,
    statusUrl: `${url}/status`,
    type: 'Dashboard',
  };
}

/** `dashboardMetadata`, which is also what `describe` gives. */
export function dashboardMetadata(
  base: string,
  view: DashboardView,
  components: readonly ComponentData[] = describedComponents(view),
): unknown {
  const { stored, running, selected } = view;
  const { id, folderId, item } = stored;
  return {
    attributes: dashboardAttributes(base, view),
    canChangeRunningUser: running.changeable,
    canUseStickyFilter: false,
    chartTheme: item.chartTheme ?? item.dashboardChartTheme ?? 'light',
    colorPalette: item.colorPalette ?? item.dashboardColorPalette ?? 'unity',
    components: components.map((component, place) => componentJson(component, place)),
    dashboardType: item.dashboardType,
    description: item.description ?? null,
    developerName: developerNameOf(item.fullName),
    filters: filtersToJson(id, item, selected),
    folderId,
    id,
    layout: layoutToJson(item),
    maxFilterOptions: MOST_OPTIONS,
    name: item.title,
    runningUser: { displayName: running.user.name, id: running.user.id },
  };
}

function componentJson({ id, component, plan, reportId, names }: ComponentData, place: number): unknown {
  const isReport = component.report !== undefined;
  return {
    componentData: isReport ? place : null,
    footer: component.footer ?? null,
    header: component.header ?? null,
    id,
    properties: plan === undefined ? otherProperties(component.richText) : componentProperties(plan, names),
    reportId,
    title: component.title ?? null,
    type: isReport ? 'Report' : component.componentType,
  };
}

function otherProperties(richText: string | undefined): unknown {
  return richText === undefined ? null : { content: { richText } };
}

/** `componentData`: for each component its data, and how it stands. */
export function componentDataToJson({ at, data }: Refreshed<readonly ComponentData[]>): readonly unknown[] {
  return data.map(({ id, reportResult, error }) => ({
    componentId: id,
    reportResult: reportResult ?? null,
    status: {
      dataStatus: dataStatusOf(reportResult, error),
      errorCode: error === undefined ? null : String(error.code),
      errorMessage: error?.message ?? null,
      errorSeverity: error === undefined ? null : 'Error',
      refreshDate: statusMoment(at),
      refreshStatus: 'IDLE',
    },
  }));
}

function dataStatusOf(reportResult: unknown, error: unknown): 'DATA' | 'ERROR' | 'NODATA' {
  if (error !== undefined) return 'ERROR';
  return reportResult === undefined ? 'NODATA' : 'DATA';
}
