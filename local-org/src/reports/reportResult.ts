import type { RequestUser } from '../requestUser.ts';
import type { Schema } from '../schema/types.ts';
import type { RunContext } from '../soql/sqlBuilder.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { ColumnInfo } from './columnInfo.ts';
import type { CompiledAggregate, CompiledReport } from './compileReport.ts';
import type { ReportDefinition } from './definition.ts';
import { isPlainList, readDetails, type Details } from './details.ts';
import type { GroupNode } from './facts.ts';
import type { GroupWords } from './groupLabels.ts';
import type { CompiledGrouping } from './groupings.ts';
import { eachGroup, groupsOf, keyOf, mostBeside, sortSide } from './groupTree.ts';
import { recordNames } from './recordNames.ts';
import type { ReportEnvironment } from './reportRows.ts';
import type { ReportShape } from './reportShape.ts';
import { MOST_DETAIL_ROWS, type FactCell, type ReportResult } from './result.ts';
import { noFacts, runFacts, type ReportFacts } from './runFacts.ts';
import { SummaryValues } from './summaryValues.ts';
import type { RunOptions } from './types.ts';

/** A compiled report and for whom it runs. */
export interface ReportRun {
  readonly database: OrgDatabase;
  readonly schema: Schema;
  readonly environment: ReportEnvironment;
  readonly shape: ReportShape;
  /** Its figures: without the columns of the details, so that what only those need is not joined. */
  readonly report: CompiledReport;
  /** The same with them. */
  readonly withDetails: CompiledReport;
  readonly definition: ReportDefinition;
  readonly user: RequestUser;
  readonly context: RunContext;
  readonly options: RunOptions;
}

/** Runs a report and puts its result together. */
export function resultOf(run: ReportRun): ReportResult {
  const { database, definition, report, context, user, options } = run;
  const wantsRows = options.includeDetails ?? (definition.showDetails || definition.format === 'tabular');
  const facts = wantsRows && isPlainList(report) ? noFacts(report) : runFacts(database, report, context, definition.rowLimit);
  const values = new SummaryValues(facts.table, { now: context.now, timeZone: context.timeZone, isNew: false }, user);
  const words = wordsFor(run, facts);
  const allGroups = sortSides(run, facts, values, words);
  const details = wantsRows ? detailsOf(run, facts) : undefined;
  const info = new ColumnInfo(run.schema, run.shape, user.language);
  const grouping = ({ column }: CompiledGrouping, level: number): ReportResult['groupingsDown'][number] => ({
    ...info.column(column),
    level,
  });
  const { down, across } = facts;
  return {
    detailColumns: run.withDetails.details.map((detail) => info.detail(detail)),
    groupingsDown: report.down.map(grouping),
    groupingsAcross: report.across.map(grouping),
    aggregates: report.aggregates.map((aggregate) => info.aggregate(aggregate)),
    down: groupsOf(down.root, report.down, words),
    across: groupsOf(across.root, report.across, words),
    factMap: factMap(run, facts, values, details),
    allData: allGroups && (details?.all ?? true),
    hasDetailRows: details !== undefined,
  };
}

/** Names of the records that groups stand for. */
function wordsFor({ database, schema, environment, report, user, context }: ReportRun, { down, across }: ReportFacts): GroupWords {
  const ids = new Set([...recordIds(down.root, report.down), ...recordIds(across.root, report.across)]);
  const names = recordNames(ids, { database, schema, formulas: environment.formulas, context });
  return { reader: user, periods: environment.periods, names };
}

function recordIds(node: GroupNode, groupings: readonly CompiledGrouping[]): readonly string[] {
  const isRecord = groupings[node.depth]?.kind === 'record';
  return [...node.children.values()].flatMap((child) => [
    ...(isRecord && typeof child.raw === 'string' ? [child.raw] : []),
    ...recordIds(child, groupings),
  ]);
}

/** Whether all groups were kept. */
function sortSides({ report }: ReportRun, { down, across }: ReportFacts, values: SummaryValues, words: GroupWords): boolean {
  const common = { words, aggregates: report.sortAggregates };
  const allAcross = sortSide(across, {
    ...common,
    groupings: report.across,
    valueOf: (aggregate, node) => values.at(aggregate, down.root, node),
  });
  const onDown = {
    ...common,
    groupings: report.down,
    valueOf: (aggregate: CompiledAggregate, node: GroupNode) => values.at(aggregate, node, across.root),
  };
  const allDown = sortSide(down, onDown, mostBeside(across));
  return allDown && allAcross;
}

function detailsOf({ database, withDetails: report, definition, user, context, options }: ReportRun, facts: ReportFacts): Details {
  const { rowLimit = Number.POSITIVE_INFINITY } = definition;
  const most = Math.min(options.mostRows ?? MOST_DETAIL_ROWS, rowLimit);
  return readDetails({ database, report, facts, context, reader: user, most, rowLimit });
}

function factMap(
  { report }: ReportRun,
  { down, across }: ReportFacts,
  values: SummaryValues,
  details: Details | undefined,
): ReadonlyMap<string, FactCell> {
  const cells = new Map<string, FactCell>();
  const columns = eachGroup(across.root);
  for (const one of eachGroup(down.root)) {
    for (const other of columns) {
      const key = `${keyOf(one)}!${keyOf(other)}`;
      const aggregates = report.aggregates.map((aggregate) => values.valueAt(aggregate, one, other));
      const isInnermost = one.depth === report.down.length && other.depth === report.across.length;
      cells.set(key, details !== undefined && isInnermost ? { aggregates, rows: details.rows.get(key) ?? [] } : { aggregates });
    }
  }
  return cells;
}
