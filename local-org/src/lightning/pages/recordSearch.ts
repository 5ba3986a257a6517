import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import { runSearch } from '../../rest/search/runSearch.ts';
import { readSearchTerm } from '../../rest/search/searchTerm.ts';
import type { SearchGroup } from '../../rest/search/searchStatement.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import type { QueryRecord } from '../../soql/types.ts';
import { orgAs } from '../../users/orgAs.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** Objects that people look for, those of the open app first: what has a tab, or comes with the platform as people's daily work. */
export function searchedObjects(schema: Schema, site: SiteMetadata, appTabs: readonly string[]): readonly SObjectType[] {
  const ofApp = appTabs.map((name) => name.replace(/^standard-/u, ''));
  const names = [...ofApp, ...site.tabs.map(({ name }) => name), 'Account', 'Contact', 'Lead', 'Opportunity', 'Case', 'Task', 'User'];
  const objects = names.map((name) => schema.object(name)).filter((object) => object !== undefined);
  return [...new Set(objects)].filter((object) => object.queryable && object.nameField !== undefined);
}

/** One search of one object. */
export interface ObjectSearch {
  /** What people typed. */
  readonly words: string;
  /** `NAME` looks at names alone, `ALL` at every text. */
  readonly group: SearchGroup;
  readonly object: SObjectType;
  /** As in a SOQL select. */
  readonly fields: readonly string[];
  readonly limit: number;
}

/**
 * Finds records as SOSL does, each word also as the beginning of a longer one.
 * @throws SalesforceError MALFORMED_SEARCH when there is nothing to look for
 */
export function searchRecords(org: Org, user: RequestUser, { words, group, object, fields, limit }: ObjectSearch): readonly QueryRecord[] {
  const term = readSearchTerm(wildcards(words));
  const returning = [{ object: object.name, fields: [...new Set(['Id', ...fields])].join(', '), clauses: '' }];
  // What the user may not see is not looked into.
  return runSearch(orgAs(org, user), user, { term, group, returning, limit });
}

/** `ann bo` finds Anna Borg: words are beginnings. What has a meaning in SOSL has none in the field at the top. */
function wildcards(words: string): string {
  const plain = words.replaceAll(/[\\(){}[\]"*?&|!^~:'+-]/gu, ' ').trim();
  return plain
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => `"${word}*"`)
    .join(' ');
}
