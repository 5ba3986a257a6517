import { ok } from '../apiMessages.ts';
import type { Route } from '../route.ts';

/** The resources of a version, those of other APIs included. */
const resources: readonly string[] = [
  'actions',
  'composite',
  'jobs',
  'limits',
  'metadata',
  'query',
  'queryAll',
  'search',
  'sobjects',
  'tooling',
  'ui-api',
];

/** `/services/data/vXX.0`: where the resources of a version are. */
export const versionRoutes: readonly Route[] = [
  {
    pattern: '',
    methods: {
      GET: ({ org }, { version, user }) =>
        ok({
          ...Object.fromEntries(resources.map((name) => [name, `/services/data/${version}/${name}`])),
          identity: `${org.instanceUrl()}/id/${org.id}/${user.id}`,
        }),
    },
  },
];
