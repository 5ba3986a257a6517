import type { SalesforceClient } from '../salesforce/client.ts';
import { saveCollections } from '../salesforce/composite.ts';
import { reactionTo, reactionToStatus } from '../salesforce/errorReactions.ts';
import { OrgUnavailable, RequestRefused } from '../salesforce/errors.ts';
import type { RecordResult } from '../salesforce/replies.ts';
import type { ParentObject, Store } from '../store/store.ts';
import { keepNewerInOrg } from './newerInOrg.ts';
import { parentsOf, parentTasks } from './parents.ts';
import type { PushWork, SaveError } from './pushWork.ts';
import { asCollection, packCalls, type SaveTask } from './saveTask.ts';
import { changedResponseRecord, newResponseRecord, reasonRecord } from './wireRecords.ts';

/** What a pass needs and tells. */
export interface PassContext {
  readonly client: SalesforceClient;
  readonly store: Store;
  /** Called after each API call with the work that has no record left to be answered. */
  settled(works: readonly PushWork[]): Promise<void>;
}

/** Sends everything the works still lack, once: missing parents, then answers, then reasons. Errors are noted on the works. */
export async function pushPass(context: PassContext, works: readonly PushWork[]): Promise<void> {
  await keepNewerInOrg(context.client, works);
  const size = Math.min(...works.map((work) => work.collectionSize));
  const tasks = [
    ...(await parentTasks(
      context.store,
      works.map((work) => work.answer),
    )),
    ...answerTasks(works),
    ...reasonTasks(works),
  ];
  const parentErrors = new Map<string, SaveError>();
  for (const work of works) {
    work.error = undefined;
    work.open = 0;
  }
  for (const { work } of tasks) if (work !== undefined) work.open++;
  const nothingToSend = works.filter((work) => work.open === 0);
  if (nothingToSend.length > 0) await context.settled(nothingToSend);
  for (const call of packCalls(tasks, size)) {
    const results = await sendCall(context.client, call);
    await noteParents(context.store, results, parentErrors);
    for (const { task, result } of results) if (task.work !== undefined) noteResult(task.work, task, result, parentErrors);
    const touched = new Set(results.flatMap(({ task }) => task.work ?? []));
    const done = [...touched].filter((work) => work.open === 0);
    if (done.length > 0) await context.settled(done);
  }
}

interface TaskResult {
  readonly task: SaveTask;
  readonly result: RecordResult;
}

function answerTasks(works: readonly PushWork[]): SaveTask[] {
  const tasks = (mode: 'create' | 'update'): SaveTask[] =>
    works
      .filter((work) => work.response === mode)
      .map((work) => ({
        object: 'PulseResponse__c',
        key: work.answer.externalId,
        mode,
        record: mode === 'create' ? newResponseRecord(work.answer) : changedResponseRecord(work.answer),
        work,
      }));
  return [...tasks('create'), ...tasks('update')];
}

function reasonTasks(works: readonly PushWork[]): SaveTask[] {
  return works.flatMap((work) =>
    [...work.reasonsLeft].map((reason): SaveTask => {
      const { externalId } = work.answer;
      return { object: 'PulseReason__c', key: reason, mode: 'create', record: reasonRecord(externalId, reason), work };
    }),
  );
}

/** Sends one call; one that is too big is halved until it fits. */
async function sendCall(client: SalesforceClient, call: readonly (readonly SaveTask[])[]): Promise<readonly TaskResult[]> {
  try {
    const results = await saveCollections(client, call.map(asCollection));
    return call.flatMap((tasks, index) => tasks.flatMap((task, place) => ({ task, result: results[index]?.[place] ?? noAnswer })));
  } catch (thrown) {
    if (!(thrown instanceof RequestRefused)) throw thrown;
    const byCode = reactionTo(thrown.code, thrown.message);
    const reaction = byCode === 'unknown' ? reactionToStatus(thrown.status) : byCode;
    if (reaction !== 'bisect') throw new OrgUnavailable(`The org refuses the service's requests (${thrown.message}).`, { cause: thrown });
    const tasks = call.flat();
    if (tasks.length <= 1)
      return tasks.map((task) => ({ task, result: { success: false, code: 'STRING_TOO_LONG', message: thrown.message } }));
    const halves = [tasks.slice(0, Math.ceil(tasks.length / 2)), tasks.slice(Math.ceil(tasks.length / 2))];
    const results: TaskResult[] = [];
    for (const half of halves) for (const part of packCalls(half, half.length)) results.push(...(await sendCall(client, part)));
    return results;
  }
}

const noAnswer: RecordResult = { success: false, code: 'UNKNOWN_EXCEPTION', message: 'no answer for this record' };

/** A parent that exists already is as good as one that was created. */
function saved(task: SaveTask, result: RecordResult): boolean {
  return result.success || (task.mode === 'create' && task.object !== 'PulseResponse__c' && result.code === 'DUPLICATE_VALUE');
}

async function noteParents(store: Store, results: readonly TaskResult[], errors: Map<string, SaveError>): Promise<void> {
  const present = new Map<ParentObject, string[]>();
  for (const { task, result } of results) {
    if (task.object === 'PulseResponse__c' || task.object === 'PulseReason__c') continue;
    if (saved(task, result)) present.set(task.object, [...(present.get(task.object) ?? []), task.key]);
    else if (!result.success) errors.set(`${task.object} ${task.key}`, errorOf(task, result));
  }
  for (const [object, keys] of present) await store.rememberParents(object, keys);
}

function noteResult(work: PushWork, task: SaveTask, result: RecordResult, parentErrors: ReadonlyMap<string, SaveError>): void {
  work.open--;
  if (task.object === 'PulseResponse__c') {
    if (result.success) {
      work.counted = task.mode === 'create' || result.created === true ? 'created' : 'updated';
      work.response = 'saved';
    } else if (task.mode === 'create' && result.code === 'DUPLICATE_VALUE') {
      work.response = 'update';
    }
  } else if (saved(task, result)) {
    work.reasonsLeft.delete(task.key);
  }
  if (saved(task, result) || result.success) return;
  // A missing parent is the cause of whatever its children report; the first error of an answer is the cause of its later ones.
  const parentError = parentsOf(work.answer).flatMap(({ object, key }) => parentErrors.get(`${object} ${key}`) ?? [])[0];
  work.error ??= parentError ?? errorOf(task, result);
}

function errorOf(task: SaveTask, result: Exclude<RecordResult, { success: true }>): SaveError {
  return { object: task.object, code: result.code, message: result.message };
}
