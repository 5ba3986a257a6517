import { isJsonObject, type ApiResponse } from '../apiMessages.ts';

/** A subrequest names what an earlier one did not answer. */
export class MissingReference extends Error {}

const reference = /@\{([^}]+)\}/gu;

/** A url or body with every `@{referenceId.field}` replaced by what that subrequest answered. */
export function withReferences(value: string, answers: ReadonlyMap<string, ApiResponse>): string;
export function withReferences(value: unknown, answers: ReadonlyMap<string, ApiResponse>): unknown;
export function withReferences(value: unknown, answers: ReadonlyMap<string, ApiResponse>): unknown {
  if (typeof value === 'string') return inText(value, answers);
  if (Array.isArray(value)) return value.map((item: unknown) => withReferences(item, answers));
  if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withReferences(item, answers)]));
  return value;
}

function inText(text: string, answers: ReadonlyMap<string, ApiResponse>): unknown {
  if (!text.includes('@{')) return text;
  const [whole] = text.matchAll(/^@\{([^}]+)\}$/gu);
  // A value that is only a reference keeps its type.
  if (whole?.[1] !== undefined) return lookUp(whole[1], answers);
  return text.replace(reference, (_matched, path: string) => String(lookUp(path, answers)));
}

function lookUp(path: string, answers: ReadonlyMap<string, ApiResponse>): unknown {
  const [referenceId = '', ...steps] = path.split(/[.[\]]+/u).filter((step) => step !== '');
  const response = answers.get(referenceId);
  let value: unknown = response !== undefined && response.status < 400 ? response.body : undefined;
  for (const step of steps) value = stepInto(value, step);
  if (value === undefined || value === null) {
    throw new MissingReference(`Invalid reference specified. No value for ${path} found in ${referenceId}`);
  }
  return value;
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  if (!isJsonObject(value)) return undefined;
  return Object.hasOwn(value, step) ? value[step] : undefined;
}
