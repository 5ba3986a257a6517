import { ok } from '../apiMessages.ts';
import type { Route } from '../route.ts';
import { objectDescribe, objectSummary } from '../wire/describeToJson.ts';
import { objectNamed } from './shared.ts';

/** `/sobjects` (global describe) and `/sobjects/{Object}/describe`. */
export const describeRoutes: readonly Route[] = [
  {
    pattern: 'sobjects',
    methods: {
      GET: ({ org }, request) =>
        ok({
          encoding: 'UTF-8',
          maxBatchSize: 200,
          sobjects: [...org.schema.objects.values()]
            .toSorted((left, right) => left.name.localeCompare(right.name))
            .map((object) => objectSummary(object, request.version)),
        }),
    },
  },
  {
    pattern: 'sobjects/:object/describe',
    methods: { GET: ({ org }, request, { object = '' }) => ok(objectDescribe(objectNamed(org, object), request.version)) },
  },
];
