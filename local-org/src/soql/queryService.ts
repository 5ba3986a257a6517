import { ALL_ACCESS } from '../access/accessDirectory.ts';
import type { Clock } from '../clock.ts';
import { SalesforceError } from '../errors.ts';
import type { RecordAccessSource } from '../access/sharing/userRecordAccess.ts';
import type { RequestUser } from '../requestUser.ts';
import type { Schema } from '../schema/types.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { RecordStore } from '../storage/recordStore.ts';
import type { SelectStatement } from './ast.ts';
import { describeQuery } from './columnMetadata.ts';
import { compileQuery, type CompiledSelect, type CompileEnvironment } from './compile.ts';
import { AggregateCursor, RecordCursor, type CursorRun } from './cursors.ts';
import { NO_TEXT } from './errors.ts';
import { readFiscalYear } from './fiscalYear.ts';
import { FormulaFields } from './formulaFields.ts';
import { parseQuery } from './parser.ts';
import { countOf, runSelect } from './runSelect.ts';
import type { RunContext } from './sqlBuilder.ts';
import { registerSqlFunctions } from './sqlFunctions.ts';
import { collationOf } from './textOrder.ts';
import type { CursorOptions, QueryCursor, QueryDescription, QueryOptions, QueryRecord, QueryRows, QueryService } from './types.ts';

/** Compiled queries kept: texts repeat, and a statement costs more to compile than to run. */
const CACHE_SIZE = 500;
/** Records that `iterate` fetches at a time. */
const PART = 500;

/**
 * Runs SOQL over the org's tables.
 * @param instanceUrl the org's address, for formulas that show it
 * @param recordAccess what stands behind UserRecordAccess; without it that object has no rows
 */
export function createQueryService(
  schema: Schema,
  database: OrgDatabase,
  clock: Clock,
  instanceUrl = (): string => '',
  recordAccess?: RecordAccessSource,
): QueryService & StatementSource {
  return new SqlQueryService(schema, database, clock, instanceUrl, recordAccess);
}

/** For who writes statements of their own over the same tables: reports. */
export interface StatementSource {
  /** The one compiler of formula fields: two over one database would answer for each other. */
  readonly formulas: FormulaFields;
  /** What statements of the user may name and reach; the whole org in system mode. */
  namesFor(user: RequestUser): Pick<CompileEnvironment, 'schema' | 'formulaSchema' | 'access'>;
  /** What a statement of the user binds. Formulas compute by it until the next call: run the statement at once. */
  enter(user: RequestUser): RunContext;
}

/** For whom a query is compiled: what differs from one user to another. */
interface Variant {
  readonly key: string;
  readonly environment: Omit<CompileEnvironment, 'query'>;
}

/** Users who see and reach the same share compiled queries; administrators share those of the system. */
function accessKey({ access }: RequestUser): string {
  return access === undefined || access.key === ALL_ACCESS ? '' : access.key;
}

class SqlQueryService implements QueryService, StatementSource {
  readonly #schema: Schema;
  readonly #database: OrgDatabase;
  readonly #clock: Clock;
  readonly formulas: FormulaFields;
  readonly #store: RecordStore;
  readonly #instanceUrl: () => string;
  readonly #recordAccess: RecordAccessSource | undefined;
  readonly #byText = new Map<string, CompiledSelect>();
  readonly #byTree = new WeakMap<SelectStatement, Map<string, CompiledSelect>>();

  constructor(
    schema: Schema,
    database: OrgDatabase,
    clock: Clock,
    instanceUrl: () => string,
    recordAccess: RecordAccessSource | undefined,
  ) {
    this.#recordAccess = recordAccess;
    this.#schema = schema;
    this.#database = database;
    this.#clock = clock;
    this.#instanceUrl = instanceUrl;
    this.formulas = new FormulaFields(database, schema);
    this.#store = new RecordStore(database, schema);
    registerSqlFunctions(database);
  }

