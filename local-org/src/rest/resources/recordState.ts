import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { SObjectType } from '../../schema/types.ts';
import type { ApiRequest, ApiResponse } from '../apiMessages.ts';
import { isReached } from './reached.ts';
import { checkConditions, etagOf, stateHeaders, type ResourceState } from './conditional.ts';

const conditions = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'];

/** The state of a record; undefined when it is not there. Account alone has an entity tag, as on the platform. */
function recordState(org: Org, object: SObjectType, id: string, user: RequestUser): ResourceState | undefined {
  if (!isReached(user, object, id)) return undefined;
  const values = org.store.read(object, [id]).get(id);
  const modified = values?.['LastModifiedDate'] ?? values?.['SystemModstamp'];
  if (values === undefined || typeof modified !== 'number') return undefined;
  const lastModified = Math.floor(modified / 1000) * 1000;
  return object.name === 'Account' ? { lastModified, etag: etagOf(id, values) } : { lastModified };
}

/** Headers that tell a record's state. */
export function recordHeaders(org: Org, object: SObjectType, id: string, user: RequestUser): Record<string, string> {
  const state = recordState(org, object, id, user);
  return state === undefined ? {} : stateHeaders(state);
}

/** Answers a request whose conditions a record does not meet; undefined when there is none or it meets them. @throws SalesforceError 412 */
export function unmetCondition(org: Org, object: SObjectType, id: string, request: ApiRequest): ApiResponse | undefined {
  if (!conditions.some((name) => request.headers[name] !== undefined)) return undefined;
  const state = recordState(org, object, id, request.user);
  return state === undefined ? undefined : checkConditions(request, state);
}
