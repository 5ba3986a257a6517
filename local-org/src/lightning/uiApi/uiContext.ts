import type { FastifyRequest } from 'fastify';
import { schemaFor } from '../../access/schemaFor.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import { noAccess, notFound, type RecordsOrg } from '../../uiApi/records/readRecords.ts';
import { siteInLanguage } from '../pages/siteInLanguage.ts';
import type { SiteMetadata } from '../pages/siteMetadata.ts';
import type { Texts } from '../texts/fillText.ts';
import { textsFor } from '../texts/texts.ts';

/** What answers about layouts and lists are made from: the org as the user sees it, and what its metadata says of pages. */
export interface UiContext {
  readonly user: RequestUser;
  readonly schema: Schema;
  readonly site: SiteMetadata;
  readonly texts: Texts;
  /** For reading records. */
  readonly org: RecordsOrg;
}

export function uiContext(org: Org, site: SiteMetadata, { user }: FastifyRequest): UiContext {
  const schema = schemaFor(org, user);
  return {
    user,
    schema,
    site: siteInLanguage(site, org.schema, user.language),
    texts: textsFor(user.language),
    org: { schema: org.schema, queries: org.queries },
  };
}

/** @throws SalesforceError NOT_FOUND, or INSUFFICIENT_ACCESS for an object that the user may not see */
export function objectNamed({ schema, org }: UiContext, name: string): SObjectType {
  const object = schema.object(name);
  if (object === undefined) throw org.schema.object(name) === undefined ? notFound() : noAccess();
  return object;
}
