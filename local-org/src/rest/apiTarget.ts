import { SalesforceError } from '../errors.ts';
import { resourceNotFound } from './wire/resultToJson.ts';

/** Where a call goes: what is left of its address below `/services/data/vXX.0/`. */
export interface ApiTarget {
  /** As in the address: `v66.0`. */
  readonly version: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** The oldest version that the platform has not retired. */
const oldest = 31;
const newest = 66;

/** API versions that are answered, oldest first: `31.0` to `66.0`. */
export const apiVersions: readonly string[] = Array.from({ length: newest - oldest + 1 }, (_unused, place) => `${oldest + place}.0`);

export const newestVersion = `${newest}.0`;

/**
 * Reads the address of a call.
 * @throws SalesforceError NOT_FOUND when it is none, UNSUPPORTED_API_VERSION for a version that is retired (410) or not yet there (404)
 */
export function apiTarget(url: string): ApiTarget {
  const [, version, rest = '', query = ''] = /^\/+services\/+data\/+v(\d{1,3}\.\d)(\/[^?]*)?(?:\?(.*))?$/su.exec(url) ?? [];
  if (version === undefined) throw resourceNotFound();
  if (!apiVersions.includes(version)) {
    const status = Number(version) < oldest ? 410 : 404;
    throw new SalesforceError('UNSUPPORTED_API_VERSION', 'Invalid Api version specified on URL', { status });
  }
  try {
    const path = rest.split('/').slice(1).map(decodeURIComponent);
    return { version: `v${version}`, path, query: new URLSearchParams(query) };
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new SalesforceError('BAD_REQUEST', 'The address is not encoded as an address is');
  }
}
