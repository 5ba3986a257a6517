import { childText, type XmlElement, type XmlFile } from '../xmlFile';

/** A summary formula of a report. */
export interface SummaryFormula {
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  readonly description: string;
  readonly line: number;
}

/** A line of a report's filter. */
export interface FilterLine {
  /** Name of the field at the end of the column: `Status__c`. */
  readonly field: string;
  readonly operator: string;
  readonly value: string;
  /** Whoever runs the report cannot change it. */
  readonly locked: boolean;
}

/** The summary formulas of a report, in their order. */
export function summaryFormulas(report: XmlFile): readonly SummaryFormula[] {
  return childrenOf(report.root, 'aggregates').map((element) => ({
    name: textOf(element, 'developerName'),
    label: textOf(element, 'masterLabel'),
    formula: textOf(element, 'calculatedFormula'),
    description: textOf(element, 'description'),
    line: element.line,
  }));
}

/** The lines of a report's filter; none when they are joined by more than AND. */
export function filterLines(report: XmlFile): readonly FilterLine[] {
  return childrenOf(report.root, 'filter')
    .filter((filter) => textOf(filter, 'booleanFilter') === '')
    .flatMap((filter) => childrenOf(filter, 'criteriaItems'))
    .map((line) => ({
      field: textOf(line, 'column').split(/[.$]/u).at(-1) ?? '',
      operator: textOf(line, 'operator'),
      value: textOf(line, 'value'),
      locked: textOf(line, 'isUnlocked') !== 'true',
    }));
}

/** The numbers that a formula asks to be more than 0 before it divides: `X:SUM` of `IF(X:SUM > 0, ...)`. */
export function guardsOf(formula: string): readonly string[] {
  const [condition = ''] = formula.startsWith('IF(') ? formula.slice('IF('.length).split(', ', 1) : [];
  const inner = condition.startsWith('AND(') ? formula.slice('IF(AND('.length, formula.indexOf('), ')) : condition;
  return inner
    .split(', ')
    .filter((part) => part.endsWith(' > 0'))
    .map((part) => plain(part.slice(0, -' > 0'.length)));
}

/** A formula without blanks at its ends and without brackets around the whole of it. */
export function plain(formula: string): string {
  const trimmed = formula.trim();
  return trimmed.startsWith('(') && trimmed.endsWith(')') && !trimmed.slice(1, -1).includes('(') ? trimmed.slice(1, -1) : trimmed;
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The trimmed text of a child, empty when there is none. */
export function textOf(element: XmlElement, name: string): string {
  return (childText(element, name) ?? '').trim();
}
