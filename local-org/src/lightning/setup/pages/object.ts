import { children, childText } from '../../../metadata/xmlTree.ts';
import type { Org } from '../../../org.ts';
import type { SObjectType } from '../../../schema/types.ts';
import { flowsUrl, objectsUrl, viewUrl } from '../addresses.ts';
import { badge, card, escapeHtml, facts, link, numbers, searchForm, tableOr, tabs, textOr, wholeText } from '../html.ts';
import { queryText, type SetupAsked, type SetupPage } from '../setupPage.ts';
import { flowsOf } from './flowList.ts';
import { fieldTypeText, objectKindText } from './objectWords.ts';

/** One part of an object's pages: its name in the address, its label, and what it shows. */
interface Part {
  readonly name: string;
  readonly label: string;
  readonly content: (object: SObjectType, asked: SetupAsked) => string;
}

const parts: readonly Part[] = [
  { name: 'Details', label: 'Details', content: details },
  { name: 'FieldsAndRelationships', label: 'Fields and relationships', content: fields },
  { name: 'PageLayouts', label: 'Page layouts', content: layouts },
  { name: 'ValidationRules', label: 'Validation rules', content: validationRules },
  { name: 'RecordTypes', label: 'Record types', content: recordTypes },
  { name: 'Children', label: 'Child relationships', content: childRelationships },
  { name: 'Flows', label: 'Flows', content: flows },
];

/** The pages of an object. */
export const objectPage: SetupPage = {
  address: '/lightning/setup/ObjectManager/:object/:part/view',
  entry: objectsUrl,
  show: (asked) => {
    const { object: name = '', part: wanted = '' } = asked.params;
    const object = asked.org.schema.object(name);
    const part = parts.find((candidate) => candidate.name.toLowerCase() === wanted.toLowerCase());
    if (object === undefined || part === undefined) return undefined;
    const links = parts.map(({ name: partName, label }) => ({
      label,
      url: viewUrl(objectsUrl, object.name, partName),
      current: partName === part.name,
    }));
    return {
      title: object.label,
      above: [{ label: 'Object manager', url: objectsUrl }],
      content: tabs(`Parts of ${object.label}`, links) + part.content(object, asked),
    };
  },
};

export function labelOf({ schema }: Org): (objectName: string) => string {
  return (name) => schema.object(name)?.label ?? name;
}

function yes(on: boolean): string {
  return on ? 'Yes' : 'No';
}

function details(object: SObjectType): string {
  const { settings } = object;
  return card(
    'Details',
    facts([
      ['API name', escapeHtml(object.name)],
      ['Label, plural', escapeHtml(object.labelPlural)],
      ['Kind', escapeHtml(objectKindText(object))],
      ['Key prefix', escapeHtml(object.keyPrefix)],
      ['Name field', textOr(object.nameField)],
      ['Sharing', escapeHtml(object.sharingModel)],
      ['Has an owner', yes(object.hasOwner)],
      ['Activities', yes(settings.activities)],
      ['Field history', yes(settings.history)],
      ['Search', yes(settings.search)],
      ['Reports', yes(settings.reports)],
      ['Bulk API', yes(settings.bulkApi)],
      ['Deployed', yes(settings.deployed)],
      ['Description', textOr(object.description)],
    ]),
  );
}

