import type { FastifyInstance } from 'fastify';
import { registerGraphqlRoutes } from './graphql/graphqlRoutes.ts';
import { GraphqlService } from './graphql/graphqlService.ts';
import { registerObjectInfoRoutes } from './objectInfo/objectInfoRoutes.ts';
import { registerRecordRoutes } from './records/recordRoutes.ts';
import { registerRelatedListRoutes } from './relatedLists/relatedListRoutes.ts';
import type { UiApiOrg } from './uiApiOrg.ts';

/** Every version answers alike. */
const DATA_API = '/services/data/:version(^v\\d+\\.0$)';

/**
 * The parts of UI API that Lightning components use, and GraphQL over the same
 * records. Expects `request.user` on everything below `/services/data`, and an
 * error handler that answers a SalesforceError in the API's form.
 */
export function registerUiApiRoutes(app: FastifyInstance, org: UiApiOrg): void {
  const uiApi = `${DATA_API}/ui-api`;
  const graphql = new GraphqlService(org);
  registerRecordRoutes(app, org, uiApi);
  registerObjectInfoRoutes(app, org, uiApi);
  registerRelatedListRoutes(app, org, uiApi, (user) => graphql.schemaFor(user));
  registerGraphqlRoutes(app, graphql, DATA_API);
}
