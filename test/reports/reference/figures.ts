import type { Json } from '../client.ts';
import { formulaOf, type FormulaValue, type Scope } from './formula.ts';
import type { FormulaElement, ReportFile } from './reportFile.ts';
import type { Column, Values } from './tables.ts';

/** Rows of a group, and how to get at those of other groups. */
export interface Cell {
  readonly rows: readonly Values[];
  /** The cell that a formula names: columns of groupings, or `GRAND_SUMMARY` and its like. */
  above(down: string, across: string | undefined): Cell;
  /** The group before this one at that level; undefined where there is none. */
  before(grouping: string, back: number): Cell | undefined;
}

/**
 * Figures of groups, by the names of the Analytics API: `RowCount`, `s!PulseResponse__c.Rated__c`, `FORMULA1`.
 * A record that stands in several rows is summed once ("Smart Totaling in Reports").
 */
export class Figures {
  readonly #report: ReportFile;
  readonly #tokens = new Map<string, string>();
  readonly #formulas: ReadonlyMap<string, (scope: Scope) => FormulaValue>;

  /** @param columns with all that formulas and aggregates name */
  constructor(report: ReportFile, columns: ReadonlyMap<string, Column>) {
    this.#report = report;
    for (const column of columns.values()) this.#tokens.set(column.wireName, column.token);
    this.#formulas = new Map(
      report.aggregates.map(({ developerName, calculatedFormula }) => [developerName, formulaOf(calculatedFormula)]),
    );
  }

  of(name: string, cell: Cell): Json {
    if (name === 'RowCount') return cell.rows.length;
    const formula = this.#formulas.get(name);
    if (formula !== undefined) {
      const value = formula(this.#scope(cell));
      return typeof value === 'boolean' ? Number(value) : value;
    }
    const [kind = '', column = ''] = name.split('!');
    const aggregate = { s: 'SUM', a: 'AVG', m: 'MIN', x: 'MAX', mx: 'MAX', u: 'UNIQUE' }[kind];
    if (aggregate === undefined) throw new Error(`The checks do not know the figure ${name}.`);
    return this.#summed(`${column}:${aggregate}`, cell);
  }

  #scope(cell: Cell): Scope {
    return {
      value: (name) => (name === 'RowCount' ? cell.rows.length : this.#summed(name, cell)),
      parent: (down, across) =>
        this.#scope(cell.above(this.#groupingNamed(down), across === undefined ? undefined : this.#groupingNamed(across))),
      previous: (grouping, back) => {
        const before = cell.before(this.#groupingNamed(grouping), back);
        return before === undefined ? undefined : this.#scope(before);
      },
    };
  }

  #groupingNamed(name: string): string {
    return this.#tokens.get(name) ?? name;
  }

  #summed(name: string, { rows }: Cell): number | null {
    const [column = '', aggregate] = name.split(':');
    const token = this.#tokens.get(column);
    if (token === undefined) throw new Error(`${this.#report.fullName}: the checks know no column ${column}`);
    if (aggregate === 'UNIQUE') return new Set(rows.map((row) => row.get(token) ?? null).filter((value) => value !== null)).size;
    const numbers = distinctRecords(rows, token)
      .map((row) => row.get(token) ?? null)
      .filter((value) => typeof value === 'number');
    if (aggregate === 'SUM') return numbers.reduce((sum, value) => sum + value, 0);
    if (numbers.length === 0) return null;
    if (aggregate === 'AVG') return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    return aggregate === 'MIN' ? Math.min(...numbers) : Math.max(...numbers);
  }
}

function distinctRecords(rows: readonly Values[], token: string): readonly Values[] {
  const id = idTokenOf(token);
  return [...new Map(rows.map((row) => [row.get(id) ?? null, row])).values()];
}

/** Token of the id of the record that a column's field belongs to: `A$Account__c.AnnualRevenue` -> `A$Account__c.Id`. */
export function idTokenOf(token: string): string {
  const [table = '', path = ''] = token.split('$');
  return `${table}$${[...path.split('.').slice(0, -1), 'Id'].join('.')}`;
}

/** Columns that summary formulas and summarized columns need, as tokens: with the ids by which records are told apart. */
export function figureTokens(report: ReportFile, tableOf: ReadonlyMap<string, string>): readonly string[] {
  const named = report.aggregates.flatMap((formula) => columnsOf(formula)).map((name) => tokenOf(name, tableOf));
  const summarized = report.columns.filter(({ aggregateTypes }) => aggregateTypes.length > 0).map(({ field }) => field);
  const grouped = [...report.groupingsDown, ...report.groupingsAcross].map(({ field }) => field);
  return [...new Set([...named, ...summarized, ...grouped])]
    .filter((token) => token.includes('$'))
    .flatMap((token) => [token, idTokenOf(token)]);
}

const columnsOf = ({ calculatedFormula }: FormulaElement): readonly string[] =>
  [...calculatedFormula.matchAll(/([A-Za-z_][\w.]*):[A-Z]+/gu)].map(([, name = '']) => name);

/** `PulseResponse__c.Rated__c` -> `Contact.PulseResponses__r$Rated__c` */
export function tokenOf(name: string, tableOf: ReadonlyMap<string, string>): string {
  const [object = '', ...path] = name.split('.');
  return `${tableOf.get(object) ?? object}$${path.join('.')}`;
}