function fields(object: SObjectType, asked: SetupAsked): string {
  const wanted = queryText(asked, 'q').toLowerCase();
  const found = [...object.fields.values()]
    .filter(({ name, label }) => name.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en'));
  const rows = found.map((field) => [
    link(`/lightning/setup/ObjectManager/${object.name}/FieldsAndRelationships/${field.name}/view`, field.label),
    escapeHtml(field.name),
    escapeHtml(fieldTypeText(field, labelOf(asked.org))),
    [
      field.required ? badge('Required') : '',
      field.unique ? badge('Unique') : '',
      field.externalId ? badge('External ID') : '',
      field.trackHistory ? badge('History') : '',
    ].join(' '),
    textOr(field.description ?? field.helpText),
  ]);
  const url = viewUrl(objectsUrl, object.name, 'FieldsAndRelationships');
  const columns = ['Label', 'API name', 'Data type', 'Properties', 'Description'];
  return (
    searchForm(url, 'Search fields', queryText(asked, 'q')) +
    card(`${found.length} fields`, tableOr('No field fits.', 'Fields', columns, rows))
  );
}

function layouts(object: SObjectType, { org }: SetupAsked): string {
  const rows = org.deployments
    .list('Layout')
    .filter(({ fullName }) => decodeURIComponent(fullName).split('-')[0]?.toLowerCase() === object.name.toLowerCase())
    .map(({ fullName, root }) => {
      const sections = root === undefined ? [] : children(root, 'layoutSections');
      const columns = sections.flatMap((section) => children(section, 'layoutColumns'));
      const names = columns.flatMap((column) => children(column, 'layoutItems').flatMap((item) => childText(item, 'field') ?? []));
      const lists = root === undefined ? [] : children(root, 'relatedLists').map((list) => childText(list, 'relatedList') ?? '');
      return [
        escapeHtml(decodeURIComponent(fullName).split('-').slice(1).join('-')),
        escapeHtml(sections.map((section) => childText(section, 'label') ?? '').join(', ')),
        escapeHtml(names.join(', ')),
        textOr(lists.join(', ')),
      ];
    });
  return card(
    'Page layouts',
    tableOr('No layout was deployed for this object.', 'Page layouts', ['Layout', 'Sections', 'Fields', 'Related lists'], rows),
  );
}

function validationRules(object: SObjectType): string {
  const rows = object.validationRules.map(({ name, active, errorMessage, errorField, formula }) => [
    escapeHtml(name),
    badge(active ? 'Active' : 'Inactive', active ? 'good' : 'plain'),
    escapeHtml(errorMessage),
    escapeHtml(errorField ?? 'Top of page'),
    `<code>${escapeHtml(formula)}</code>`,
  ]);
  const columns = ['Rule', 'Status', 'Error message', 'Error location', 'Formula: an error when it is true'];
  return card('Validation rules', tableOr('This object has no validation rules.', 'Validation rules', columns, rows));
}

function recordTypes(object: SObjectType): string {
  const rows = object.recordTypes.map(({ label, name, active, description }) => [
    escapeHtml(label),
    escapeHtml(name),
    badge(active ? 'Active' : 'Inactive', active ? 'good' : 'plain'),
    textOr(description),
  ]);
  const none = 'This object has no record types.';
  return card('Record types', tableOr(none, 'Record types', ['Label', 'Name', 'Status', 'Description'], rows));
}

function childRelationships(object: SObjectType, { org }: SetupAsked): string {
  const rows = object.childRelationships.map(({ childObject, field, relationshipName, masterDetail, onDelete }) => [
    link(viewUrl(objectsUrl, childObject, 'Details'), labelOf(org)(childObject)),
    escapeHtml(field),
    textOr(relationshipName),
    masterDetail ? 'Master-detail' : 'Lookup',
    escapeHtml({ SetNull: 'Clears the field', Restrict: 'Refuses the deletion', Cascade: 'Deletes the child' }[onDelete]),
  ]);
  const columns = ['Child', 'Field', 'Relationship name', 'Kind', 'When the parent is deleted'];
  return card('Child relationships', tableOr('No object points at this one.', 'Child relationships', columns, rows));
}

function flows(object: SObjectType, { org }: SetupAsked): string {
  const rows = flowsOf(org)
    .filter((flow) => flow.object?.toLowerCase() === object.name.toLowerCase())
    .map((flow) => [
      link(viewUrl(flowsUrl, flow.name), flow.label),
      escapeHtml(flow.start),
      badge(flow.status, flow.status === 'Active' ? 'good' : 'plain'),
      wholeText(flow.elements.length),
    ]);
  const columns = ['Flow', 'Starts', 'Status', numbers('Elements')];
  return card('Flows that start on its records', tableOr('No flow starts on records of this object.', 'Flows', columns, rows));
}
