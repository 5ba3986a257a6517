import type { SalesforceClient } from '../salesforce/client.ts';
import { sendComposite } from '../salesforce/composite.ts';
import { reactionToRequest } from '../salesforce/errorReactions.ts';
import { OrgUnavailable, RequestRefused } from '../salesforce/errors.ts';
import type { RecordResult } from '../salesforce/replies.ts';
import { CallBuilder, type CallPlan } from './callPlan.ts';
import { asCollection, asDeletion, type SaveTask } from './saveTask.ts';

/** What became of one record of a call. */
export interface TaskResult {
  readonly task: SaveTask;
  readonly result: RecordResult;
}

/** Sends one call; one that is too big is halved until it fits. @throws OrgUnavailable */
export async function sendCall(
  client: SalesforceClient,
  plan: CallPlan,
  size: number,
  signal?: AbortSignal,
): Promise<readonly TaskResult[]> {
  try {
    const options = signal === undefined ? {} : { signal };
    const { saved, deleted } = await sendComposite(client, plan.collections.map(asCollection), plan.deletions.map(asDeletion), options);
    return [
      ...plan.collections.flatMap((tasks, index) => tasks.map((task, place) => ({ task, result: saved[index]?.[place] ?? noAnswer }))),
      ...plan.deletions.map((task, index) => ({ task, result: deleted[index] ?? noAnswer })),
    ];
  } catch (thrown) {
    if (!(thrown instanceof RequestRefused)) throw thrown;
    if (reactionToRequest(thrown.status, thrown.code, thrown.message) !== 'bisect')
      throw new OrgUnavailable(`The org refuses the service's requests (${thrown.message}).`, { cause: thrown });
    return sendHalves(client, [...plan.collections.flat(), ...plan.deletions], size, thrown, signal);
  }
}

async function sendHalves(
  client: SalesforceClient,
  tasks: readonly SaveTask[],
  size: number,
  refusal: RequestRefused,
  signal: AbortSignal | undefined,
): Promise<readonly TaskResult[]> {
  if (tasks.length <= 1)
    return tasks.map((task) => ({ task, result: { success: false, code: 'STRING_TOO_LONG', message: refusal.message } }));
  const middle = Math.ceil(tasks.length / 2);
  const results: TaskResult[] = [];
  for (const half of [tasks.slice(0, middle), tasks.slice(middle)]) {
    const builder = new CallBuilder(size);
    for (const task of half) builder.add(task);
    results.push(...(await sendCall(client, builder.plan(), size, signal)));
  }
  return results;
}

const noAnswer: RecordResult = { success: false, code: 'UNKNOWN_EXCEPTION', message: 'no answer for this record' };
