import { isJsonObject, type ApiResponse } from '../apiMessages.ts';

/** A subrequest names what an earlier one did not answer. */
export class MissingReference extends Error {}

/** What earlier subrequests answered, by their reference ids. */
type Answers = ReadonlyMap<string, ApiResponse>;

const reference = /@\{([^}]+)\}/gu;
const onlyReference = /^@\{([^}]+)\}$/u;

/** A body with every `@{referenceId.field}` replaced by what that subrequest answered. */
export function withReferences(value: unknown, answers: Answers): unknown {
  if (typeof value === 'string') return inText(value, answers);
  if (Array.isArray(value)) return value.map((item: unknown) => withReferences(item, answers));
  if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withReferences(item, answers)]));
  return value;
}

/**
 * An address with its references replaced. A value stays within its part of the
 * address, whatever characters it has; an address of the API stays an address.
 */
export function withReferencesInUrl(url: string, answers: Answers): string {
  return url.replace(reference, (_matched, path: string) => {
    const text = String(lookUp(path, answers));
    return text.startsWith('/services/data/') ? text : encodeURIComponent(text.toWellFormed());
  });
}

/** The reference ids that a body or an address names. */
export function referencesIn(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(reference)].map(([, path = '']) => stepsOf(path)[0] ?? '');
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  return isJsonObject(value) ? Object.values(value).flatMap(referencesIn) : [];
}

function inText(text: string, answers: Answers): unknown {
  if (!text.includes('@{')) return text;
  // A value that is only a reference keeps its type.
  const [, only] = onlyReference.exec(text) ?? [];
  if (only !== undefined) return lookUp(only, answers);
  return text.replace(reference, (_matched, path: string) => String(lookUp(path, answers)));
}

/** `ref.records[0].Owner.Name` -> its steps. */
function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/u).filter((step) => step !== '');
}

function lookUp(path: string, answers: Answers): unknown {
  const [referenceId = '', ...steps] = stepsOf(path);
  const response = answers.get(referenceId);
  let value: unknown = response !== undefined && response.status < 400 ? response.body : undefined;
  for (const step of steps) value = stepInto(value, step);
  if (value === undefined || value === null) {
    throw new MissingReference(`Invalid reference specified. No value for ${path} found in ${referenceId}`);
  }
  return value;
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return /^\d+$/u.test(step) ? value[Number(step)] : undefined;
  if (!isJsonObject(value)) return undefined;
  if (Object.hasOwn(value, step)) return value[step];
  // `@{ref.Id}` and `@{ref.id}` name the same thing.
  const name = Object.keys(value).find((key) => key.toLowerCase() === step.toLowerCase());
  return name === undefined ? undefined : value[name];
}
