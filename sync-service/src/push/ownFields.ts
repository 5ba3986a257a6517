import { z } from 'zod';
import type { Answer, AnswerField, ExtraValue } from '../answer.ts';
import type { SalesforceClient } from '../salesforce/client.ts';
import type { WireRecord } from '../salesforce/composite.ts';
import { RequestRefused } from '../salesforce/errors.ts';
import type { FieldMapping } from './settings.ts';

const describeReply = z.object({
  fields: z.array(z.object({ name: z.string(), type: z.string(), createable: z.boolean(), updateable: z.boolean() })),
});

/** A field of an object as the service's user sees it. */
type DescribedField = z.output<typeof describeReply>['fields'][number];

/** A mapping whose field the org has, with the type of its values. */
interface ReadyField extends FieldMapping {
  readonly type: string;
}

/** Which of the customer's own fields can be filled, and what stands in the way of the others. */
export interface FieldCheck {
  readonly ready: readonly ReadyField[];
  /** Answers with a value for one of these wait. */
  readonly blocked: readonly FieldMapping[];
  /** In words, one for each field that cannot be filled, optional ones too. */
  readonly problems: readonly string[];
}

export const nothingMapped: FieldCheck = { ready: [], blocked: [], problems: [] };

/**
 * Compares the mappings with the org. One API call, none without mappings.
 * @throws OrgUnavailable when the org cannot be asked
 */
export async function checkFields(client: SalesforceClient, mappings: readonly FieldMapping[]): Promise<FieldCheck> {
  if (mappings.length === 0) return nothingMapped;
  const fields = await describedFields(client);
  const ready: ReadyField[] = [];
  const blocked: FieldMapping[] = [];
  const problems: string[] = [];
  for (const mapping of mappings) {
    const field = fields.get(mapping.to.toLowerCase());
    const problem = problemWith(field);
    if (field !== undefined && problem === undefined) ready.push({ ...mapping, to: field.name, type: field.type });
    else {
      problems.push(`PulseResponse__c.${mapping.to} ${problem ?? ''}${mapping.optional ? ' (optional: answers go without it)' : ''}`);
      if (!mapping.optional) blocked.push(mapping);
    }
  }
  return { ready, blocked, problems };
}

async function describedFields(client: SalesforceClient): Promise<ReadonlyMap<string, DescribedField>> {
  try {
    const body = await client.request('GET', client.path('/sobjects/PulseResponse__c/describe'), undefined, { kind: 'describe' });
    const { fields } = describeReply.parse(body);
    return new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  } catch (thrown) {
    if (thrown instanceof RequestRefused) return new Map();
    throw thrown;
  }
}

function problemWith(field: DescribedField | undefined): string | undefined {
  if (field === undefined) return 'is not there, or the user may not see it: create it, or give the user a permission set that has it';
  if (field.createable && field.updateable) return undefined;
  return 'may not be written by the user: give the user edit access to it (or it is a formula)';
}

/** The values of the customer's own fields of an answer; a field the answer says nothing about is left out. */
export function ownValues(ready: readonly ReadyField[], answer: Answer): WireRecord {
  return Object.fromEntries(
    ready.flatMap((field) => {
      const value = valueOf(field, answer);
      return value === undefined ? [] : [[field.to, asTyped(value, field.type)]];
    }),
  );
}

/** The first of the customer's fields that this answer has a value for and the org cannot take. */
export function blockedField(blocked: readonly FieldMapping[], answer: Answer): FieldMapping | undefined {
  return blocked.find((mapping) => {
    const value = valueOf(mapping, answer);
    return value !== undefined && value !== null;
  });
}

function valueOf({ from }: FieldMapping, answer: Answer): ExtraValue | undefined {
  if (from.startsWith('extra.')) return answer.extra?.[from.slice('extra.'.length)];
  switch (from as AnswerField | 'do_not_contact') {
    case 'response_id':
      return answer.responseId;
    case 'source':
      return answer.source;
    case 'responded_at':
      return answer.respondedAt;
    case 'updated_at':
      return answer.updatedAt;
    case 'rating':
      return answer.rating;
    case 'reasons':
      return answer.reasons?.join(';');
    case 'do_not_contact':
      return answer.doNotContact;
    default:
      return textOf(answer, from);
  }
}

function textOf(answer: Answer, field: string): string | null | undefined {
  const texts: Readonly<Partial<Record<string, string | null>>> = answer.text;
  return texts[field];
}

/** A value in the form the field's type takes; what cannot be brought into it is sent as it is, and the org says what is wrong. */
function asTyped(value: ExtraValue, type: string): ExtraValue {
  // A checkbox knows no blank.
  if (value === null) return type === 'boolean' ? false : null;
  switch (type) {
    case 'double':
    case 'int':
    case 'currency':
    case 'percent':
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
    case 'boolean':
      return typeof value === 'string' && /^(true|false|yes|no|1|0)$/i.test(value) ? /^(true|yes|1)$/i.test(value) : value;
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? value.slice(0, 10) : value;
    default:
      return typeof value === 'string' || type === 'datetime' ? value : String(value);
  }
}
