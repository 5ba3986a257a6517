import { checkFormula } from '../formula/checker.ts';
import { emit, writer } from '../formula/emit.ts';
import { FormulaError, FormulaRunError } from '../formula/errors.ts';
import { parseFormula } from '../formula/syntax/parser.ts';
import type { SyntaxNode } from '../formula/syntax/nodes.ts';
import type { FormulaContext, FormulaOptions, ReferencedField } from '../formula/types.ts';
import type { FieldValue } from '../schema/types.ts';
import { summaryOf, type AggregateName } from './aggregates.ts';
import type { SummaryFormula } from './definition.ts';

/** A value that a summary formula reads. */
export type SummarySource = Exclude<AggregateName, { kind: 'formula' }>;

/** One of the values of a formula: of the group itself, of a group that holds it, or of an earlier one. */
export interface SummaryReference {
  readonly source: SummarySource;
  /** Depth of the group on each side; absent: that of the group itself. */
  readonly parent?: { readonly down?: number; readonly across?: number };
  /** So many groups back among those of one side and depth. */
  readonly previous?: { readonly side: 'down' | 'across'; readonly depth: number; readonly count: number };
}

export interface CompiledSummaryFormula {
  /** In the order in which `evaluate` wants their values. */
  readonly references: readonly SummaryReference[];
  /** @returns the value, null for blank, or `error` where it cannot be worked out */
  evaluate(values: readonly FieldValue[], context: FormulaContext): number | null | 'error';
}

/** What a formula's names mean in its report. */
export interface SummaryScope {
  /** The type of a summary. @throws ReportPartError, HiddenPartError */
  readonly typeOf: (source: SummarySource) => ReferencedField;
  /** Side and depth (1 is the outermost) of the grouping of that name; undefined when the report does not group by it. */
  readonly groupingOf: (name: string) => { readonly side: 'down' | 'across'; readonly depth: number } | undefined;
}

const MOST_BACK = 12;
const WHOLE: Readonly<Record<string, { readonly down?: 0; readonly across?: 0 }>> = {
  GRAND_SUMMARY: { down: 0, across: 0 },
  ROW_GRAND_SUMMARY: { down: 0 },
  COLUMN_GRAND_SUMMARY: { across: 0 },
};

/**
 * Compiles a summary formula. A sum of nothing is 0; what has no value (an average of nothing, no
 * earlier group) is blank, and makes blank what is worked out from it.
 * @throws FormulaError with the platform's text
 */
export function compileSummaryFormula({ formula, dataType }: SummaryFormula, scope: SummaryScope): CompiledSummaryFormula {
  const outside: SummaryReference[] = [];
  const tree = withoutGroupCalls(parseFormula(formula), scope, outside);
  const { tree: typed, references } = checkFormula(tree, { resolve: (path) => resolved(path, scope, outside) }, 'field');
  if (typed.type !== 'number' && typed.type !== 'null') {
    throw new FormulaError('A summary formula gives a number, a percent or an amount.', 0);
  }
  const options: FormulaOptions = {
    place: 'field',
    blanksAs: 'blank',
    expects: 'number',
    ...(dataType === 'percent' ? { percent: true } : {}),
  };
  const run = emit(typed, options);
  const write = writer('number', options);
  return {
    references: references.map(({ path }) => referenceOf(path, outside) ?? { source: { kind: 'rowCount' } }),
    evaluate: (values, context) => {
      try {
        const value = write(run(values, context));
        return typeof value === 'number' ? value : null;
      } catch (error) {
        if (error instanceof FormulaRunError) return 'error';
        throw error;
      }
    },
  };
}

/** A name that no report has, for what a call of the two functions gives. */
const OUTSIDE = '$Summary';

function resolved(path: readonly string[], { typeOf }: SummaryScope, outside: readonly SummaryReference[]): ReferencedField | undefined {
  const reference = referenceOf(path, outside);
  return reference === undefined ? undefined : typeOf(reference.source);
}

function referenceOf(path: readonly string[], outside: readonly SummaryReference[]): SummaryReference | undefined {
  if (path[0] === OUTSIDE) return outside[Number(path[1])];
  const source = summaryOf(path.join('.'));
  return source === undefined ? undefined : { source };
}

/** The tree with each call of PARENTGROUPVAL and PREVGROUPVAL replaced by a name for what it gives. */
function withoutGroupCalls(node: SyntaxNode, scope: SummaryScope, outside: SummaryReference[]): SyntaxNode {
  if (node.kind !== 'call') return node;
  if (node.name === 'PARENTGROUPVAL' || node.name === 'PREVGROUPVAL') {
    const reference = node.name === 'PARENTGROUPVAL' ? parentOf(node, scope) : previousOf(node, scope);
    const index = outside.push(reference) - 1;
    return { kind: 'name', path: [OUTSIDE, String(index)], position: node.position };
  }
  return { ...node, args: node.args.map((arg) => withoutGroupCalls(arg, scope, outside)) };
}

type CallNode = Extract<SyntaxNode, { kind: 'call' }>;

function parentOf(node: CallNode, scope: SummaryScope): SummaryReference {
  const { args } = node;
  if (args.length < 2 || args.length > 3) throw new FormulaError('PARENTGROUPVAL takes a summary and one or two groupings.', node.position);
  const levels = args.slice(1).map((arg) => {
    const name = nameOf(arg, 'PARENTGROUPVAL');
    const whole = WHOLE[name.toUpperCase()];
    if (whole !== undefined) return whole;
    const grouping = scope.groupingOf(name);
    if (grouping === undefined) throw new FormulaError(`The report is not grouped by ${name}.`, arg.position);
    return { [grouping.side]: grouping.depth };
  });
  return { source: summaryArgument(node), parent: Object.assign({}, ...levels) as { down?: number; across?: number } };
}

function previousOf(node: CallNode, scope: SummaryScope): SummaryReference {
  const [, grouping, count] = node.args;
  if (grouping === undefined || node.args.length > 3) {
    throw new FormulaError('PREVGROUPVAL takes a summary, a grouping and perhaps how many groups back.', node.position);
  }
  const name = nameOf(grouping, 'PREVGROUPVAL');
  const found = scope.groupingOf(name);
  if (found === undefined) throw new FormulaError(`The report is not grouped by ${name}.`, grouping.position);
  const back = count === undefined ? 1 : count.kind === 'number' ? Number(count.text) : Number.NaN;
  if (!Number.isInteger(back) || back < 1 || back > MOST_BACK) {
    throw new FormulaError(`PREVGROUPVAL goes 1 to ${String(MOST_BACK)} groups back.`, node.position);
  }
  return { source: summaryArgument(node), previous: { ...found, count: back } };
}

function summaryArgument(node: CallNode): SummarySource {
  const [first] = node.args;
  const source = first === undefined ? undefined : summaryOf(nameOf(first, node.name));
  if (source === undefined) throw new FormulaError(`${node.name} takes a summary, such as RowCount or AMOUNT:SUM.`, node.position);
  return source;
}

function nameOf(node: SyntaxNode, call: string): string {
  if (node.kind === 'name') return node.path.join('.');
  throw new FormulaError(`${call} takes names.`, node.position);
}
