import type { FieldValues, SObjectType } from '../../schema/types.ts';
import type { SaveResult } from '../../save/types.ts';
import type { CompiledElement } from '../compiledFlow.ts';
import type { FlowRun } from '../flowRun.ts';
import { FlowProblem } from '../problems.ts';
import { fieldOf } from '../recordPaths.ts';
import type { CompileElement } from './context.ts';
import { compileCreateInput, rowToCreate } from './createInput.ts';
import { compileMatchingCreate } from './matchingCreate.ts';
import { saveForAll, saveWhole, type Wanted } from './savedRecords.ts';

/** Create Records, also as upsert. */
export const compileRecordCreate: CompileElement<'recordCreates'> = (element, context) => {
  if (element.matching !== undefined) return compileMatchingCreate(element, element.matching, context);
  const input = compileCreateInput(element, context);
  const upsertField = element.upsertField === undefined ? undefined : upsertFieldOf(input.object, element.upsertField);
  const exit = context.exit(element.connector);
  const save = (rows: readonly FieldValues[], run: FlowRun, allOrNone: boolean): readonly SaveResult[] => {
    const options = { user: run.user, allOrNone };
    return upsertField === undefined
      ? run.services.records.insert(input.object.name, rows, options)
      : run.services.records.upsert(input.object.name, upsertField, rows, options);
  };
  const compiled: CompiledElement = {
    name: element.name,
    needs: input.needs,
    rank: 0,
    fault: context.exit(element.faultConnector),
    runGroup: (interviews, run) => {
      const records = run.prepare(interviews, compiled, (interview) => input.records(interview));
      const wanted = [...records].flatMap(([interview, list]) =>
        list.map((record): Wanted<FieldValues> => ({
          interview,
          row: rowToCreate(record, upsertField),
          saved: (id) => {
            record.fields['Id'] = id;
            input.created(interview, id);
          },
        })),
      );
      const step = { element: compiled, exit, run, doing: 'create records' };
      saveForAll(wanted, records.keys(), step, (rows) =>
        element.upsertAllOrNone ? saveWhole(wanted, run, (some, whole) => save(some, run, whole)) : save(rows, run, false),
      );
    },
  };
  return compiled;
};

function upsertFieldOf(object: SObjectType, name: string): string {
  const field = fieldOf(object, name);
  if (field.name !== 'Id' && !field.externalId)
    throw new FlowProblem(`The field "${field.name}" for the object "${object.name}" isn't an external ID.`);
  return field.name;
}
