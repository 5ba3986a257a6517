import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** A name no other process has, that tells an operator which one it is. */
export function workerName(): string {
  return `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
}
