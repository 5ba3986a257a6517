import { PulseError } from '../errors.ts';

/** The store cannot work now: disk full, read-only or broken, database away. Nothing of the failed operation was kept; what was stored before is. */
export class StoreUnavailable extends PulseError {
  override readonly name = 'StoreUnavailable';
}
