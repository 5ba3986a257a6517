import { SalesforceError } from '../../errors.ts';
import type { DashboardComponent } from '../../metadata/reports/dashboardTypes.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { ReportResult } from '../../reports/types.ts';
import { requireRunReports } from '../access.ts';
import { unavailable } from '../analyticsErrors.ts';
import type { AnalyticsState } from '../analyticsState.ts';
import { findDashboard, type StoredDashboard } from '../catalogue.ts';
import { metadataOf } from '../metadataOf.ts';
import { runToJson, typeOf, type ReportContext } from '../reports/reportService.ts';
import { ColumnNames } from '../wire/columnNames.ts';
import { componentId } from './componentIds.ts';
import { ComponentError, componentPlan, type ComponentPlan } from './componentPlan.ts';
import type { Refreshed } from './dashboardCache.ts';
import { componentFilters, selectedOptions, type SelectedOptions } from './dashboardFilters.ts';
import { componentsOf } from './dashboardParts.ts';
import { runningUser, type RunningUser } from './runningUser.ts';
import { runShared } from './sharedRuns.ts';
import { SourceReports } from './sourceReports.ts';

/** A dashboard as one reader opens it: with whose eyes, and with which filters set. */
export interface DashboardView {
  readonly state: AnalyticsState;
  readonly stored: StoredDashboard;
  readonly viewer: RequestUser;
  readonly running: RunningUser;
  readonly selected: SelectedOptions;
}

/** A component: how it is drawn, and what it shows. */
export interface ComponentData {
  readonly id: string;
  readonly component: DashboardComponent;
  /** Absent when its report cannot be told. */
  readonly plan: ComponentPlan | undefined;
  readonly reportId: string | null;
  readonly names: ColumnNames;
  /** The run as it is shown, in wire form; undefined for components without a report. */
  readonly reportResult: Readonly<Record<string, unknown>> | undefined;
  readonly error: ComponentError | undefined;
}

/**
 * Opens a dashboard.
 * @throws SalesforceError NOT_FOUND for what the user may not open, BAD_REQUEST for filters and running users that cannot be
 */
export function openDashboard(
  state: AnalyticsState,
  viewer: RequestUser,
  id: string,
  parameter: (name: string) => string | undefined = () => undefined,
): DashboardView {
  requireRunReports(viewer);
  const stored = findDashboard(state.org, id, viewer);
  if (stored === undefined) throw unavailable();
  const running = runningUser(state.org, stored, viewer, parameter('runningUser'));
  return { state, stored, viewer, running, selected: selectedOptions(stored.id, stored.item, parameter) };
}

/** What the dashboard showed when it was refreshed last; nobody having looked yet, it is refreshed now. */
export function dashboardData(view: DashboardView): Refreshed<readonly ComponentData[]> {
  const { state } = view;
  return state.dashboards.get(keyOf(view), basisOf(view)) ?? refreshDashboard(view);
}

/** When the dashboard was refreshed last, epoch milliseconds; undefined when it never was. */
export function refreshedAt(view: DashboardView): number | undefined {
  return view.state.dashboards.get(keyOf(view), basisOf(view))?.at;
}

/** Runs the reports of the dashboard anew. */
export function refreshDashboard(view: DashboardView): Refreshed<readonly ComponentData[]> {
  const { org, dashboards } = view.state;
  return dashboards.put(keyOf(view), basisOf(view), { at: org.clock.now(), data: componentData(view) });
}

function basisOf({ state: { org } }: DashboardView): object {
  return metadataOf(org.source);
}

/** Readers who see the same share what was refreshed: the same running user with the same permissions, in the same words. */
function keyOf({ stored, running: { user }, selected }: DashboardView): string {
  return JSON.stringify([stored.id, user.id, user.access?.key, user.language, user.locale, user.timeZone, selected]);
}

interface PlannedComponent extends Omit<ComponentData, 'reportResult'> {
  readonly context: ReportContext;
}

