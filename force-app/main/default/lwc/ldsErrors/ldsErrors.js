// Generated from lwc-ts-src/ldsErrors/ldsErrors.ts by `npm run build:lwc`. Change the source, not this file.
/**
 * The messages inside any error that Lightning Data Service, UI API or GraphQL hands out, each once, in order.
 * Shapes: `Error`; `{body: {message, output: {errors, fieldErrors}}}`; `{body: [{message}]}`; `[{message}]`; `{message}`; text.
 */
export function errorMessages(error) {
    return [...new Set(collect(error).filter((message) => message !== ''))];
}
/** The messages as one text; empty when the error carries none. */
export function errorText(error) {
    return errorMessages(error).join(' ');
}
/** True for the answers that mean "not for this user": the record is hidden, or so is every field of it. */
export function isNoAccess(error) {
    if (!isObject(error))
        return false;
    return error['status'] === 403 || error['status'] === 404 || firstErrorCode(error) === 'INSUFFICIENT_ACCESS';
}
function collect(error) {
    if (typeof error === 'string')
        return [error];
    if (Array.isArray(error))
        return error.flatMap(collect);
    if (!isObject(error))
        return [];
    const inner = [...collect(error['body']), ...collectOutput(error['output'])];
    if (inner.length > 0)
        return inner;
    const message = error['message'] ?? error['statusText'];
    return typeof message === 'string' ? [message] : [];
}
/** What a failed save reports: errors of the record, and of each field. */
function collectOutput(output) {
    if (!isObject(output))
        return [];
    const fieldErrors = isObject(output['fieldErrors']) ? Object.values(output['fieldErrors']) : [];
    return [...collect(output['errors']), ...fieldErrors.flatMap(collect)];
}
function firstErrorCode(error) {
    const body = error['body'];
    const first = Array.isArray(body) ? body[0] : body;
    return isObject(first) ? first['errorCode'] : undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}
