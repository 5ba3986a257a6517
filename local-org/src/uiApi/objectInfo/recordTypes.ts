/** The record type of objects that have none of their own. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';
