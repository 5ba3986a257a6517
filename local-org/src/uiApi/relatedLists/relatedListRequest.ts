import { SalesforceError } from '../../errors.ts';
import { listOf } from '../records/requestedFields.ts';

/** What a related list is asked for, in the query of a GET or the body of a POST. */
export interface RelatedListRequest {
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
  readonly pageSize: number;
  /** Records to skip. */
  readonly offset: number;
  /** Qualified field names, `-` in front for descending. */
  readonly sortBy: readonly string[];
  /** A GraphQL filter: `{ Name: { like: "A%" } }`. */
  readonly where: string | undefined;
}

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 1999;

/** @throws SalesforceError ILLEGAL_QUERY_PARAMETER_VALUE for a page that cannot be */
export function relatedListRequest(source: unknown): RelatedListRequest {
  return {
    fields: listOf(source, 'fields'),
    optionalFields: listOf(source, 'optionalFields'),
    pageSize: wholeNumber(source, 'pageSize', DEFAULT_PAGE, 1, LARGEST_PAGE),
    offset: wholeNumber(source, 'pageToken', 0, 0, Number.MAX_SAFE_INTEGER),
    sortBy: listOf(source, 'sortBy'),
    where: textOf(source, 'where'),
  };
}

/** A whole number of a request. @throws SalesforceError ILLEGAL_QUERY_PARAMETER_VALUE outside its bounds */
export function wholeNumber(source: unknown, name: string, byDefault: number, least: number, most: number): number {
  const value = property(source, name);
  if (value === undefined || value === null || value === '') return byDefault;
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
  throw new SalesforceError(
    'ILLEGAL_QUERY_PARAMETER_VALUE',
    `${name} must be a whole number from ${least} to ${most}, not ${JSON.stringify(value)}`,
  );
}

function textOf(source: unknown, name: string): string | undefined {
  const value = property(source, name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function property(source: unknown, name: string): unknown {
  return typeof source === 'object' && source !== null ? Reflect.get(source, name) : undefined;
}
