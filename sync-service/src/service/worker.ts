import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** A name no other process has, that tells an operator which one it is: host, process, and what tells apart equal ones of containers. */
export function workerName(): string {
  return `${hostname().slice(0, 40)}:${process.pid}-${randomBytes(2).toString('hex')}`;
}
