import { randomUUID } from 'node:crypto';
import type { FieldValues, PicklistValue } from '../schema/types.ts';
import type { SaveBatch, SaveContext } from './saveContext.ts';
import type { SaveRow } from './saveRow.ts';

const longestNickname = 40;

type Derive = (context: SaveContext, batch: SaveBatch, row: SaveRow) => void;

/** Objects some of whose fields the platform works out from others when a record is saved. */
const derivations: Readonly<Record<string, Derive>> = {
  Case: (_context, batch, row) => {
    closeCase(batch, row);
  },
  Task: (context, batch, row) => {
    setAccount(context, row.values);
    row.values['CompletedDateTime'] = isClosed(batch, row) ? (row.values['CompletedDateTime'] ?? batch.now) : null;
  },
  Event: (context, _batch, row) => {
    setAccount(context, row.values);
    setEventTimes(row.values);
  },
  Opportunity: (_context, batch, row) => {
    followStage(batch, row);
  },
  OpportunityLineItem: (context, _batch, row) => {
    followPriceBook(context, row);
  },
  User: (_context, _batch, { values }) => {
    values['CommunityNickname'] ??= String(values['Username']).slice(0, longestNickname);
  },
};

/**
 * Fields that the platform works out from others: when a case was closed, what
 * a stage means for an opportunity, the account that an activity belongs to,
 * the nickname of a user, who owns a custom setting, the number of an event.
 */
export function deriveFields(context: SaveContext, batch: SaveBatch, row: SaveRow): void {
  const { object } = batch.plan;
  derivations[object.name]?.(context, batch, row);
  // A row of a custom setting that says nothing else is the org's own.
  if (object.kind === 'customSetting') row.values['SetupOwnerId'] ??= context.organizationId;
  if (object.kind === 'platformEvent') row.values['EventUuid'] ??= randomUUID();
}

/** What the value set says of the value that a picklist has. */
function choiceOf(batch: SaveBatch, row: SaveRow, fieldName: string): PicklistValue | undefined {
  const value = row.values[fieldName];
  return batch.plan.object.fields.get(fieldName.toLowerCase())?.picklist?.values.find((choice) => choice.value === value);
}

function isClosed(batch: SaveBatch, row: SaveRow): boolean {
  return choiceOf(batch, row, 'Status')?.closed === true;
}

function closeCase(batch: SaveBatch, row: SaveRow): void {
  const closed = isClosed(batch, row);
  row.values['ClosedDate'] = closed ? (row.values['ClosedDate'] ?? batch.now) : null;
  if (row.prior === undefined) row.values['IsClosedOnCreate'] = closed;
}

const forecastNames: Readonly<Record<string, string>> = { BestCase: 'Best Case', MostLikely: 'Most Likely', Forecast: 'Commit' };

/** A new stage brings its probability and forecast category, unless the same request gives others. */
function followStage(batch: SaveBatch, row: SaveRow): void {
  if (!row.changes('StageName')) return;
  if (row.prior !== undefined) row.values['LastStageChangeDate'] = batch.now;
  const stage = choiceOf(batch, row, 'StageName');
  if (stage === undefined) return;
  const keeps = (name: string): boolean => isGiven(row, name) && row.values[name] !== null;
  if (!keeps('Probability') && stage.probability !== undefined) row.values['Probability'] = stage.probability;
  const category = stage.forecastCategory;
  if (!keeps('ForecastCategoryName') && category !== undefined) row.values['ForecastCategoryName'] = forecastNames[category] ?? category;
}

function isGiven(row: SaveRow, name: string): boolean {
  const wanted = name.toLowerCase();
  return [...row.given].some((given) => given.toLowerCase() === wanted);
}

/** Product, list price and sales price come from the price book entry; the total from quantity, price and discount. */
function followPriceBook(context: SaveContext, row: SaveRow): void {
  const { values } = row;
  const entry = recordOf(context, 'PricebookEntry', values['PricebookEntryId']);
  if (entry !== undefined) {
    values['Product2Id'] = entry['Product2Id'] ?? null;
    values['ListPrice'] = entry['UnitPrice'] ?? null;
    if (values['UnitPrice'] === null && values['TotalPrice'] === null) values['UnitPrice'] = entry['UnitPrice'] ?? null;
    const product = recordOf(context, 'Product2', values['Product2Id']);
    values['ProductCode'] = product?.['ProductCode'] ?? null;
    values['Name'] = [recordOf(context, 'Opportunity', values['OpportunityId'])?.['Name'], product?.['Name']].filter(Boolean).join(' ');
  }
  const [quantity, price] = [Number(values['Quantity'] ?? 0), values['UnitPrice']];
  if (price === null && quantity !== 0) values['UnitPrice'] = Number(values['TotalPrice'] ?? 0) / quantity;
  values['Subtotal'] = Number(values['UnitPrice'] ?? 0) * quantity;
  if (price !== null) values['TotalPrice'] = values['Subtotal'] * (1 - Number(values['Discount'] ?? 0) / 100);
}

function recordOf({ schema, store }: SaveContext, objectName: string, id: unknown): FieldValues | undefined {
  const object = schema.object(objectName);
  return object === undefined || typeof id !== 'string' ? undefined : store.read(object, [id]).get(id);
}

const minute = 60_000;

/** An event's end follows from its length, and its length from its end. */
function setEventTimes(values: FieldValues): void {
  const start = values['StartDateTime'] ?? values['ActivityDateTime'] ?? null;
  if (typeof start !== 'number') return;
  values['StartDateTime'] = start;
  values['ActivityDateTime'] = start;
  const [end, duration] = [values['EndDateTime'], values['DurationInMinutes']];
  if (typeof end !== 'number' && typeof duration === 'number') values['EndDateTime'] = start + duration * minute;
  else if (typeof end === 'number') values['DurationInMinutes'] = Math.round((end - start) / minute);
  values['ActivityDate'] ??= new Date(start).toISOString().slice(0, 10);
}

/** The account of WhatId, else that of the contact in WhoId. */
function setAccount(context: SaveContext, values: FieldValues): void {
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
