/**
 * The tree of a SOQL query. Written by the parser from text, and by hand by
 * flows (Get Records) and by GraphQL, so that every reader meets one compiler.
 */

/** A dotted name, as written: `['Account','Owner','Name']`. */
export type FieldPath = readonly string[];

/** `COUNT()`, `SUM(Amount)`, `CALENDAR_YEAR(CloseDate)`, `toLabel(Status)`, `FORMAT(Amount)`, `FIELDS(ALL)` ... */
export interface FunctionCall {
  readonly kind: 'function';
  /** Upper-cased. */
  readonly name: string;
  readonly args: readonly Argument[];
}

/** What a function may be given; literals only by DISTANCE and GEOLOCATION. */
export type Argument = FieldPath | FunctionCall | LiteralArgument;

export interface LiteralArgument {
  readonly kind: 'literal';
  readonly literal: Literal;
}

/** `WHEN Account THEN Phone, Industry` */
export interface TypeBranch {
  readonly object: string;
  readonly fields: readonly FieldPath[];
}

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END`: the parent's fields by what the parent is. */
export interface TypeOf {
  readonly kind: 'typeof';
  /** The relationship, perhaps of a parent: `['What']`. */
  readonly relationship: FieldPath;
  readonly branches: readonly TypeBranch[];
  readonly otherwise?: readonly FieldPath[];
}

export type SelectItem =
  | { readonly kind: 'field'; readonly path: FieldPath; readonly alias?: string }
  | { readonly kind: 'call'; readonly call: FunctionCall; readonly alias?: string }
  | { readonly kind: 'subquery'; readonly query: SelectStatement }
  | TypeOf;

/** A right-hand side. Dates are kept as written; the compiler reads them by the field's type. */
export type Literal =
  /**
   * `pattern` is how LIKE reads the text: `%` and `_` are wildcards unless a backslash stands before
   * them, and a backslash is written twice. Without it LIKE reads `value`, where nothing is escaped.
   */
  | { readonly kind: 'string'; readonly value: string; readonly pattern?: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'datetime'; readonly value: string }
  | { readonly kind: 'time'; readonly value: string }
  /** `USD5000` */
  | { readonly kind: 'currency'; readonly code: string; readonly value: number }
  /** `TODAY`, `LAST_N_DAYS:30`, ... `n` present on those that take one. */
  | { readonly kind: 'dateLiteral'; readonly name: string; readonly n?: number };

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'compare'; readonly left: FieldPath | FunctionCall; readonly operator: ComparisonOperator; readonly right: Literal }
  | {
      readonly kind: 'in';
      readonly left: FieldPath | FunctionCall;
      readonly negated: boolean;
      readonly values: readonly Literal[] | SelectStatement;
    }
  | { readonly kind: 'includes'; readonly left: FieldPath; readonly negated: boolean; readonly values: readonly string[] };

export interface OrderItem {
  readonly by: FieldPath | FunctionCall;
  readonly direction: 'ASC' | 'DESC';
  /** The platform's default puts nulls first, whatever the direction. */
  readonly nulls: 'FIRST' | 'LAST';
}

export interface GroupBy {
  readonly kind: 'plain' | 'rollup' | 'cube';
  readonly items: readonly (FieldPath | FunctionCall)[];
}

/** A parent named in FROM: `FROM Contact c, c.Account a`. */
export interface ParentAlias {
  readonly alias: string;
  /** From the object of the query, without its alias: `['Account']`. */
  readonly path: FieldPath;
}

export interface SelectStatement {
  readonly kind: 'select';
  readonly select: readonly SelectItem[];
  /** Object name; in a subquery the child relationship's name. */
  readonly from: string;
  readonly alias?: string;
  readonly parents?: readonly ParentAlias[];
  readonly where?: Condition;
  readonly groupBy?: GroupBy;
  readonly having?: Condition;
  readonly orderBy?: readonly OrderItem[];
  readonly limit?: number;
  readonly offset?: number;
  /** `USING SCOPE mine`, lower-cased. */
  readonly scope?: string;
  /** Records in the recycle bin too. */
  readonly allRows?: boolean;
}
