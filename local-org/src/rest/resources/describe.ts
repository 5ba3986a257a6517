import type { Org } from '../../org.ts';
import { schemaInLanguage } from '../../schema/schemaInLanguage.ts';
import type { Schema } from '../../schema/types.ts';
import type { OrgDatabase } from '../../storage/database.ts';
import { ok, type ApiRequest, type ApiResponse } from '../apiMessages.ts';
import type { Route } from '../route.ts';
import { objectDescribe, objectSummary } from '../wire/describeToJson.ts';
import { checkConditions, stateHeaders } from './conditional.ts';
import { objectNamed } from './shared.ts';

/** `/sobjects` (global describe) and `/sobjects/{Object}/describe`. */
export const describeRoutes: readonly Route[] = [
  {
    pattern: 'sobjects',
    methods: {
      GET: ({ org }, request) =>
        unlessKnown(org, request, () => ({
          encoding: 'UTF-8',
          maxBatchSize: 200,
          sobjects: [...schemaInLanguage(org.schema, request.user.language).objects.values()]
            .toSorted((left, right) => left.name.localeCompare(right.name))
            .map((object) => objectSummary(object, request.version)),
        })),
    },
  },
  {
    pattern: 'sobjects/:object/describe',
    methods: {
      GET: ({ org }, request, { object: name = '' }) => {
        const object = objectNamed(org, name);
        const translated = schemaInLanguage(org.schema, request.user.language).object(object.name) ?? object;
        return unlessKnown(org, request, () => objectDescribe(translated, request.version));
      },
    },
  },
];

/** When each schema was first described, in the org's time: a deployment makes a new one. */
const firstSeen = new WeakMap<Schema, number>();
/** Of each org, the moment of the schema that was described last. */
const latest = new WeakMap<OrgDatabase, number>();

/** Whole seconds, as HTTP tells them, and never the same for two schemas of an org. */
function changedAt({ schema, database, clock }: Org): number {
  const known = firstSeen.get(schema);
  if (known !== undefined) return known;
  const now = Math.floor(clock.now() / 1000) * 1000;
  const moment = Math.max(now, (latest.get(database) ?? 0) + 1000);
  firstSeen.set(schema, moment);
  latest.set(database, moment);
  return moment;
}

/** 304 when nothing was deployed since the moment of `If-Modified-Since`. */
function unlessKnown(org: Org, request: ApiRequest, describe: () => unknown): ApiResponse {
  const state = { lastModified: changedAt(org) };
  return checkConditions(request, state) ?? { ...ok(describe()), headers: stateHeaders(state) };
}