  run(query: string | SelectStatement, user: RequestUser, options: QueryOptions = {}): QueryRows {
    const compiled = this.#compiled(query, user, options);
    const context = this.#context(user);
    this.#enter(context);
    return runSelect(this.#database, compiled, context);
  }

  open(query: string | SelectStatement, user: RequestUser, options: CursorOptions = {}): QueryCursor {
    const compiled = this.#compiled(query, user, options);
    const context = this.#context(user);
    const run: CursorRun = {
      database: this.#database,
      context,
      enter: () => {
        this.#enter(context);
      },
      childRows: options.childRows,
    };
    switch (compiled.kind) {
      case 'records':
        return new RecordCursor(compiled, run);
      case 'aggregate':
        return checkedGroups(new AggregateCursor(compiled, run), compiled, options.mostGroups);
      case 'count': {
        run.enter();
        return { object: compiled.object, totalSize: countOf(this.#database, compiled, context), read: () => [] };
      }
    }
  }

  *iterate(query: string | SelectStatement, user: RequestUser, options: QueryOptions = {}): Generator<QueryRecord> {
    const cursor = this.open(query, user, options);
    for (let from = 0; from < cursor.totalSize; from += PART) yield* cursor.read(from, PART);
  }

  columns(query: string, user: RequestUser, options: QueryOptions = {}): QueryDescription {
    return describeQuery(this.#compiled(query, user, options));
  }

  enter(user: RequestUser): RunContext {
    const context = this.#context(user);
    this.#enter(context);
    return context;
  }

  #context(user: RequestUser): RunContext {
    const { timeZone, locale } = user;
    const fiscalYear = readFiscalYear(this.#database, this.#schema);
    return {
      now: this.#clock.now(),
      timeZone,
      locale,
      user,
      ...(this.#recordAccess === undefined ? {} : { recordAccess: this.#recordAccess }),
      fiscalYear,
      globals: { store: this.#store, user, instanceUrl: this.#instanceUrl() },
    };
  }

  #enter({ now, timeZone }: RunContext): void {
    this.formulas.setContext({ now, timeZone, isNew: false });
  }

  #compiled(query: string | SelectStatement, user: RequestUser, options: QueryOptions): CompiledSelect {
    const allRows = options.allRows === true;
    const collation = collationOf(user.locale);
    const key = `${allRows ? 'all' : 'live'} ${collation.kind === 'linguistic' ? collation.language : ''} ${accessKey(user)}`;
    const variant: Variant = { key, environment: { ...this.namesFor(user), formulas: this.formulas, allRows, collation } };
    return typeof query === 'string' ? this.#compiledText(query, variant) : this.#compiledTree(query, variant);
  }

  /** What a query may name and reach; the whole org in system mode. */
  namesFor({ access }: RequestUser): Pick<CompileEnvironment, 'schema' | 'formulaSchema' | 'access'> {
    const formulaSchema = this.#schema;
    return access === undefined ? { schema: formulaSchema, formulaSchema } : { schema: access.schema, formulaSchema, access };
  }

  #compiledText(text: string, variant: Variant): CompiledSelect {
    const key = `${variant.key} ${text}`;
    let compiled = this.#byText.get(key);
    if (compiled === undefined) {
      const { statement, text: query } = parseQuery(text);
      compiled = compileQuery({ ...variant.environment, query }, statement);
      this.#forgetOldest();
    } else this.#byText.delete(key);
    this.#byText.set(key, compiled);
    return compiled;
  }

  #compiledTree(tree: SelectStatement, { key, environment }: Variant): CompiledSelect {
    const variants = this.#byTree.get(tree) ?? new Map<string, CompiledSelect>();
    const known = variants.get(key);
    if (known !== undefined) return known;
    const compiled = compileQuery({ ...environment, query: NO_TEXT }, tree);
    this.#byTree.set(tree, variants.set(key, compiled));
    return compiled;
  }

  /** A map keeps the order of use: a query that is found again moves to the end. */
  #forgetOldest(): void {
    const [oldest] = this.#byText.keys();
    if (this.#byText.size >= CACHE_SIZE && oldest !== undefined) this.#byText.delete(oldest);
  }
}

/** Groups cannot be fetched in parts, says the reference. */
function checkedGroups(cursor: QueryCursor, { grouped }: CompiledSelect, most: number | undefined): QueryCursor {
  if (!grouped || most === undefined || cursor.totalSize <= most) return cursor;
  throw new SalesforceError(
    'EXCEEDED_ID_LIMIT',
    'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
  );
}
