import type { RequestUser } from '../../requestUser.ts';
import type { ReportDefinition, ReportEngine, ReportResult } from '../../reports/types.ts';
import { ComponentError, type ComponentPlan } from './componentPlan.ts';
import { projectResult } from './projectResult.ts';
import { levelsOf } from './resultView.ts';

/** Rows that a table of details shows at most when it does not say. */
const MOST_ROWS = 200;

/**
 * What the components of a dashboard show. Those that ask the same report
 * share a run of it, whatever groups and figures of it each shows and however
 * it sorts them; only a component that groups otherwise than its report takes
 * a run of its own. A run that was refused is an error for each component that
 * wanted it.
 */
export function runShared(
  engine: ReportEngine,
  user: RequestUser,
  plans: readonly ComponentPlan[],
): ReadonlyMap<ComponentPlan, ReportResult | Error> {
  const answers = new Map<ComponentPlan, ReportResult | Error>();
  for (const plan of plans.filter(({ details }) => details)) {
    const mostRows = plan.most ?? MOST_ROWS;
    answers.set(
      plan,
      attempt(() => engine.run(plan.report.definition, user, { includeDetails: true, mostRows })),
    );
  }
  const grouped = plans.filter(({ details }) => !details).map((plan) => ({ plan, definition: definitionFor(plan) }));
  for (const sharing of Map.groupBy(grouped, ({ definition }) => sourceKey(definition)).values()) {
    const [first] = sharing;
    if (first === undefined) continue;
    const definition = withAggregates(
      first.definition,
      sharing.map(({ plan }) => plan),
    );
    const answer = attempt(() => engine.run(definition, user, { includeDetails: false }));
    for (const { plan } of sharing) answers.set(plan, answer instanceof Error ? answer : projected(plan, definition, answer));
  }
  return answers;
}

/** The report as it is where its groups serve the component, else with the component's. */
function definitionFor({ report: { definition }, groupings }: ComponentPlan): ReportDefinition {
  if (levelsOf(groupings, definition) !== undefined) return definition;
  const shown = new Set(groupings.map(({ column }) => column));
  const summaryFormulas = definition.summaryFormulas.filter(({ downContext, acrossContext }) =>
    [downContext, acrossContext].every((context) => context === undefined || context.endsWith('GRAND_SUMMARY') || shown.has(context)),
  );
  const gone = new Set(definition.summaryFormulas.filter((formula) => !summaryFormulas.includes(formula)).map(({ name }) => name));
  return {
    ...definition,
    format: 'summary',
    groupingsDown: groupings,
    groupingsAcross: [],
    summaryFormulas,
    aggregates: definition.aggregates.filter((name) => !gone.has(name)),
  };
}

function projected(
  { groupings, aggregates, orders, most, tableColumns }: ComponentPlan,
  definition: ReportDefinition,
  result: ReportResult,
): ReportResult | Error {
  const levels = levelsOf(groupings, definition) ?? { down: groupings.length, across: 0 };
  const shown = new Set(result.aggregates.map(({ name }) => name));
  const hidden = aggregates.filter((name) => !shown.has(name));
  // A table goes without a figure that its user may not see; anything else would show another in its place.
  if (hidden.length > 0 && (tableColumns.length === 0 || hidden.length === aggregates.length)) return hiddenFigure();
  return projectResult(result, { levels, aggregates, orders, most });
}

function hiddenFigure(): ComponentError {
  return new ComponentError(205, 'The source report shows a figure that is inaccessible to the dashboard’s running user.');
}

/** Everything of a run but its figures and the order of its rows. */
function sourceKey({ aggregates: _figures, sortBy: _sort, detailColumns: _columns, ...source }: ReportDefinition): string {
  return JSON.stringify(source);
}

/** The figures of the report, and those that only components ask for. */
function withAggregates(definition: ReportDefinition, plans: readonly ComponentPlan[]): ReportDefinition {
  const wanted = plans.flatMap(({ aggregates, orders }) => [...aggregates, ...orders.flatMap(({ aggregate }) => aggregate ?? [])]);
  const known = new Set(definition.aggregates.map(plainName));
  const added = wanted.filter((name) => {
    const isNew = !known.has(plainName(name));
    known.add(plainName(name));
    return isNew;
  });
  return added.length === 0 ? definition : { ...definition, aggregates: [...definition.aggregates, ...added] };
}

/** Figures may be named by metadata's tokens or by the Analytics API's names, which only agree for a report type of one object. */
function plainName(name: string): string {
  return name.replace('$', '.').toLowerCase();
}

function attempt(run: () => ReportResult): ReportResult | Error {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
