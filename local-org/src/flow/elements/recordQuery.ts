import { SalesforceError } from '../../errors.ts';
import type { SObjectType } from '../../schema/types.ts';
import type { Condition, OrderItem, SelectStatement } from '../../soql/ast.ts';
import type { QueryRecord } from '../../soql/types.ts';
import type { CompiledElement } from '../compiledFlow.ts';
import { FlowRecord } from '../data.ts';
import { dataFault } from '../faults.ts';
import { errorsOf, type FlowRun } from '../flowRun.ts';
import type { Interview } from '../interview.ts';
import { questionKey, type FilterValues, type RecordFilters } from './filters.ts';

/** What a group of interviews asks of one object. */
export interface RecordQuery {
  readonly object: SObjectType;
  readonly filters: RecordFilters;
  /** Fields beside the filters' own; asked when the flow runs, because later elements may add to them. */
  readonly fields: () => readonly string[];
  readonly orderBy: OrderItem | undefined;
  /** The flow names no fields: those that are hidden from its user are left out. */
  readonly allFields?: boolean;
}

/**
 * Answers all interviews with one query. Rows are shared between interviews that
 * ask the same. Interviews fault together when the query is refused.
 * @param limitOf rows that one interview wants at most
 */
export function queryForAll(
  query: RecordQuery,
  interviews: readonly Interview[],
  element: CompiledElement,
  run: FlowRun,
  limitOf: (interview: Interview) => number | undefined,
): Map<Interview, readonly FlowRecord[]> {
  const questions = run.prepare(interviews, element, (interview) => ({ values: query.filters.ask(interview), limit: limitOf(interview) }));
  const distinct = new Map([...questions.values()].map(({ values }) => [questionKey(values), values]));
  if (distinct.size === 0) return new Map();
  const limits = new Set([...questions.values()].map((question) => question.limit));
  const [onlyLimit] = limits;
  // A limit can be part of the query only when all interviews share the rows.
  const limit = distinct.size === 1 && limits.size === 1 ? onlyLimit : undefined;
  const rows = runQuery(query, query.filters.condition([...distinct.values()]), limit, [...questions.keys()], element, run);
  if (rows === undefined) return new Map();
  const answers = answerEach(query.filters, distinct, rows);
  return new Map(
    [...questions].map(([interview, question]) => [interview, (answers.get(questionKey(question.values)) ?? []).slice(0, question.limit)]),
  );
}

function runQuery(
  query: RecordQuery,
  where: Condition | undefined,
  limit: number | undefined,
  interviews: readonly Interview[],
  element: CompiledElement,
  run: FlowRun,
): readonly FlowRecord[] | undefined {
  const fields = new Set(['Id', ...seenFields(query, run), ...query.filters.fields]);
  const statement: SelectStatement = {
    kind: 'select',
    select: [...fields].map((field) => ({ kind: 'field', path: [field] })),
    from: query.object.name,
    ...(where === undefined ? {} : { where }),
    ...(query.orderBy === undefined ? {} : { orderBy: [query.orderBy] }),
    ...(limit === undefined ? {} : { limit }),
  };
  run.limits.countQuery();
  try {
    const { records } = run.services.queries.run(statement, run.user);
    run.limits.countQueryRows(records.length);
    return records.map((record) => flowRecord(query.object, record));
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    for (const interview of interviews) run.fault(interview, element, dataFault(element.name, 'look up records', errorsOf(error) ?? []));
    return undefined;
  }
}

function seenFields(query: RecordQuery, { user }: FlowRun): readonly string[] {
  const fields = query.fields();
  const seen = query.allFields === true ? user.access?.schema.object(query.object.name)?.fields : undefined;
  return seen === undefined ? fields : fields.filter((name) => seen.has(name.toLowerCase()));
}

function answerEach(
  filters: RecordFilters,
  distinct: ReadonlyMap<string, FilterValues>,
  rows: readonly FlowRecord[],
): Map<string, readonly FlowRecord[]> {
  const [only] = distinct.keys();
  if (distinct.size === 1 && only !== undefined) return new Map([[only, rows]]);
  const key = filters.keyField([...distinct.values()]);
  if (key === undefined) {
    return new Map([...distinct].map(([name, values]) => [name, rows.filter((row) => filters.matches(row, values))]));
  }
  const byValue = Map.groupBy(rows, (row) => foldedKey(row.fields[key.field.name] ?? null));
  return new Map(
    [...distinct].map(([name, values]) => {
      const candidates = byValue.get(foldedKey(values[key.index] ?? null)) ?? [];
      return [name, candidates.filter((row) => filters.matches(row, values))];
    }),
  );
}

function foldedKey(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function flowRecord(object: SObjectType, row: QueryRecord): FlowRecord {
  const record = new FlowRecord(object, {});
  for (const [name, field] of row.fields) if (field.kind === 'value') record.fields[name] = field.value;
  return record;
}
