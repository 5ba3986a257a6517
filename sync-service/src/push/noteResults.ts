import { isThereAlready } from '../salesforce/errorReactions.ts';
import type { RecordResult } from '../salesforce/replies.ts';
import { parentName, parentsOf, type ParentNeed } from './parents.ts';
import type { PushWork, SaveError } from './pushWork.ts';
import type { SaveTask } from './saveTask.ts';
import type { TaskResult } from './sendCall.ts';

/** Notes on the works what became of their records. @returns the parents that the org has now */
export function noteResults(results: readonly TaskResult[]): readonly ParentNeed[] {
  const present: ParentNeed[] = [];
  const parentErrors = new Map<string, SaveError>();
  for (const { task, result } of results) {
    const { object, key } = task;
    if (object === 'PulseResponse__c' || object === 'PulseReason__c') continue;
    if (isSaved(task, result)) present.push({ object, key });
    else if (!result.success) parentErrors.set(parentName({ object, key }), errorOf(task, result));
  }
  for (const { task, result } of results) if (task.work !== undefined) noteResult(task.work, task, result, parentErrors);
  return present;
}

function noteResult(work: PushWork, task: SaveTask, result: RecordResult, parentErrors: ReadonlyMap<string, SaveError>): void {
  work.open--;
  if (task.object === 'PulseResponse__c') noteResponse(work, task, result);
  else if (isSaved(task, result)) (task.mode === 'delete' ? work.reasonsGone : work.reasonsLeft).delete(task.reason ?? '');
  if (result.success || isSaved(task, result)) return;
  // A missing parent is the cause of whatever its children report; the first error of an answer is the cause of its later ones.
  const parentError = parentsOf(work.answer).flatMap((need) => parentErrors.get(parentName(need)) ?? [])[0];
  work.error ??= parentError ?? errorOf(task, result);
}

function noteResponse(work: PushWork, task: SaveTask, result: RecordResult): void {
  if (result.success) {
    work.counted = task.mode === 'create' || result.created === true ? 'created' : 'updated';
    work.response = 'saved';
  } else if (task.mode === 'create' && isThereAlready(result.code, result.message)) work.response = 'update';
}

/** What keeps a reason in the org when it is to be taken away: people's corrections refer to it. Then it stays. */
const heldByPeople = ['DELETE_FAILED', 'DELETE_REQUIRED_ON_CASCADE', 'DEPENDENCY_EXISTS', 'FIELD_CUSTOM_VALIDATION_EXCEPTION'];

/** A parent or a reason that exists already is as good as one that was created. */
function isSaved(task: SaveTask, result: RecordResult): boolean {
  if (result.success) return true;
  if (task.mode === 'delete') return heldByPeople.includes(result.code);
  return task.mode === 'create' && task.object !== 'PulseResponse__c' && isThereAlready(result.code, result.message);
}

function errorOf(task: SaveTask, result: Exclude<RecordResult, { success: true }>): SaveError {
  return { object: task.object, code: result.code, message: result.message };
}
