import { readError } from './readError.ts';

/** What the org said against a record: beside fields, and as a whole. */
export interface SaveErrors {
  readonly fields: Readonly<Record<string, string>>;
  readonly page: readonly string[];
}

interface Fault {
  readonly message?: unknown;
}

/** Reads the error of `createRecord`, `updateRecord` or `deleteRecord`, in the rules' own words. */
export function saveErrors(error: unknown): SaveErrors {
  const output = objectAt(objectAt(error, 'body'), 'output');
  const fieldErrors = Object.entries(objectAt(output, 'fieldErrors') ?? {});
  const fields = Object.fromEntries(fieldErrors.map(([name, faults]) => [name, messagesOf(faults).join(' ')]));
  const page = messagesOf(objectAt(output, 'errors'));
  return page.length + fieldErrors.length > 0 ? { fields, page } : { fields: {}, page: [readError(error)] };
}

function messagesOf(faults: unknown): readonly string[] {
  const list: readonly Fault[] = Array.isArray(faults) ? (faults as readonly Fault[]) : [];
  return [...new Set(list.flatMap(({ message }) => (typeof message === 'string' ? [message] : [])))];
}

function objectAt(value: unknown, name: string): object | undefined {
  const inner: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof inner === 'object' && inner !== null ? inner : undefined;
}
