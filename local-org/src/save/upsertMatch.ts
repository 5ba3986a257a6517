import type { Field, FieldValue, SObjectType } from '../schema/types.ts';
import { normalisedKey } from '../storage/recordStore.ts';
import { storedForm } from './fieldValues.ts';
import type { SaveInput } from './prepareRows.ts';
import type { SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import type { SaveError } from './types.ts';

/** Records of an upsert whose external id is missing, or was named before in the same request. */
export function refuseRepeated(field: Field, inputs: readonly SaveInput[]): SaveInput[] {
  const seen = new Set<string>();
  return inputs.map((input) => {
    const value = externalId(field, input);
    if (value === null) return field.name === 'Id' ? input : refused(input, saveErrors.externalIdMissing(field.name));
    const key = normalisedKey(field, value);
    if (seen.has(key)) return refused(input, saveErrors.duplicateExternalId(String(value)));
    seen.add(key);
    return input;
  });
}

/** Which records of a batch exist: those become updates, the others are created. */
export function matchExternalIds(
  context: SaveContext,
  object: SObjectType,
  field: Field,
  inputs: readonly SaveInput[],
): { readonly toInsert: readonly SaveInput[]; readonly toUpdate: readonly SaveInput[] } {
  const toInsert: SaveInput[] = [];
  const toUpdate: SaveInput[] = [];
  const found = field.name === 'Id' ? new Map<string, string[]>() : context.store.findBy(object, field, externalIds(field, inputs));
  for (const input of inputs) {
    const value = externalId(field, input);
    const ids = field.name === 'Id' ? idsGiven(value) : (found.get(normalisedKey(field, value)) ?? []);
    const [id] = ids;
    if (id === undefined) toInsert.push(input);
    else
      toUpdate.push(
        ids.length > 1 ? refused(input, saveErrors.ambiguousExternalId(field.name, String(value), ids.length)) : asUpdate(field, input, id),
      );
  }
  return { toInsert, toUpdate };
}

function idsGiven(value: FieldValue): string[] {
  return typeof value === 'string' ? [value] : [];
}

function externalIds(field: Field, inputs: readonly SaveInput[]): FieldValue[] {
  return inputs.flatMap((input) => externalId(field, input) ?? []);
}

/** As it will be stored: with white space around it, it still names the record that it made. */
function externalId(field: Field, input: SaveInput): FieldValue {
  return storedForm(field, input.values[field.name] ?? null);
}

/** The external id found the record, so it is not a change of it. */
function asUpdate(field: Field, input: SaveInput, id: string): SaveInput {
  const { [field.name]: _matched, ...others } = input.values;
  return { ...input, values: { ...others, Id: id } };
}

function refused(input: SaveInput, error: SaveError): SaveInput {
  return { ...input, errors: [...(input.errors ?? []), error] };
}
