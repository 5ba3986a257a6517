import type { SalesforceError } from '../../errors.ts';
import type { SaveError } from '../../save/types.ts';
import type { SObjectType } from '../../schema/types.ts';

export type Operation = 'create' | 'update' | 'delete';

/** What UI API answers when a record was not written: one object, unlike the list that reads answer with. */
export interface RecordErrorBody {
  readonly message: string;
  readonly statusCode: number;
  readonly enhancedErrorType: 'RecordError';
  readonly output: { readonly errors: readonly RecordFault[]; readonly fieldErrors: Readonly<Record<string, readonly RecordFault[]>> };
}

interface RecordFault {
  readonly constituentField: null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string | null;
  readonly fieldLabel: string | null;
  readonly message: string;
}

/** Errors that name a field stand beside it, the others at the top of the form. */
export function recordErrorBody(
  operation: Operation,
  object: SObjectType,
  errors: readonly SaveError[],
  statusCode = 400,
): RecordErrorBody {
  const fieldErrors: Record<string, RecordFault[]> = {};
  const pageErrors: RecordFault[] = [];
  for (const error of errors) {
    if (error.fields.length === 0) pageErrors.push(fault(object, error, undefined));
    for (const name of error.fields) (fieldErrors[name] ??= []).push(fault(object, error, name));
  }
  return {
    message: `An error occurred while trying to ${operation} the record. Please try again.`,
    statusCode,
    enhancedErrorType: 'RecordError',
    output: { errors: pageErrors, fieldErrors },
  };
}

/** A refusal that was thrown rather than returned, in the same form. */
export function thrownErrorBody(operation: Operation, object: SObjectType, error: SalesforceError): RecordErrorBody {
  const { errorCode, message, fields, status } = error;
  return recordErrorBody(operation, object, [{ statusCode: errorCode, message, fields }], status);
}

function fault(object: SObjectType, { statusCode, message }: SaveError, name: string | undefined): RecordFault {
  const field = name === undefined ? undefined : object.fields.get(name.toLowerCase());
  return {
    constituentField: null,
    duplicateRecordError: null,
    errorCode: statusCode,
    field: name ?? null,
    fieldLabel: field?.label ?? null,
    message,
  };
}
