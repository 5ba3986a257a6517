/**
 * The messages inside any error that Lightning Data Service, UI API or GraphQL hands out, each once, in order.
 * Shapes: `Error`; `{body: {message, output: {errors, fieldErrors}}}`; `{body: [{message}]}`; `[{message}]`; `{message}`; text.
 */
export function errorMessages(error: unknown): string[] {
  return [...new Set(collect(error).filter((message) => message !== ''))];
}

/** The messages as one text; empty when the error carries none. */
export function errorText(error: unknown): string {
  return errorMessages(error).join(' ');
}

/** An object that is hidden from a user is not in the user's GraphQL schema: the document that names it is refused. */
const HIDDEN_OBJECT = /\btype ["']?Record(?:Query|QueryAggregate)\b/u;

/** True for the answers that mean "not for this user": the record is hidden, or so is every field of it, or the object. */
export function isNoAccess(error: unknown): boolean {
  if (!isObject(error)) return false;
  if (Array.isArray(error)) return error.length > 0 && errorMessages(error).every((message) => HIDDEN_OBJECT.test(message));
  return error['status'] === 403 || error['status'] === 404 || firstErrorCode(error) === 'INSUFFICIENT_ACCESS';
}

/**
 * True where a GraphQL document was refused before it ran. The package's documents are right, so what they name and the user's schema
 * lacks is what this user may not see.
 */
export function isHiddenDocument(errors: readonly unknown[]): boolean {
  return errors.length > 0 && (isNoAccess(errors[0]) || errors.every((error) => classificationOf(error) === 'ValidationError'));
}

/** What a failed save reports of single fields: the messages by the field's API name. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  const body = isObject(error) ? error['body'] : undefined;
  const output = isObject(body) ? body['output'] : undefined;
  const found = isObject(output) ? output['fieldErrors'] : undefined;
  if (!isObject(found)) return {};
  return Object.fromEntries(Object.entries(found).map(([field, errors]) => [field, collect(errors).join(' ')]));
}

/** What a failed save reports of the record as a whole, or anything else that is not about one field. */
export function recordErrors(error: unknown): readonly string[] {
  const ofFields = new Set(Object.values(fieldErrors(error)));
  return errorMessages(error).filter((message) => !ofFields.has(message));
}

function collect(error: unknown): string[] {
  if (typeof error === 'string') return [error];
  if (Array.isArray(error)) return error.flatMap(collect);
  if (!isObject(error)) return [];
  const inner = [...collect(error['body']), ...collectOutput(error['output'])];
  if (inner.length > 0) return inner;
  const message = error['message'] ?? error['statusText'];
  return typeof message === 'string' ? [message] : [];
}

/** What a failed save reports: errors of the record, and of each field. */
function collectOutput(output: unknown): string[] {
  if (!isObject(output)) return [];
  const ofFields = isObject(output['fieldErrors']) ? Object.values(output['fieldErrors']) : [];
  return [...collect(output['errors']), ...ofFields.flatMap(collect)];
}

function classificationOf(error: unknown): unknown {
  const extensions = isObject(error) ? error['extensions'] : undefined;
  return isObject(extensions) ? extensions['classification'] : undefined;
}

function firstErrorCode(error: Readonly<Record<string, unknown>>): unknown {
  const body = error['body'];
  const first: unknown = Array.isArray(body) ? body[0] : body;
  return isObject(first) ? first['errorCode'] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
