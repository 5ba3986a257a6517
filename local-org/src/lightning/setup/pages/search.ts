import { flowsUrl, objectsUrl, permissionSetsUrl, searchUrl, usersUrl, viewUrl } from '../addresses.ts';
import { card, escapeHtml, link, table } from '../html.ts';
import { setupGroups } from '../navigation.ts';
import { textOf } from '../rows.ts';
import { queryText, type SetupAsked, type SetupPage } from '../setupPage.ts';
import { flowsNamed } from './flows.ts';
import { objectsNamed } from './objects.ts';
import { permissionSetsNamed } from './permissionSets.ts';
import { usersNamed } from './userList.ts';

/** Hits of each kind that are shown. */
const mostHits = 20;

/** Hits of one kind: a link with the name, and what else tells it apart. */
interface Hits {
  readonly kind: string;
  readonly rows: readonly (readonly [string, string])[];
}

/** Finds pages of Setup, and objects, fields, flows, people and permission sets by their names. */
export const searchPage: SetupPage = {
  address: searchUrl,
  entry: searchUrl,
  show: (asked) => {
    const wanted = queryText(asked, 'q');
    if (wanted === '')
      return { title: 'Search Setup', content: '<p>Type a name: of a page, an object, a field, a flow, a user or a permission set.</p>' };
    const found = hits(asked, wanted).filter(({ rows }) => rows.length > 0);
    const cards = found.map(({ kind, rows }) => card(kind, table(kind, ['Name', 'What it is'], rows.slice(0, mostHits))));
    return {
      title: `Results for “${wanted}”`,
      content: cards.length === 0 ? '<p role="status">Nothing was found. Check the spelling, or use fewer letters.</p>' : cards.join(''),
    };
  },
};

function hits({ org }: SetupAsked, wanted: string): readonly Hits[] {
  return [
    { kind: 'Pages', rows: pagesNamed(wanted) },
    {
      kind: 'Objects',
      rows: objectsNamed(org, wanted).map(({ name, label }) => [link(viewUrl(objectsUrl, name, 'Details'), label), escapeHtml(name)]),
    },
    { kind: 'Fields', rows: fieldsNamed(org, wanted) },
    { kind: 'Flows', rows: flowsNamed(org, wanted).map(({ name, label }) => [link(viewUrl(flowsUrl, name), label), escapeHtml(name)]) },
    {
      kind: 'People',
      rows: usersNamed(org, wanted, mostHits).map(({ id, name, username }) => [link(viewUrl(usersUrl, id), name), escapeHtml(username)]),
    },
    {
      kind: 'Permission sets',
      rows: permissionSetsNamed(org, wanted).map((set) => [
        link(viewUrl(permissionSetsUrl, textOf(set, 'name')), textOf(set, 'label')),
        escapeHtml(textOf(set, 'name')),
      ]),
    },
  ];
}

function pagesNamed(text: string): Hits['rows'] {
  const wanted = text.toLowerCase();
  const entries = setupGroups.flatMap((group) => group.entries);
  return entries
    .filter(({ label, about }) => label.toLowerCase().includes(wanted) || about.toLowerCase().includes(wanted))
    .map(({ label, url, about }) => [link(url, label), escapeHtml(about)]);
}

function fieldsNamed({ schema }: SetupAsked['org'], text: string): Hits['rows'] {
  const wanted = text.toLowerCase();
  const found = [...schema.objects.values()].flatMap((object) =>
    [...object.fields.values()]
      .filter(
        ({ name, label, custom }) =>
          (custom || object.custom) && (name.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted)),
      )
      .map((field) => ({ object, field })),
  );
  return found.map(({ object, field }) => [
    link(`/lightning/setup/ObjectManager/${object.name}/FieldsAndRelationships/${field.name}/view`, field.label),
    escapeHtml(`${object.label}: ${field.name}`),
  ]);
}
