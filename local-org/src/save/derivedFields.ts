import type { FieldValues } from '../schema/types.ts';
import type { SaveBatch, SaveContext } from './saveContext.ts';

/** Picklist values of standard objects that the platform counts as closed in a fresh org. */
const closedStatus: Readonly<Record<string, readonly string[]>> = {
  Case: ['Closed'],
  Task: ['Completed'],
};

const opportunityStages: Readonly<Record<string, { won: boolean; probability: number }>> = {
  'Closed Won': { won: true, probability: 100 },
  'Closed Lost': { won: false, probability: 0 },
};

const longestNickname = 40;

/**
 * Fields of standard objects that the platform works out from others: whether a
 * case, task or opportunity is closed, the account that a task belongs to, the nickname of a user.
 */
export function deriveFields(context: SaveContext, batch: SaveBatch, values: FieldValues): void {
  const { name, fields } = batch.plan.object;
  const closed = closedStatus[name];
  if (closed !== undefined) setClosed(values, closed.includes(String(values['Status'])), batch.now, fields.has('closeddate'));
  if (name === 'Task') deriveTask(context, values);
  if (name === 'Opportunity') deriveOpportunity(values);
  if (name === 'User') values['CommunityNickname'] ??= String(values['Username']).slice(0, longestNickname);
}

function setClosed(values: FieldValues, isClosed: boolean, now: number, hasDate: boolean): void {
  if ('IsClosed' in values) values['IsClosed'] = isClosed;
  if (hasDate && 'ClosedDate' in values) values['ClosedDate'] = isClosed ? (values['ClosedDate'] ?? now) : null;
}

function deriveOpportunity(values: FieldValues): void {
  const stage = opportunityStages[String(values['StageName'])];
  if ('IsClosed' in values) values['IsClosed'] = stage !== undefined;
  if ('IsWon' in values) values['IsWon'] = stage?.won === true;
  if (stage !== undefined && 'Probability' in values) values['Probability'] = stage.probability;
}

/** A task's account: that of WhatId, else that of the contact in WhoId. */
function deriveTask(context: SaveContext, values: FieldValues): void {
  if (!('AccountId' in values)) return;
  values['AccountId'] = accountOf(context, values['WhatId']) ?? accountOf(context, values['WhoId']) ?? null;
}

function accountOf(context: SaveContext, id: unknown): string | undefined {
  if (typeof id !== 'string') return undefined;
  const object = context.schema.objectOfId(id);
  if (object === undefined) return undefined;
  if (object.name === 'Account') return id;
  if (!object.fields.has('accountid')) return undefined;
  const accountId = context.store.read(object, [id]).get(id)?.['AccountId'];
  return typeof accountId === 'string' ? accountId : undefined;
}
