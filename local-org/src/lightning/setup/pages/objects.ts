import type { SObjectType } from '../../../schema/types.ts';
import { quoteName } from '../../../storage/columns.ts';
import type { Org } from '../../../org.ts';
import { objectsUrl, viewUrl } from '../addresses.ts';
import { card, escapeHtml, link, numbers, searchForm, tableOr, textOr, wholeText } from '../html.ts';
import { queryText, type SetupPage } from '../setupPage.ts';
import { objectKindText } from './objectWords.ts';

/** All objects of the org: the package's and the customer's first. */
export const objectManagerPage: SetupPage = {
  address: objectsUrl,
  entry: objectsUrl,
  show: (asked) => {
    const wanted = queryText(asked, 'q');
    const found = objectsNamed(asked.org, wanted);
    const rows = found.map((object) => [
      link(viewUrl(objectsUrl, object.name, 'Details'), object.label),
      escapeHtml(object.name),
      escapeHtml(objectKindText(object)),
      wholeText(object.fields.size),
      recordCount(asked.org, object),
      textOr(object.description),
    ]);
    const columns = ['Label', 'API name', 'Kind', numbers('Fields'), numbers('Records'), 'Description'];
    const none = `No object is called “${wanted}”.`;
    return {
      title: 'Object manager',
      content: searchForm(objectsUrl, 'Search objects', wanted) + card(`${found.length} objects`, tableOr(none, 'Objects', columns, rows)),
    };
  },
};

/** Objects whose label or API name holds the text; shares, histories and feeds only when they are asked for. */
export function objectsNamed({ schema }: Org, text: string): readonly SObjectType[] {
  const wanted = text.toLowerCase();
  const all = [...schema.objects.values()].filter(
    ({ name, label, kind }) =>
      (wanted !== '' || !beside.has(kind)) && (name.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted)),
  );
  return all.toSorted((one, other) => Number(other.custom) - Number(one.custom) || one.label.localeCompare(other.label, 'en'));
}

/** Kinds that the platform keeps beside objects. */
const beside: ReadonlySet<SObjectType['kind']> = new Set(['history', 'feed', 'share']);

function recordCount({ database }: Org, { name, kind, queryable }: SObjectType): string {
  if (!queryable || kind === 'external' || kind === 'big') return textOr('');
  const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE").get(name);
  if (known === undefined) return textOr('');
  const row = database.prepare(`SELECT count(*) AS count FROM ${quoteName(name)} WHERE "IsDeleted" = 0`).get();
  return wholeText(Number(row?.['count'] ?? 0));
}
