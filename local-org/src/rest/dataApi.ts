import { SalesforceError } from '../errors.ts';
import { orgAs } from '../users/orgAs.ts';
import type { ApiRequest, ApiResponse } from './apiMessages.ts';
import { actionRoutes } from './resources/actions/actions.ts';
import { flowRuntimeRoutes } from './resources/flowRuntime.ts';
import { quickActionRoutes } from './resources/quickActions.ts';
import { compositeRoutes } from './resources/composite/composite.ts';
import { batchRoutes } from './resources/composite/batch.ts';
import { graphRoutes } from './resources/composite/graph.ts';
import { treeRoutes } from './resources/composite/tree.ts';
import { collectionRoutes } from './resources/collections.ts';
import { describeRoutes } from './resources/describe.ts';
import { externalIdRoutes } from './resources/externalIdRecord.ts';
import { limitsRoutes } from './resources/limits.ts';
import { queryRoutes } from './resources/query.ts';
import { objectPartRoutes } from './resources/objectParts.ts';
import { recordRoutes } from './resources/record.ts';
import { replicationRoutes } from './resources/replication.ts';
import { searchRoutes } from './resources/search.ts';
import { toolingRoutes } from './resources/tooling.ts';
import { userPasswordRoutes } from './resources/userPassword.ts';
import { versionRoutes } from './resources/versionResources.ts';
import type { Dispatch, Parameters, ResourceContext, Route } from './route.ts';
import { JsonValueError } from './wire/jsonBody.ts';
import { errorResponse, methodNotAllowed, resourceNotFound } from './wire/resultToJson.ts';

/** More specific patterns first: the first that fits answers. */
const routes: readonly (Route & { readonly segments: readonly string[] })[] = [
  ...versionRoutes,
  ...actionRoutes,
  ...flowRuntimeRoutes,
  ...quickActionRoutes,
  ...describeRoutes,
  ...objectPartRoutes,
  ...replicationRoutes,
  ...limitsRoutes,
  ...toolingRoutes,
  ...queryRoutes,
  ...searchRoutes,
  ...collectionRoutes,
  ...treeRoutes,
  ...batchRoutes,
  ...graphRoutes,
  ...compositeRoutes,
  ...userPasswordRoutes,
  ...recordRoutes,
  ...externalIdRoutes,
].map((route) => ({ ...route, segments: route.pattern.split('/').filter((segment) => segment !== '') }));

/** The Data API over an org. Refusals come back as answers, never as exceptions; anything else thrown is a defect. */
export function createDataApi(state: Omit<ResourceContext, 'dispatch'>): Dispatch {
  const dispatch: Dispatch = (request) => {
    try {
      // What the user may not see is not there, whatever the resource.
      return answer({ ...state, org: orgAs(state.org, request.user), dispatch }, request);
    } catch (error) {
      if (error instanceof JsonValueError && request.bodyText !== undefined) return errorResponse(error.located(request.bodyText));
      if (error instanceof SalesforceError) return errorResponse(error);
      throw error;
    }
  };
  return dispatch;
}

function answer(context: ResourceContext, request: ApiRequest): ApiResponse {
  const path = request.path.filter((segment) => segment !== '');
  for (const route of routes) {
    const parameters = match(route.segments, path);
    if (parameters === undefined) continue;
    const method = effectiveMethod(request);
    const handler = route.methods[method] ?? (method === 'HEAD' ? route.methods['GET'] : undefined);
    if (handler === undefined) throw methodNotAllowed(method, Object.keys(route.methods));
    return handler(context, request, parameters);
  }
  throw resourceNotFound();
}

/** `?_HttpMethod=PATCH` on a POST, for clients that cannot send PATCH. */
function effectiveMethod(request: ApiRequest): string {
  const override = request.query.get('_HttpMethod');
  return request.method === 'POST' && override !== null ? override.toUpperCase() : request.method;
}

function match(segments: readonly string[], path: readonly string[]): Parameters | undefined {
  if (segments.length !== path.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [place, segment] of segments.entries()) {
    const given = path[place] ?? '';
    if (segment.startsWith(':')) parameters[segment.slice(1)] = given;
    else if (segment.toLowerCase() !== given.toLowerCase()) return undefined;
  }
  return parameters;
}
