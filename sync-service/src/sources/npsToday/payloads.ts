import { z } from 'zod';

/**
 * A response as API and notification give it, flattened: names in small letters. The documentation shows names in PascalCase
 * (https://docs.nps.today/guides/npsnotifications), the API answers in camelCase.
 */
export type Fields = ReadonlyMap<string, unknown>;

const object = z.record(z.string(), z.unknown());

/** Parts of a response whose members are read like its own. */
const nested = ['response', 'respondent', 'campaignmember', 'campaign'];

/** All fields of a response, those of its parts as `respondent.email`, too. @returns undefined when it is no object */
export function fieldsOf(json: unknown): Fields | undefined {
  const parsed = object.safeParse(json);
  if (!parsed.success) return undefined;
  const own = Object.entries(parsed.data).map(([name, value]): [string, unknown] => [name.toLowerCase(), value]);
  const inner = own.flatMap(([name, value]) => {
    const part = nested.includes(name) ? object.safeParse(value) : undefined;
    return part?.success ? Object.entries(part.data).map(([key, said]): [string, unknown] => [`${name}.${key.toLowerCase()}`, said]) : [];
  });
  return new Map([...own, ...inner]);
}

/** The first of the named fields that says something, as text. */
export function textIn(fields: Fields, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields.get(name.toLowerCase());
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return undefined;
}

/** The response's own id. */
export function idIn(fields: Fields): string | undefined {
  return textIn(fields, 'ResponseId', 'Response.Id', 'Id');
}

/** The list of responses: bare, or in an envelope. */
export const listed = z.union([z.array(z.unknown()), z.looseObject({ data: z.array(z.unknown()) }).transform(({ data }) => data)]);
