import { GraphQLError } from 'graphql';
import type { FieldValue } from '../../../schema/types.ts';

const PREFIX = 'v1:';

/** Where a page begins: behind the record at a position, which is told by what it is sorted by where that is exact. */
export interface Cursor {
  /** Zero-based. */
  readonly position: number;
  /** The record's values in the order of ORDER BY; undefined where only the position tells. */
  readonly keys?: readonly FieldValue[];
}

/** The opaque cursor of a record or group: `v1:9`, as on the platform, or with the keys behind it. */
export function cursorText({ position, keys }: Cursor): string {
  const text = keys === undefined ? `${PREFIX}${position}` : `${PREFIX}${position}:${JSON.stringify(keys)}`;
  return Buffer.from(text).toString('base64');
}

/** Reads a cursor. @throws GraphQLError for a text that is no cursor of ours */
export function readCursor(text: string): Cursor {
  const match = /^v1:(\d{1,15})(?::(\[.*\]))?$/su.exec(Buffer.from(text, 'base64').toString('utf8'));
  if (match === null) throw invalid(text);
  const position = Number(match[1]);
  return match[2] === undefined ? { position } : { position, keys: readKeys(match[2], text) };
}

function readKeys(json: string, text: string): readonly FieldValue[] {
  try {
    const keys: unknown = JSON.parse(json);
    if (Array.isArray(keys) && keys.every(isFieldValue)) return keys;
  } catch {
    // Said below.
  }
  throw invalid(text);
}

function isFieldValue(value: unknown): value is FieldValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function invalid(text: string): GraphQLError {
  return new GraphQLError(`Invalid cursor: ${text}`);
}
