import { systemCode } from '../../errors.ts';
import { StoreUnavailable } from '../storeUnavailable.ts';

/** A transaction that lost against another one and succeeds when it is run again: serialization failure, deadlock. */
const raceCodes = new Set(['40001', '40P01']);

/**
 * PostgreSQL's error classes for what the machine or the operator refuses: connection, authorization, no such database, no resources
 * (disk full, memory, connections), stopped by an operator, system and I/O errors, damaged data; a database that may only be read, and
 * a transaction that stood still for too long.
 */
const machineClasses = ['08', '28', '3D', '53', '57', '58', 'XX'];
const readOnly = '25006';
const stoodStill = '25P03';

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOENT',
]);

export function lostARace(thrown: unknown): boolean {
  return raceCodes.has(systemCode(thrown) ?? '');
}

/** What a failed operation means for a user, where database or network are the cause; anything else, unchanged, is a defect. */
export function explainedByPostgres(thrown: unknown, where: string): unknown {
  if (!(thrown instanceof Error) || thrown instanceof StoreUnavailable) return thrown;
  const code = systemCode(thrown) ?? '';
  const machine = machineClasses.includes(code.slice(0, 2)) || code === readOnly || code === stoodStill;
  if (!machine && !networkCodes.has(code) && !/timeout|terminated|Connection ended/i.test(thrown.message)) return thrown;
  return new StoreUnavailable(
    `The store ${where} cannot be used now: ${thrown.message}${code === '' ? '' : ` (${code})`}. What was stored before is kept; ${advice(code)}`,
    { cause: thrown },
  );
}

function advice(code: string): string {
  if (code === '53100') return 'give the database more room.';
  if (code === '53300') return 'allow it more connections (max_connections), or set store.connections lower.';
  if (code === readOnly) return 'it can only be read now: is this a standby, or was it switched over?';
  if (code.startsWith('28') || code.startsWith('3D')) return 'check user, password and database name in DATABASE_URL.';
  return 'check that the database runs and can be reached; the service goes on by itself when it is back.';
}
