import { createHash } from 'node:crypto';
import { idFromSerial } from '../ids.ts';

const PREFIX = '012';
/** 48 bits of a digest fit the nine digits of a serial. */
const DIGEST_BYTES = 6;

/** The record type that every object has, and that stands for "none of its own". */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/** The id of a record type: the same for its name in every org, so that whoever knows the schema knows it. */
export function recordTypeId(objectName: string, developerName: string): string {
  const digest = createHash('sha256').update(`${objectName}.${developerName}`.toLowerCase()).digest();
  return idFromSerial(PREFIX, digest.readUIntBE(0, DIGEST_BYTES));
}
