import { ok } from '../apiMessages.ts';
import type { Route } from '../route.ts';

/** `/services/data/vXX.0`: where the resources of a version are. */
export const versionRoutes: readonly Route[] = [
  {
    pattern: '',
    methods: {
      GET: ({ org }, request) => {
        const at = (name: string): string => `/services/data/${request.version}/${name}`;
        return ok({
          ...Object.fromEntries(['actions', 'sobjects', 'query', 'queryAll', 'composite', 'limits'].map((name) => [name, at(name)])),
          identity: `${org.instanceUrl()}/id/${org.id}/${request.user.id}`,
        });
      },
    },
  },
];
