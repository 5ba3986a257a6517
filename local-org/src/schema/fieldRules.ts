import type { CustomFieldSource } from '../metadata/customField.ts';
import type { MetadataFieldType } from '../metadata/fieldTypes.ts';
import { child } from '../metadata/xmlTree.ts';

/**
 * Which attributes a custom field of each type must have and may have. What the
 * table does not name can stand on no field of that type; `false` is always
 * allowed, because the platform itself writes it.
 */
interface TypeRules {
  readonly must?: readonly string[];
  readonly may?: readonly string[];
}

/** Allowed on every type. */
const EVERYWHERE: readonly string[] = [
  'fullName',
  'type',
  'label',
  'description',
  'inlineHelpText',
  'deprecated',
  'businessOwnerGroup',
  'businessOwnerUser',
  'businessStatus',
  'complianceGroup',
  'securityClassification',
  'fieldManageability',
  'trackHistory',
  'trackFeedHistory',
  'trackTrending',
  'encryptionScheme',
  'externalDeveloperName',
  'isConvertLeadDisabled',
  'isFilteringDisabled',
  'isNameField',
  'isSortingDisabled',
  'isAIPredictionField',
  'restrictedAdminField',
  'translateData',
];

const RULES: Readonly<Partial<Record<MetadataFieldType, TypeRules>>> = {
  AutoNumber: { must: ['displayFormat'], may: ['startingNumber', 'externalId', 'populateExistingRows'] },
  Checkbox: { must: ['defaultValue'] },
  Currency: { must: ['precision', 'scale'], may: ['required', 'defaultValue'] },
  Date: { may: ['required', 'defaultValue'] },
  DateTime: { may: ['required', 'defaultValue'] },
  Email: { may: ['required', 'defaultValue', 'unique', 'externalId', 'caseSensitive'] },
  EncryptedText: { must: ['length', 'maskChar', 'maskType'], may: ['required'] },
  ExternalLookup: { must: ['referenceTo'], may: ['relationshipName', 'relationshipLabel', 'required', 'length', 'externalId'] },
  Hierarchy: { may: ['relationshipName', 'relationshipLabel', 'required', 'lookupFilter', 'deleteConstraint'] },
  Html: { must: ['length', 'visibleLines'], may: ['defaultValue', 'stripMarkup', 'escapeMarkup'] },
  IndirectLookup: { must: ['referenceTo', 'referenceTargetField'], may: ['relationshipName', 'relationshipLabel', 'required', 'length'] },
  Location: { must: ['displayLocationInDecimal', 'scale'], may: ['required', 'precision'] },
  LongTextArea: { must: ['length', 'visibleLines'], may: ['defaultValue', 'stripMarkup', 'escapeMarkup'] },
  Lookup: {
    must: ['referenceTo'],
    may: ['relationshipName', 'relationshipLabel', 'required', 'deleteConstraint', 'lookupFilter'],
  },
  MasterDetail: {
    must: ['referenceTo'],
    may: [
      'relationshipName',
      'relationshipLabel',
      'relationshipOrder',
      'reparentableMasterDetail',
      'writeRequiresMasterRead',
      'lookupFilter',
    ],
  },
  MetadataRelationship: {
    must: ['referenceTo'],
    may: ['relationshipName', 'relationshipLabel', 'required', 'unique', 'metadataRelationshipControllingField'],
  },
  MultiselectPicklist: { must: ['valueSet', 'visibleLines'], may: ['required', 'defaultValue'] },
  Number: { must: ['precision', 'scale'], may: ['required', 'defaultValue', 'unique', 'externalId'] },
  Percent: { must: ['precision', 'scale'], may: ['required', 'defaultValue'] },
  Phone: { may: ['required', 'defaultValue'] },
  Picklist: { must: ['valueSet'], may: ['required', 'defaultValue'] },
  Summary: {
    must: ['summaryForeignKey', 'summaryOperation'],
    may: ['summarizedField', 'summaryFilterItems'],
  },
  Text: { must: ['length'], may: ['required', 'defaultValue', 'unique', 'externalId', 'caseSensitive'] },
  TextArea: { may: ['required', 'defaultValue'] },
  Time: { may: ['required', 'defaultValue'] },
  Url: { may: ['required', 'defaultValue'] },
};

const FORMULA_RULES: Readonly<Partial<Record<MetadataFieldType, TypeRules>>> = {
  Checkbox: {},
  Currency: { must: ['precision', 'scale'] },
  Date: {},
  DateTime: {},
  Number: { must: ['precision', 'scale'] },
  Percent: { must: ['precision', 'scale'] },
  Text: {},
  Time: {},
};
const FORMULA_ATTRIBUTES = ['formula', 'formulaTreatBlanksAs'];

/** Every attribute that some type can have. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...EVERYWHERE,
  ...FORMULA_ATTRIBUTES,
  ...Object.values(RULES).flatMap(({ must = [], may = [] }) => [...must, ...may]),
]);

/** What is wrong with the attributes of a custom field, in the platform's words: element -> message. */
export function attributeProblems(source: CustomFieldSource): readonly { readonly element: string; readonly message: string }[] {
  const { type = '', root } = source;
  const isFormula = child(root, 'formula') !== undefined;
  const rules = ((isFormula ? FORMULA_RULES : RULES) as Readonly<Record<string, TypeRules | undefined>>)[type];
  if (rules === undefined) {
    return isFormula ? [{ element: 'formula', message: `Can not specify 'formula' for a CustomField of type ${type}` }] : [];
  }
  const { must = [], may = [] } = rules;
  const allowed = new Set([...EVERYWHERE, ...must, ...may, ...(isFormula ? FORMULA_ATTRIBUTES : [])]);
  return [
    ...must
      .filter((name) => child(root, name) === undefined)
      .map((element) => ({ element, message: `Must specify '${element}' for a CustomField of type ${type}` })),
    ...root.children
      // What no field can have at all was refused when the package was read.
      .filter(({ name, text }) => ATTRIBUTES.has(name) && !allowed.has(name) && text.trim() !== 'false')
      .map(({ name }) => ({ element: name, message: notAllowed(name, type) })),
  ];
}

function notAllowed(attribute: string, type: string): string {
  if (attribute === 'required' && type === 'MasterDetail') return 'Master-Detail Relationship Fields Cannot be Optional or Required';
  if (attribute === 'lookupFilter') return 'Lookup filters are only supported on Lookup Relationship Fields';
  return `Can not specify '${attribute}' for a CustomField of type ${type}`;
}
