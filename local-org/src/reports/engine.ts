import { SalesforceError } from '../errors.ts';
import type { ReportType } from '../metadata/reports/reportTypeTypes.ts';
import type { RequestUser } from '../requestUser.ts';
import type { Schema } from '../schema/types.ts';
import { firstDayOfWeek } from '../soql/dateLiterals.ts';
import { CALENDAR_YEAR } from '../soql/fiscalYear.ts';
import type { StatementSource } from '../soql/queryService.ts';
import type { RunContext } from '../soql/sqlBuilder.ts';
import { collationOf } from '../soql/textOrder.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { definitionProblems } from './checkDefinition.ts';
import { compileReport } from './compileReport.ts';
import type { ReportDefinition } from './definition.ts';
import { describeType } from './describeType.ts';
import { HiddenPartError, ReportPartError } from './reportError.ts';
import type { ReportEnvironment } from './reportRows.ts';
import { reportShape, ShapeError, type ReportShape } from './reportShape.ts';
import { resultOf } from './reportResult.ts';
import { RowFormulas } from './rowFormulas.ts';
import type { ReportEngine, ReportProblem, ReportResult, ReportTypeDescription, RunOptions } from './types.ts';

/** What the engine is built on. */
export interface EngineBasis {
  readonly schema: Schema;
  readonly database: OrgDatabase;
  /** The org's query service. */
  readonly statements: StatementSource;
  /** By the lower-cased names that reports have for them, `responses__c`. */
  readonly reportTypes: ReadonlyMap<string, ReportType>;
}

/** Runs reports over the org's tables: one statement for all figures, one for the rows. */
export function createReportEngine(basis: EngineBasis): ReportEngine {
  return new SqlReportEngine(basis);
}

class SqlReportEngine implements ReportEngine {
  readonly #basis: EngineBasis;
  readonly #rowFormulas: RowFormulas;
  readonly #shapes = new Map<string, ReportShape>();
  /** By what users see of the org, then by type and language. */
  readonly #described = new WeakMap<Schema, Map<string, ReportTypeDescription>>();

  constructor(basis: EngineBasis) {
    this.#basis = basis;
    this.#rowFormulas = new RowFormulas(basis.database);
  }

  check(definition: ReportDefinition): readonly ReportProblem[] {
    const system: RequestUser = { id: '', username: '', name: '', email: '', timeZone: 'UTC', locale: 'en_US', language: 'en_US' };
    try {
      const shape = this.#shape(definition.reportType);
      return definitionProblems(this.#environment(system, this.#basis.statements.enter(system)), shape, definition);
    } catch (error) {
      if (error instanceof ShapeError) return [{ element: 'reportType', message: error.message }];
      throw error;
    }
  }

  run(definition: ReportDefinition, user: RequestUser, options: RunOptions = {}): ReportResult {
    const { database, schema, statements } = this.#basis;
    const context = statements.enter(user);
    this.#rowFormulas.enter(context);
    const environment = this.#environment(user, context);
    try {
      const shape = this.#shape(definition.reportType);
      // The order of rows matters to figures only where the first ones count.
      const sortBy = definition.rowLimit === undefined ? [] : definition.sortBy;
      const report = compileReport(environment, shape, { ...definition, sortBy, detailColumns: [] });
      const withDetails = compileReport(environment, shape, definition);
      return resultOf({ database, schema, environment, shape, report, withDetails, definition, user, context, options });
    } catch (error) {
      throw asSalesforceError(error);
    }
  }

  describeType(reportType: string, user: RequestUser): ReportTypeDescription | undefined {
    const { schema } = this.#basis.statements.namesFor(user);
    const known = this.#described.get(schema) ?? new Map<string, ReportTypeDescription>();
    const key = `${user.language} ${reportType.toLowerCase()}`;
    const described = known.get(key) ?? this.#describe(reportType, schema, user.language);
    if (described !== undefined) this.#described.set(schema, known.set(key, described));
    return described;
  }

  #describe(reportType: string, schema: Schema, language: string): ReportTypeDescription | undefined {
    try {
      return describeType(this.#shape(reportType), schema, this.#basis.schema, language);
    } catch (error) {
      if (error instanceof ShapeError) return undefined;
      throw error;
    }
  }

  #shape(name: string): ReportShape {
    const key = name.toLowerCase();
    let shape = this.#shapes.get(key);
    if (shape === undefined) this.#shapes.set(key, (shape = reportShape(this.#basis.schema, this.#basis.reportTypes, name)));
    return shape;
  }

  #environment(user: RequestUser, { fiscalYear = CALENDAR_YEAR }: RunContext): ReportEnvironment {
    const { statements } = this.#basis;
    const { timeZone: zone, locale } = user;
    return {
      ...statements.namesFor(user),
      formulas: statements.formulas,
      rowFormulas: this.#rowFormulas,
      collation: collationOf(locale),
      periods: { zone, locale, fiscalYear, weekStart: firstDayOfWeek(locale) },
    };
  }
}

function asSalesforceError(error: unknown): unknown {
  if (error instanceof ShapeError) return new SalesforceError('INVALID_REPORT', error.message, { cause: error });
  if (error instanceof ReportPartError)
    return new SalesforceError('INVALID_REPORT', `${error.element}: ${error.message}`, { cause: error });
  if (!(error instanceof HiddenPartError)) return error;
  const message = `You do not have access to ${error.column}, which this report needs.`;
  return new SalesforceError('INSUFFICIENT_ACCESS', message, { status: 403, cause: error });
}
