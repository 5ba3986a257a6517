import type { CustomFieldSource } from '../metadata/customField.ts';
import { isApiName, tooLong } from '../metadata/nameRules.ts';
import type { Report } from './fieldFromMetadata.ts';
import type { FieldOptions } from './fields.ts';
import type { Reference } from './types.ts';

/** Standard objects that no custom field may point at. */
const NOT_TARGETS = new Set([
  'pricebookentry',
  'contentversion',
  'contentdocumentlink',
  'opportunitylineitem',
  'task',
  'event',
  'feeditem',
]);
/** Objects that can be no master. */
const NOT_MASTERS = new Set(['user', 'lead', 'group', 'profile', 'recordtype']);

/** The reference of a lookup, master-detail, hierarchy or metadata relationship field. */
export function referenceOptions(source: CustomFieldSource, report: Report): FieldOptions {
  const { type, relationshipName } = source;
  const isMetadata = type === 'MetadataRelationship';
  const masterDetail = type === 'MasterDetail';
  checkReference(source, report);
  const target = type === 'Hierarchy' ? source.object : source.referenceTo;
  const reference: Reference = {
    targets: target === undefined ? [] : [target],
    relationshipName: source.name.replace(/__c$/u, '__r'),
    ...(relationshipName === undefined || relationshipName === '' ? {} : { childRelationshipName: `${relationshipName}__r` }),
    onDelete: masterDetail ? 'Cascade' : deleteConstraint(source, report),
    ...(masterDetail ? { masterDetail: masterDetailOf(source) } : {}),
    ...(isMetadata ? { metadata: controller(source) } : {}),
  };
  const fixed = masterDetail && !source.reparentable;
  return { length: isMetadata ? 255 : 18, reference, ...(fixed ? { updateable: false } : {}) };
}

function checkReference(source: CustomFieldSource, report: Report): void {
  const { type, relationshipName, referenceTo } = source;
  const target = referenceTo?.toLowerCase() ?? '';
  const barred = type === 'MasterDetail' ? NOT_MASTERS.has(target) : false;
  if (type !== 'MetadataRelationship' && (barred || NOT_TARGETS.has(target))) report('referenceTo', unresolved(referenceTo ?? ''));
  if (
    type === 'MetadataRelationship' &&
    !target.endsWith('__mdt') &&
    !['entitydefinition', 'fielddefinition', 'entityparticle'].includes(target)
  ) {
    report('referenceTo', unresolved(referenceTo ?? ''));
  }
  if (relationshipName !== undefined && relationshipName !== '') {
    if (!isApiName(relationshipName)) report('relationshipName', badRelationship);
    const long = tooLong('ChildRelationshipName', relationshipName, 40);
    if (long !== undefined) report('relationshipName', long);
  }
  if (type === 'Hierarchy' && source.object.toLowerCase() !== 'user') {
    report('type', 'Hierarchical relationships are only available on the User object');
  }
}

const badRelationship =
  'The Child Relationship Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, ' +
  'not include spaces, not end with an underscore, and not contain two consecutive underscores.';

/** The platform's words for a lookup to what is not there, or cannot be pointed at. */
export function unresolved(referenceTo: string): string {
  return `referenceTo value of '${referenceTo}' does not resolve to a valid sObject type`;
}

function masterDetailOf(source: CustomFieldSource): NonNullable<Reference['masterDetail']> {
  return {
    order: source.relationshipOrder === 1 ? 1 : 0,
    reparentable: source.reparentable,
    ...(source.writeRequiresMasterRead ? { writeRequiresMasterRead: true } : {}),
  };
}

function controller({ metadataRelationshipControllingField }: CustomFieldSource): NonNullable<Reference['metadata']> {
  // It is written with the type in front: `Routing__mdt.Object__c`.
  const name = metadataRelationshipControllingField?.split('.').at(-1);
  return name === undefined ? {} : { controllingField: name };
}

function deleteConstraint(source: CustomFieldSource, report: Report): Reference['onDelete'] {
  const given = source.deleteConstraint;
  if (source.type !== 'Lookup') return 'SetNull';
  if (source.required && (given === undefined || given === 'SetNull')) {
    report(
      'deleteConstraint',
      'field integrity exception: unknown (must specify either cascade delete or restrict delete for required lookup foreign key)',
    );
  }
  return given === 'Restrict' || given === 'Cascade' ? given : 'SetNull';
}
