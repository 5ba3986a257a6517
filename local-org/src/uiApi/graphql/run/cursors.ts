import { GraphQLError } from 'graphql';

const PREFIX = 'v1:';

/** The opaque cursor of the record at a zero-based position. */
export function cursorAt(position: number): string {
  return Buffer.from(`${PREFIX}${position}`).toString('base64');
}

/** The position just after a cursor's record. @throws GraphQLError for a text that is no cursor of ours */
export function positionAfter(cursor: string): number {
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  const position = text.startsWith(PREFIX) ? Number(text.slice(PREFIX.length)) : Number.NaN;
  if (!Number.isSafeInteger(position) || position < 0) throw new GraphQLError(`Invalid cursor: ${cursor}`);
  return position + 1;
}