function componentData(view: DashboardView): readonly ComponentData[] {
  const planned = planComponents(view);
  const plans = planned.flatMap(({ plan }) => plan ?? []);
  const results = runShared(view.state.org.reports, view.running.user, plans);
  return planned.map(({ context, ...component }) => {
    const result = component.plan === undefined ? undefined : results.get(component.plan);
    if (component.plan === undefined || result === undefined) return { ...component, reportResult: undefined };
    if (result instanceof Error) return { ...component, reportResult: undefined, error: runError(result) };
    return { ...component, plan: shownPlan(component.plan, result), reportResult: resultJson(context, component.plan, result) };
  });
}

/** What the components of a dashboard are, without running their reports. */
export function describedComponents(view: DashboardView): readonly ComponentData[] {
  return planComponents(view).map(({ context: _context, ...described }) => ({ ...described, reportResult: undefined }));
}

function planComponents(view: DashboardView): readonly PlannedComponent[] {
  const context: ReportContext = { org: view.state.org, user: view.running.user };
  const reports = new SourceReports(context);
  return componentsOf(view.stored.item).map((component, place) => planComponent(view, { context, reports, component, place }));
}

interface Planning {
  readonly context: ReportContext;
  readonly reports: SourceReports;
  readonly component: DashboardComponent;
  /** Of the component on the dashboard. */
  readonly place: number;
}

function planComponent({ stored, selected }: DashboardView, { context, reports, component, place }: Planning): PlannedComponent {
  const id = componentId(stored.id, place);
  const nothing = { id, component, plan: undefined, reportId: null, names: new ColumnNames(undefined), context, error: undefined };
  if (component.report === undefined) return nothing;
  const source = reports.named(component.report);
  if (source === undefined) return { ...nothing, error: noReport() };
  const { report, names } = source;
  try {
    const plan = componentPlan(component, report, names, componentFilters(stored.item, component, selected));
    return { ...nothing, reportId: report.id, names, plan };
  } catch (error) {
    if (!(error instanceof ComponentError)) throw error;
    return { ...nothing, reportId: report.id, names, error };
  }
}

function noReport(): ComponentError {
  return new ComponentError(
    202,
    'The source report isn’t available; it’s been deleted or isn’t in a folder accessible to the dashboard’s running user.',
  );
}

/** A table without the columns that its user may not see. */
function shownPlan(plan: ComponentPlan, { detailColumns, aggregates }: ReportResult): ComponentPlan {
  const shown = new Set([...detailColumns, ...aggregates].map(({ name }) => name));
  return { ...plan, tableColumns: plan.tableColumns.filter(({ column, type }) => type === 'grouping' || shown.has(column)) };
}

/** A component of a dashboard says why its report was refused; anything but a refusal is a defect. */
function runError(error: Error): ComponentError {
  if (error instanceof ComponentError) return error;
  if (!(error instanceof SalesforceError)) throw error;
  if (error.errorCode === 'INSUFFICIENT_ACCESS' || error.status === 403)
    return new ComponentError(205, 'The source report is based on a report type that is inaccessible to the dashboard’s running user.');
  return new ComponentError(208, `Unable to run source report because its definition is invalid. ${error.message}`);
}

/** The run in wire form, told as the report that the component makes of its source. */
function resultJson(context: ReportContext, plan: ComponentPlan, result: ReportResult): Readonly<Record<string, unknown>> {
  const groupingsDown = plan.orders.flatMap(({ column, aggregate, descending }) => {
    const grouping = plan.groupings.find((candidate) => candidate.column === column);
    if (grouping === undefined) return [];
    return {
      ...grouping,
      sortOrder: descending ? ('Desc' as const) : ('Asc' as const),
      ...(aggregate === undefined ? {} : { sortAggregate: aggregate }),
    };
  });
  const format = plan.details ? ('tabular' as const) : ('summary' as const);
  const definition = { ...plan.report.definition, format, groupingsDown, groupingsAcross: [] };
  const report = { ...plan.report, definition };
  return { attributes: null, ...runToJson(context, { report, result, type: typeOf(context, report) }) };
}
