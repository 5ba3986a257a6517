import type { SaveError } from '../save/types.ts';

/** What failed an element: `$Flow.FaultMessage` on a fault path, else the interview's end. */
export class FlowFault extends Error {
  readonly element: string;
  /** The save errors behind it, if it was about records. */
  readonly errors: readonly SaveError[];

  constructor(element: string, message: string, errors: readonly SaveError[] = []) {
    super(message);
    this.name = 'FlowFault';
    this.element = element;
    this.errors = errors;
  }
}

/** A governor limit is exceeded: no fault path takes it, the whole transaction is undone. */
export class LimitException extends Error {
  /** The innermost element that was running. */
  element: string | undefined;

  constructor(message: string) {
    super(message);
    this.name = 'LimitException';
  }
}

const guide = 'You can look up ExceptionCode values in the SOAP API Developer Guide.';

/** The platform's text for a failed data element; `doing` as in `create records`. */
export function dataFault(element: string, doing: string, errors: readonly SaveError[]): FlowFault {
  const details = errors.map((error) => `${error.statusCode}: ${error.message}`).join('; ');
  return new FlowFault(element, `This error occurred when the flow tried to ${doing}: ${details}. ${guide}`, errors);
}

/** The platform's text for a value that is read from a record variable that holds none. */
export function unsetFault(element: string, reference: string): FlowFault {
  return new FlowFault(element, `The flow failed to access the value for ${reference} because it hasn't been set or assigned.`);
}

/** The error of a record whose flow failed. */
export function triggerError(flowLabel: string, message: string): SaveError {
  return {
    statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER',
    message: `We can't save this record because the “${flowLabel}” process failed. Give your Salesforce admin these details. ${message}`,
    fields: [],
  };
}

/** Codes whose message repeats what somebody typed. */
const quotingCodes = new Set(['STRING_TOO_LONG', 'INVALID_EMAIL_ADDRESS', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'JSON_PARSER_ERROR']);

/** The fault for a log that must never hold a customer's words. */
export function describeForLog(error: unknown): string {
  if (!(error instanceof FlowFault) || !error.errors.some((one) => quotingCodes.has(one.statusCode))) {
    return error instanceof Error ? error.message : String(error);
  }
  return error.errors
    .map((one) =>
      quotingCodes.has(one.statusCode) ? `${one.statusCode} on ${one.fields.join(', ') || 'a field'}` : `${one.statusCode}: ${one.message}`,
    )
    .join('; ');
}
