import { texts } from './texts.ts';

/** One sentence for people out of whatever a wire or a function of Lightning Data Service failed with. */
export function readError(error: unknown): string {
  const body = isObject(error) ? error['body'] : undefined;
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (isObject(first) && typeof first['message'] === 'string') return first['message'];
  if (isObject(error) && typeof error['message'] === 'string') return error['message'];
  return texts.readFailed;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
