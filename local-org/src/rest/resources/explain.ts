import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import { quoteName } from '../../storage/columns.ts';

/**
 * A query's plan (`?explain=`). SQLite chooses by itself, so there is one plan;
 * the figures are the table's size.
 * @throws SalesforceError when it is no query
 */
export function explainQuery(org: Org, user: RequestUser, soql: string): Record<string, unknown> {
  const { object: name } = org.queries.columns(soql, user);
  const object = org.schema.object(name);
  const row = object === undefined ? undefined : org.database.prepare(`SELECT count(*) AS size FROM ${quoteName(object.name)}`).get();
  const size = Number(row?.['size'] ?? 0);
  return {
    plans: [
      {
        cardinality: size,
        fields: [],
        leadingOperationType: 'TableScan',
        notes: [],
        relativeCost: 1,
        sobjectCardinality: size,
        sobjectType: name,
      },
    ],
    sourceQuery: soql,
  };
}
