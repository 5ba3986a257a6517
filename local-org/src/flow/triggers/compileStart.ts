import type { FlowStart, ScheduledPath } from '../../metadata/flowStartTypes.ts';
import type { CompiledFlow, CompiledScheduledPath, Exit, Expression, ScheduledRecords, Test } from '../compiledFlow.ts';
import { compileEntryFilters, compileFormulaTest } from '../conditions.ts';
import type { ElementContext } from '../elements/context.ts';
import { RecordFilters } from '../elements/filters.ts';
import { FlowProblem, type FlowProblems } from '../problems.ts';

type CompiledStart = Pick<CompiledFlow, 'entry' | 'start' | 'asyncPaths' | 'scheduledPaths' | 'scheduledRecords'>;

/** What begins a flow: its entry conditions, and where each of its paths leads. */
export function compileStart(context: ElementContext, problems: FlowProblems): CompiledStart {
  const { start } = context.scope.definition;
  problems.within('start', start.line, () => checkKind(start, context));
  const exitOf = (element: string, line: number, target: string | undefined): Exit =>
    problems.within(element, line, () => context.exit(target)) ?? { target: undefined };
  return {
    entry: problems.within('start', start.line, () => compileEntry(start, context)),
    scheduledRecords: problems.within('start', start.line, () => compileScheduledRecords(start, context)),
    start: exitOf('start', start.line, start.connector),
    asyncPaths: start.asyncPaths.map((path) => ({
      name: path.name,
      first: exitOf(`scheduledPaths ${path.name}`, start.line, path.connector),
    })),
    scheduledPaths: start.scheduledPaths.map((path): CompiledScheduledPath => {
      const element = `scheduledPaths ${path.name}`;
      const from = problems.within(element, path.line, () => compileTimeSource(path, context));
      return { name: path.name, timing: path, from, first: exitOf(element, path.line, path.connector) };
    }),
  };
}

/** Events trigger flows of their own kind, and no others. */
function checkKind({ trigger, object: name }: FlowStart, { scope }: ElementContext): void {
  const object = name === undefined ? undefined : scope.world.schema.object(name);
  if (object === undefined || trigger === 'None') return;
  if ((object.kind === 'platformEvent') === (trigger === 'PlatformEvent')) return;
  throw new FlowProblem(
    trigger === 'PlatformEvent'
      ? `${object.name} is not a platform event`
      : `${object.name} is a platform event and needs the trigger type PlatformEvent`,
  );
}

function compileEntry({ trigger, filters, filterFormula }: FlowStart, { scope }: ElementContext): Test | undefined {
  if (filterFormula !== undefined) return compileFormulaTest(filterFormula, scope);
  return filters.filters.length === 0 || trigger === 'Scheduled' ? undefined : compileEntryFilters(filters, scope);
}

function compileScheduledRecords({ trigger, object, filters }: FlowStart, context: ElementContext): ScheduledRecords | undefined {
  if (trigger !== 'Scheduled' || object === undefined) return undefined;
  const { object: type } = context.scope.recordType(object);
  return { object: type, filters: new RecordFilters(filters, type, context) };
}

function compileTimeSource({ recordField }: ScheduledPath, { scope }: ElementContext): Expression | undefined {
  if (recordField === undefined) return undefined;
  const source = scope.resolve(`$Record.${recordField}`);
  if (source.type.kind !== 'value' || (source.type.type !== 'date' && source.type.type !== 'datetime')) {
    throw new FlowProblem(`${recordField} is not a date or a date and time`);
  }
  return source;
}
