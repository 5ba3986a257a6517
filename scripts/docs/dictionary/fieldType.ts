import type { XmlElement } from '../../check-metadata/xmlFile';
import { children, descend, text } from '../packageFiles';

/** What the field holds, in a few words: `Number(4, 2), required`. */
export function fieldType(field: XmlElement): string {
  const marks = [
    text(field, 'required') === 'true' ? 'required' : '',
    text(field, 'unique') === 'true' ? `unique${text(field, 'caseSensitive') === 'true' ? ', case-sensitive' : ''}` : '',
    text(field, 'externalId') === 'true' ? 'external id' : '',
    text(field, 'trackHistory') === 'true' ? 'history kept' : '',
  ];
  return [kind(field), ...marks].filter((part) => part !== '').join(', ');
}

function kind(field: XmlElement): string {
  const type = text(field, 'type');
  if (text(field, 'formula') !== '') return `Formula: ${type}${size(field)}`;
  switch (type) {
    case 'Summary':
      return `Roll-up: ${rollup(field)}`;
    case 'Lookup':
      return `Lookup to ${text(field, 'referenceTo')}`;
    case 'MasterDetail':
      return `Master-detail to ${text(field, 'referenceTo')}`;
    case 'Picklist':
    case 'MultiselectPicklist':
      return `${type}: ${picklistValues(field)}`;
    default:
      return `${type}${size(field)}`;
  }
}

function size(field: XmlElement): string {
  const [precision, scale, length] = [text(field, 'precision'), text(field, 'scale'), text(field, 'length')];
  if (precision !== '') return `(${precision}, ${scale})`;
  return length === '' ? '' : `(${length})`;
}

function rollup(field: XmlElement): string {
  const operation = text(field, 'summaryOperation');
  const what = text(field, 'summarizedField') || text(field, 'summaryForeignKey').split('.')[0] || '';
  const filters = children(field, 'summaryFilterItems').map((item) => `${text(item, 'field').split('.')[1] ?? ''} ${text(item, 'value')}`);
  return `${operation.toUpperCase()} of ${what}${filters.length === 0 ? '' : ` where ${filters.join(' and ')}`}`;
}

function picklistValues(field: XmlElement): string {
  const named = descend(field, 'valueSet', 'valueSetName');
  if (named !== undefined) return `the values of ${named.text.trim()}`;
  const definition = descend(field, 'valueSet', 'valueSetDefinition');
  const values = definition === undefined ? [] : children(definition, 'value').map((value) => text(value, 'fullName'));
  const others = text(descend(field, 'valueSet'), 'restricted') === 'true' ? '' : ' (admins may add values)';
  return `${values.join(', ')}${others}`;
}
