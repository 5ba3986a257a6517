/** What to do when Salesforce refuses a request or a record. */
export type Reaction =
  /** Try again with backoff and jitter. */
  | 'retry'
  /** Try again in smaller batches: somebody else holds the lock. */
  | 'retry smaller'
  /** Stop sending to this org and say so; what is stored waits. */
  | 'pause'
  /** Log in again, once. */
  | 'log in'
  /** The request is too big: halve it. */
  | 'bisect'
  /** Waits until somebody changes the configuration. */
  | 'park'
  /** A record it refers to is not there (any more): forget that it is known, create it, try again. */
  | 'create parent'
  /** The contact or account it was matched to is gone: match again, else store unlinked. */
  | 'match again'
  /** The org refuses this content: a visible, replayable dead letter. */
  | 'dead letter'
  /** Not in the table: retried a few times, then a dead letter. */
  | 'unknown';

const table: readonly (readonly [Reaction, readonly string[]])[] = [
  [
    'retry',
    [
      'SERVER_UNAVAILABLE',
      'REQUEST_RUNNING_TOO_LONG',
      'QUERY_TIMEOUT',
      'TOO_MANY_APEX_REQUESTS',
      'TOO_MANY_JOBS',
      'FUNCTIONALITY_TEMPORARILY_UNAVAILABLE',
      'UNKNOWN_EXCEPTION',
      'INTERNAL_ERROR',
      'PROCESSING_HALTED',
      'BATCH_PROCESSING_HALTED',
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'DUPLICATE_VALUE',
    ],
  ],
  ['retry smaller', ['UNABLE_TO_LOCK_ROW']],
  [
    'pause',
    [
      'REQUEST_LIMIT_EXCEEDED',
      'EXCEEDED_QUOTA',
      'STORAGE_LIMIT_EXCEEDED',
      'ORG_LOCKED',
      'ORG_IN_MAINTENANCE',
      'API_CURRENTLY_DISABLED',
      'API_DISABLED_FOR_ORG',
      'TXN_SECURITY_*',
    ],
  ],
  ['log in', ['INVALID_SESSION_ID', 'INVALID_AUTH_HEADER']],
  ['bisect', ['EXCEEDED_ID_LIMIT', 'EXCEEDED_MAX_SIZE_REQUEST', 'OPERATION_TOO_LARGE', 'LIMIT_EXCEEDED']],
  [
    'park',
    ['INVALID_FIELD', 'INVALID_FIELD_FOR_INSERT_UPDATE', 'INVALID_TYPE', 'INSUFFICIENT_ACCESS*', 'NOT_FOUND', 'UNSUPPORTED_API_VERSION'],
  ],
  ['match again', ['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY']],
  [
    'dead letter',
    [
      'REQUIRED_FIELD_MISSING',
      'STRING_TOO_LONG',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'FIELD_INTEGRITY_EXCEPTION',
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'INVALID_EMAIL_ADDRESS',
      'NUMBER_OUTSIDE_VALID_RANGE',
      'MALFORMED_ID',
      'CANNOT_EXECUTE_FLOW_TRIGGER',
    ],
  ],
];

const exact = new Map<string, Reaction>();
const prefixes: (readonly [string, Reaction])[] = [];
for (const [reaction, codes] of table) {
  for (const code of codes) {
    if (code.endsWith('*')) prefixes.push([code.slice(0, -1), reaction]);
    else exact.set(code, reaction);
  }
}

/**
 * The reaction to a status code of a record, a subrequest or a request.
 * @param message decides where one code means two things
 */
export function reactionTo(code: string, message: string): Reaction {
  if (code === 'INVALID_FIELD' && /foreign key external id/i.test(message)) return 'create parent';
  if (code === 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY') return reactionToActivation(message);
  return exact.get(code) ?? prefixes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'unknown';
}

/** A flow or trigger failed: on a lock or a limit of the transaction the message says so, else the content is refused. */
function reactionToActivation(message: string): Reaction {
  if (/unable_to_lock_row|unable to obtain exclusive access/i.test(message)) return 'retry smaller';
  return /limit|too many|time/i.test(message) ? 'bisect' : 'dead letter';
}

/** The reaction to an HTTP status whose body names no code of its own. */
export function reactionToStatus(status: number): Reaction {
  if (status === 401) return 'log in';
  if (status === 413 || status === 414) return 'bisect';
  if (status === 403 || status === 404) return 'park';
  if (status === 408 || status === 420 || status === 429 || status >= 500) return 'retry';
  return 'unknown';
}
