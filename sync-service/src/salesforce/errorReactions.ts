import { reactionTable, type Reaction } from './reactionTable.ts';

export type { Reaction } from './reactionTable.ts';

interface Pattern {
  readonly prefix: string;
  readonly suffix: string;
  readonly reaction: Reaction;
}

const exact = new Map<string, Reaction>();
const patterns: Pattern[] = [];
for (const [reaction, codes] of reactionTable) {
  for (const code of codes.trim().split(/\s+/)) {
    const star = code.indexOf('*');
    if (star < 0) exact.set(code, reaction);
    else patterns.push({ prefix: code.slice(0, star), suffix: code.slice(star + 1), reaction });
  }
}
/** The more of a code a pattern spells out, the more it knows about it. */
patterns.sort((one, other) => other.prefix.length + other.suffix.length - one.prefix.length - one.suffix.length);

/** The reaction the table names for a code, `undefined` when neither the code nor a pattern for it is in the table. */
export function listedReaction(code: string): Reaction | undefined {
  return exact.get(code) ?? patterns.find(({ prefix, suffix }) => code.startsWith(prefix) && code.endsWith(suffix))?.reaction;
}

/**
 * The reaction to a status code of a record, a subrequest or a request.
 * @param message decides where one code means two things
 */
export function reactionTo(code: string, message: string): Reaction {
  if (code === 'INVALID_FIELD' && /foreign key external id/i.test(message)) return 'create parent';
  if (code === 'DUPLICATE_VALUE' && !isThereAlready(code, message)) return 'dead letter';
  if (code === 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY') return reactionToActivation(message);
  return listedReaction(code) ?? 'unknown';
}

/**
 * True for a record that the org turns out to have: its key is taken. A field of the customer's own that must be unique is another
 * matter: the message names it (`duplicate value found: Ticket__c duplicates value on record with id: ...`).
 */
export function isThereAlready(code: string, message: string): boolean {
  if (code !== 'DUPLICATE_VALUE') return false;
  const field = /duplicate value found: (\w+) duplicates/i.exec(message)?.[1];
  return field === undefined || /^(\w+__)?(ExternalId|Key)__c$/i.test(field);
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

/** The reaction to a refused request: Salesforce's own code says more than the status, but a 401 is about the session whatever its code. */
export function reactionToRequest(status: number, code: string, message: string): Reaction {
  const byStatus = reactionToStatus(status);
  const byCode = reactionTo(code, message);
  return byStatus === 'log in' || byCode === 'unknown' ? byStatus : byCode;
}
