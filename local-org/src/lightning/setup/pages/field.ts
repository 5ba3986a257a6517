import type { Field, SObjectType } from '../../../schema/types.ts';
import { objectsUrl, viewUrl } from '../addresses.ts';
import { badge, card, escapeHtml, facts, tableOr, textOr } from '../html.ts';
import type { SetupPage } from '../setupPage.ts';
import { labelOf } from './object.ts';
import { fieldTypeText } from './objectWords.ts';

/** One field with all that describe and its metadata say of it. */
export const fieldPage: SetupPage = {
  address: '/lightning/setup/ObjectManager/:object/FieldsAndRelationships/:field/view',
  entry: objectsUrl,
  show: ({ org, params }) => {
    const object = org.schema.object(params['object'] ?? '');
    const field = object?.fields.get((params['field'] ?? '').toLowerCase());
    if (object === undefined || field === undefined) return undefined;
    return {
      title: field.label,
      above: [
        { label: 'Object manager', url: objectsUrl },
        { label: object.label, url: viewUrl(objectsUrl, object.name, 'FieldsAndRelationships') },
      ],
      content: card('Field', about(object, field, labelOf(org))) + formula(field) + picklist(field) + rollup(field) + lookupFilter(field),
    };
  },
};

function yes(on: boolean): string {
  return on ? 'Yes' : 'No';
}

function about(object: SObjectType, field: Field, labels: (name: string) => string): string {
  const { reference, autoNumber } = field;
  const optional: readonly (readonly [string, string])[] = [
    ...(reference === undefined
      ? []
      : ([
          ['Relationship name, from the child', textOr(reference.relationshipName)],
          ['Relationship name, from the parent', textOr(reference.childRelationshipName)],
        ] as const)),
    ...(autoNumber === undefined ? [] : ([['Display format', escapeHtml(autoNumber.format)]] as const)),
    ...(field.compoundFieldName === undefined ? [] : ([['Part of', escapeHtml(field.compoundFieldName)]] as const)),
  ];
  return facts([
    ['API name', escapeHtml(field.name)],
    ['Object', escapeHtml(object.label)],
    ['Data type', escapeHtml(fieldTypeText(field, labels))],
    ['Required', yes(field.required)],
    ['Unique', field.unique ? `Yes, ${field.caseSensitive ? 'case-sensitive' : 'whatever the case'}` : 'No'],
    ['External ID', yes(field.externalId)],
    ['May be set on creation', yes(field.createable)],
    ['May be changed', yes(field.updateable)],
    ['Field history', yes(field.trackHistory)],
    ['Default', textOr(field.defaultFormula)],
    ...optional,
    ['Help text', textOr(field.helpText)],
    ['Description', textOr(field.description)],
  ]);
}

function formula({ formula: written }: Field): string {
  if (written === undefined) return '';
  const blanks = `<p class="slds-m-top_x-small">Blank fields count as ${written.blanksAs === 'zero' ? 'zeros' : 'blanks'}.</p>`;
  return card('Formula', `<pre class="setup-code" tabindex="0">${escapeHtml(written.source)}</pre>${blanks}`);
}

function picklist({ picklist: choices }: Field): string {
  if (choices === undefined) return '';
  const rows = choices.values.map(({ value, label, active, isDefault }) => [
    escapeHtml(label),
    escapeHtml(value),
    badge(active ? 'Active' : 'Inactive', active ? 'good' : 'plain'),
    isDefault ? 'Yes' : '',
  ]);
  const from = choices.valueSetName === undefined ? '' : `<p>From the value set ${escapeHtml(choices.valueSetName)}.</p>`;
  const depends = choices.controllingField === undefined ? '' : `<p>Depends on ${escapeHtml(choices.controllingField)}.</p>`;
  const restricted = `<p class="slds-m-bottom_x-small">${choices.restricted ? 'Only these values can be saved.' : 'Other values can be saved by the API.'}</p>`;
  return card(
    'Values',
    from + depends + restricted + tableOr('It has no values.', 'Values', ['Label', 'API name', 'Status', 'Default'], rows),
  );
}

function rollup({ rollup: summary }: Field): string {
  if (summary === undefined) return '';
  const { operation, childObject, foreignKey, summarizedField, filters } = summary;
  const conditions = filters.map(({ field, operation: compares, value, valueField }) => `${field} ${compares} ${valueField ?? value}`);
  return card(
    'Roll-up summary',
    facts([
      ['Operation', escapeHtml(operation.toUpperCase())],
      ['Of', escapeHtml(summarizedField === undefined ? childObject : `${childObject}.${summarizedField}`)],
      ['Through', escapeHtml(foreignKey)],
      ['Only where', textOr(conditions.join(' and '))],
    ]),
  );
}

function lookupFilter({ lookupFilter: filter }: Field): string {
  if (filter === undefined) return '';
  const rows = filter.items.map(({ field, operation, value, valueField }) => [
    escapeHtml(field),
    escapeHtml(operation),
    textOr(valueField ?? value),
  ]);
  const kind = filter.optional ? 'It narrows what is offered.' : 'Other records cannot be saved.';
  return card(
    'Lookup filter',
    `<p class="slds-m-bottom_x-small">${kind}</p>${tableOr('It has no lines.', 'Lookup filter', ['Field', 'Operator', 'Value'], rows)}`,
  );
}
