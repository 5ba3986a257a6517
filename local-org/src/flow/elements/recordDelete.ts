import type { RecordDeleteElement } from '../../metadata/flowTypes.ts';
import type { SaveError, SaveResult } from '../../save/types.ts';
import type { SObjectType } from '../../schema/types.ts';
import type { CompiledElement } from '../compiledFlow.ts';
import { asRecords } from '../data.ts';
import type { FlowRun } from '../flowRun.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import type { CompileElement, ElementContext } from './context.ts';
import { RecordFilters } from './filters.ts';
import { recordsOf } from './recordInput.ts';
import { queryForAll } from './recordQuery.ts';
import { recordFilters, relatedRecords } from './relatedRecords.ts';
import { saveForAll, type Wanted } from './savedRecords.ts';

/** Delete Records. */
export const compileRecordDelete: CompileElement<'recordDeletes'> = (element, context) => {
  const input = inputOf(element, context);
  const exit = context.exit(element.connector);
  const compiled: CompiledElement = {
    name: element.name,
    needs: input.needs,
    rank: 0,
    fault: context.exit(element.faultConnector),
    runGroup: (interviews, run) => {
      const ids = input.ids(interviews, compiled, run);
      const wanted = [...ids].flatMap(([interview, list]) => list.map((row): Wanted<string> => ({ interview, row })));
      // All or nothing, unlike Create and Update Records (release notes of Spring '20, "Save Successful Record Changes in a Batch").
      const options = { user: run.user, allOrNone: true };
      saveForAll(wanted, ids.keys(), { element: compiled, exit, run, doing: 'delete records' }, (rows) => {
        // Two interviews may delete the same record: it is deleted once, and both are told so.
        const distinct = [...new Set(rows)];
        const results = run.services.records.delete(input.object.name, distinct, options);
        const byId = new Map(distinct.map((id, index) => [id, results[index]]));
        return toldWhy(rows.map((id) => byId.get(id) ?? { success: false, errors: [] }));
      });
    },
  };
  return compiled;
};

function inputOf(element: RecordDeleteElement, context: ElementContext): DeleteInput {
  const related = relatedRecords(element.inputReference, element.filters, context);
  if (related !== undefined) return byFilter({ ...element, ...related }, context);
  return element.inputReference === undefined ? byFilter(element, context) : byReference(element.inputReference, element, context);
}

/** Records that were kept because of others are told what was wrong with those. */
function toldWhy(results: readonly SaveResult[]): readonly SaveResult[] {
  const isOwn = ({ statusCode }: SaveError): boolean => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK';
  const errors = results.flatMap((result) => (result.success ? [] : result.errors.filter(isOwn)));
  return results.map((result) => (result.success || result.errors.some(isOwn) ? result : { ...result, errors }));
}

interface DeleteInput {
  readonly object: SObjectType;
  readonly needs: CompiledElement['needs'];
  ids(interviews: readonly Interview[], element: CompiledElement, run: FlowRun): Map<Interview, readonly string[]>;
}

function byReference(reference: string, element: RecordDeleteElement, context: ElementContext): DeleteInput {
  const { object, expression } = recordsOf(reference, context);
  const test = recordFilters(element.filters, context);
  if (test !== undefined && reference.toLowerCase() !== '$record')
    throw new FlowProblem("Delete Records can't use both inputReference and filters.");
  const idsOf = (interview: Interview): readonly string[] =>
    test?.holds(interview) === false ? [] : asRecords(expression.evaluate(interview)).map((record) => record.id ?? '');
  return {
    object,
    needs: [...expression.needs, ...(test?.needs ?? [])],
    ids: (interviews, compiled, run) => run.prepare(interviews, compiled, idsOf),
  };
}

function byFilter(element: RecordDeleteElement, context: ElementContext): DeleteInput {
  const { object } = context.scope.recordType(element.object ?? '');
  const filters = new RecordFilters(element.filters, object, context);
  const query = { object, filters, fields: () => [], orderBy: undefined };
  return {
    object,
    needs: filters.needs,
    ids: (interviews, compiled, run) => {
      const found = queryForAll(query, interviews, compiled, run, () => undefined);
      return new Map([...found].map(([interview, records]) => [interview, records.map((record) => record.id ?? '')]));
    },
  };
}
