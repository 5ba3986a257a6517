import type { Clock } from '../clock.ts';
import type { RequestUser } from '../requestUser.ts';
import type { Schema } from '../schema/types.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { SelectStatement } from './ast.ts';
import { compileQuery, type CompiledSelect } from './compile.ts';
import { registerDateFunctions } from './dateFunctions.ts';
import { NO_TEXT } from './errors.ts';
import { FormulaFields } from './formulaFields.ts';
import { parseQuery } from './parser.ts';
import { runSelect } from './runSelect.ts';
import type { RunContext } from './sqlBuilder.ts';
import type { QueryOptions, QueryRows, QueryService } from './types.ts';

/** Compiled queries kept: texts repeat, and a statement costs more to compile than to run. */
const CACHE_SIZE = 500;

/** Runs SOQL over the org's tables. */
export function createQueryService(schema: Schema, database: OrgDatabase, clock: Clock): QueryService {
  return new SqlQueryService(schema, database, clock);
}

class SqlQueryService implements QueryService {
  readonly #schema: Schema;
  readonly #database: OrgDatabase;
  readonly #clock: Clock;
  readonly #formulas: FormulaFields;
  readonly #byText = new Map<string, CompiledSelect>();
  readonly #byTree = new WeakMap<SelectStatement, CompiledSelect>();

  constructor(schema: Schema, database: OrgDatabase, clock: Clock) {
    this.#schema = schema;
    this.#database = database;
    this.#clock = clock;
    this.#formulas = new FormulaFields(database, schema);
    registerDateFunctions(database);
  }

  run(query: string | SelectStatement, user: RequestUser, options: QueryOptions = {}): QueryRows {
    const allRows = options.allRows === true;
    const compiled = typeof query === 'string' ? this.#compiledText(query, allRows) : this.#compiledTree(query, allRows);
    const now = this.#clock.now();
    const { timeZone, locale } = user;
    this.#formulas.setContext({ now, timeZone, isNew: false });
    const context: RunContext = { now, timeZone, locale, user };
    return runSelect(this.#database, compiled, context);
  }

  #compiledText(text: string, allRows: boolean): CompiledSelect {
    const key = `${allRows ? 'all' : 'live'} ${text}`;
    let compiled = this.#byText.get(key);
    if (compiled === undefined) {
      const { statement, text: query } = parseQuery(text);
      compiled = compileQuery({ schema: this.#schema, formulas: this.#formulas, query, allRows }, statement);
      this.#forgetOldest();
    } else this.#byText.delete(key);
    this.#byText.set(key, compiled);
    return compiled;
  }

  #compiledTree(tree: SelectStatement, allRows: boolean): CompiledSelect {
    const known = allRows ? undefined : this.#byTree.get(tree);
    if (known !== undefined) return known;
    const compiled = compileQuery({ schema: this.#schema, formulas: this.#formulas, query: NO_TEXT, allRows }, tree);
    if (!allRows) this.#byTree.set(tree, compiled);
    return compiled;
  }

  /** A map keeps the order of use: a query that is found again moves to the end. */
  #forgetOldest(): void {
    const [oldest] = this.#byText.keys();
    if (this.#byText.size >= CACHE_SIZE && oldest !== undefined) this.#byText.delete(oldest);
  }
}
