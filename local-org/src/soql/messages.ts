/** The platform's texts for what is wrong with a query, in one place. */

const WSDL = 'Please reference your WSDL or the describe call for the appropriate names.';

export function noSuchColumn(field: string, object: string): string {
  return (
    `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, ` +
    `be sure to append the '__c' after the custom field name. ${WSDL}`
  );
}

export function noSuchObject(name: string): string {
  return (
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, ` +
    `be sure to append the '__c' after the entity name. ${WSDL}`
  );
}

export function noSuchParent(name: string): string {
  return relationship(name, 'field path');
}

export function noSuchChildren(name: string): string {
  return relationship(name, 'FROM part of query call');
}

function relationship(name: string, where: string): string {
  return (
    `Didn't understand relationship '${name}' in ${where}. If you are attempting to use a custom relationship, ` +
    `be sure to append the '__r' after the custom relationship name. ${WSDL}`
  );
}

export function wrongFilterValue(field: string, type: string): string {
  const quotes = type === 'string' || type === 'id' ? 'should' : 'should not';
  return `value of filter criterion for field '${field}' must be of type ${type} and ${quotes} be enclosed in quotes`;
}

export function cannotFilter(field: string): string {
  return `field '${field}' can not be filtered in a query call`;
}

export function cannotSort(field: string): string {
  return `field '${field}' can not be sorted in a query call`;
}

export function cannotGroup(field: string): string {
  return `field '${field}' can not be grouped in a query call`;
}

export function tooManyLevels(kind: 'aggregate' | 'parent', most: number): string {
  return `SOQL statements cannot query ${kind} relationships more than ${most} ${most === 1 ? 'level' : 'levels'} away from the root entity object.`;
}
