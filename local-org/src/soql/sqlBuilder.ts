import type { RecordAccessSource } from '../access/sharing/userRecordAccess.ts';
import type { RequestUser } from '../requestUser.ts';
import type { SqlValue } from '../storage/columns.ts';
import type { CalendarContext } from './dateLiterals.ts';
import type { GlobalSource } from './globalValues.ts';

/** What a compiled query needs when it runs. */
export interface RunContext extends CalendarContext {
  readonly user: RequestUser;
  /** Where formulas find labels, settings and permissions. */
  readonly globals?: GlobalSource;
  /** What users may do with records, for UserRecordAccess. */
  readonly recordAccess?: RecordAccessSource;
  /** For child subqueries: the parents' ids as a JSON list. */
  readonly parentIds?: string;
  /** For a part of a result: its records' ids as a JSON list. */
  readonly recordIds?: string;
}

/** A bound value: known when compiled, or told by who runs the query and when. */
export type Parameter = (context: RunContext) => SqlValue;

/**
 * Collects what one SQL statement binds. No text of a query ever becomes SQL:
 * values are bound, and names come from the schema.
 */
export class SqlBuilder {
  readonly parameters: Parameter[] = [];
  readonly #placeholders = new Map<SqlValue | Parameter, string>();
  #aliases = 0;

  /** The placeholder of a bound value; the same one for the same value, so that equal expressions have equal SQL. */
  bind(value: SqlValue | Parameter): string {
    const known = this.#placeholders.get(value);
    if (known !== undefined) return known;
    this.parameters.push(typeof value === 'function' ? value : () => value);
    const placeholder = `?${this.parameters.length}`;
    this.#placeholders.set(value, placeholder);
    return placeholder;
  }

  /** A name for a table, unused so far in the statement. */
  alias(): string {
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }
}

/** The running user's time zone and id. */
export const USER_ZONE: Parameter = (context) => context.timeZone;
export const USER_ID: Parameter = (context) => context.user.id;
/** The org's fiscal year: its first month, and 1 when it is called by the year in which it starts. */
export const FISCAL_START: Parameter = (context) => context.fiscalYear?.startMonth ?? 1;
export const FISCAL_NAMED: Parameter = (context) => (context.fiscalYear?.namedByStart === true ? 1 : 0);
