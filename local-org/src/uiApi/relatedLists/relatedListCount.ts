import { wholeNumber } from './relatedListRequest.ts';
import { listReference, relatedList, type RelatedListContext } from './relatedListRecords.ts';

/** Records that are counted when `maxCount` is not given, and the most that it may be. */
const DEFAULT_MOST = 10;
const MOST = 1999;

/** UI API's Related List Record Count: how many records a list has, up to a limit. @throws SalesforceError NOT_FOUND, INSUFFICIENT_ACCESS */
export function relatedListCount(
  context: RelatedListContext,
  parentId: string,
  relatedListId: string,
  query: unknown,
): Record<string, unknown> {
  const { id, parent, relationship, object } = relatedList(context, parentId, relatedListId);
  const most = wholeNumber(query, 'maxCount', DEFAULT_MOST, 1, MOST);
  const found = context.org.queries.run(
    {
      kind: 'select',
      select: [{ kind: 'field', path: ['Id'] }],
      from: object.name,
      where: { kind: 'compare', left: [relationship.field], operator: '=', right: { kind: 'string', value: id } },
      limit: most + 1,
    },
    context.user,
  ).totalSize;
  return { count: Math.min(found, most), hasMore: found > most, listReference: listReference(parent, id, relatedListId) };
}
