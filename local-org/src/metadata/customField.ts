import type { MetadataProblem } from '../errors.ts';
import { elementProblems, refusedFlag, type ElementRule } from './elementRules.ts';
import type { MetadataFile } from './packageSource.ts';
import { child, childFlag, children, childText, type XmlElement } from './xmlTree.ts';

/** One value of a picklist as the file has it. */
export interface PicklistValueSource {
  readonly fullName: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly isActive: boolean;
}

/** A value set: the field's own values, or the name of a global one. */
export interface ValueSetSource {
  readonly restricted: boolean;
  readonly values: readonly PicklistValueSource[];
  readonly globalName?: string;
}

/** One line of a roll-up's filter as the file has it. */
export interface SummaryFilterSource {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
  readonly valueField?: string;
}

/** A CustomField file: the platform's words, not yet checked against the rest of the org. */
export interface CustomFieldSource {
  readonly file: string;
  readonly object: string;
  readonly name: string;
  readonly root: XmlElement;
  readonly type: string | undefined;
  readonly label: string | undefined;
  readonly description: string | undefined;
  readonly inlineHelpText: string | undefined;
  readonly length: number | undefined;
  readonly precision: number | undefined;
  readonly scale: number | undefined;
  readonly required: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly caseSensitive: boolean;
  readonly trackHistory: boolean;
  readonly defaultValue: string | undefined;
  readonly formula: string | undefined;
  readonly formulaTreatBlanksAs: string | undefined;
  readonly referenceTo: string | undefined;
  readonly relationshipName: string | undefined;
  readonly relationshipOrder: number;
  readonly reparentable: boolean;
  readonly deleteConstraint: string | undefined;
  readonly displayFormat: string | undefined;
  readonly startingNumber: number | undefined;
  readonly valueSet: ValueSetSource | undefined;
  readonly summaryOperation: string | undefined;
  readonly summarizedField: string | undefined;
  readonly summaryForeignKey: string | undefined;
  readonly summaryFilters: readonly SummaryFilterSource[];
}

const FIELD_RULES: Readonly<Record<string, ElementRule>> = {
  fullName: 'used',
  type: 'used',
  label: 'used',
  description: 'used',
  inlineHelpText: 'used',
  length: 'used',
  precision: 'used',
  scale: 'used',
  required: 'used',
  unique: 'used',
  externalId: 'used',
  caseSensitive: 'used',
  trackHistory: 'used',
  defaultValue: 'used',
  formula: 'used',
  formulaTreatBlanksAs: 'used',
  referenceTo: 'used',
  relationshipName: 'used',
  relationshipOrder: 'used',
  reparentableMasterDetail: 'used',
  deleteConstraint: 'used',
  displayFormat: 'used',
  startingNumber: 'used',
  valueSet: 'used',
  summaryOperation: 'used',
  summarizedField: 'used',
  summaryForeignKey: 'used',
  summaryFilterItems: 'used',
  // Record access is not enforced on details yet; whoever may write here may read the master.
  writeRequiresMasterRead: 'kept',
  relationshipLabel: 'kept',
  visibleLines: 'kept',
  trackFeedHistory: 'kept',
  trackTrending: 'kept',
  businessOwnerGroup: 'kept',
  businessOwnerUser: 'kept',
  businessStatus: 'kept',
  complianceGroup: 'kept',
  securityClassification: 'kept',
  deprecated: 'kept',
  isAIPredictionField: refusedFlag('an AI prediction field'),
  isConvertLeadDisabled: 'kept',
  isFilteringDisabled: 'kept',
  isNameField: 'kept',
  isSortingDisabled: 'kept',
  stripMarkup: 'kept',
  lookupFilter: { refused: 'a lookup filter is not run here' },
  fieldManageability: { refused: 'custom metadata types are not run here' },
  encryptionScheme: { refused: 'Shield encryption is not run here', unless: ['None'] },
  displayLocationInDecimal: { refused: 'geolocation fields are not run here' },
  maskChar: { refused: 'encrypted text is not run here' },
  maskType: { refused: 'encrypted text is not run here' },
  metadataRelationshipControllingField: { refused: 'custom metadata types are not run here' },
  populateExistingRows: refusedFlag('populateExistingRows'),
  referenceTargetField: { refused: 'external lookups are not run here' },
};

const VALUE_SET_RULES: Readonly<Record<string, ElementRule>> = {
  restricted: 'used',
  valueSetDefinition: 'used',
  valueSetName: 'used',
  controllingField: { refused: 'dependent picklists are not run here' },
  valueSettings: { refused: 'dependent picklists are not run here' },
};

const DEFINITION_RULES: Readonly<Record<string, ElementRule>> = { sorted: 'kept', value: 'used' };

const VALUE_RULES: Readonly<Record<string, ElementRule>> = {
  fullName: 'used',
  label: 'used',
  default: 'used',
  isActive: 'used',
  color: 'kept',
  description: 'kept',
};

const FILTER_RULES: Readonly<Record<string, ElementRule>> = { field: 'used', operation: 'used', value: 'used', valueField: 'used' };

/** Reads a `CustomField` file; problems are what it says that local-org does not know or does not run. */
export function readCustomField(file: MetadataFile): { readonly field: CustomFieldSource; readonly problems: readonly MetadataProblem[] } {
  const { root, path } = file;
  const valueSet = child(root, 'valueSet');
  const filters = children(root, 'summaryFilterItems');
  const problems = [
    ...elementProblems(path, root, FIELD_RULES),
    ...(valueSet === undefined ? [] : valueSetProblems(path, valueSet)),
    ...filters.flatMap((filter) => elementProblems(path, filter, FILTER_RULES)),
  ];
  const field: CustomFieldSource = {
    file: path,
    object: file.object ?? '',
    name: childText(root, 'fullName') ?? file.name,
    root,
    type: childText(root, 'type'),
    label: childText(root, 'label'),
    description: childText(root, 'description'),
    inlineHelpText: childText(root, 'inlineHelpText'),
    length: childNumber(root, 'length'),
    precision: childNumber(root, 'precision'),
    scale: childNumber(root, 'scale'),
    required: childFlag(root, 'required'),
    unique: childFlag(root, 'unique'),
    externalId: childFlag(root, 'externalId'),
    caseSensitive: childFlag(root, 'caseSensitive'),
    trackHistory: childFlag(root, 'trackHistory'),
    defaultValue: childText(root, 'defaultValue'),
    formula: childText(root, 'formula'),
    formulaTreatBlanksAs: childText(root, 'formulaTreatBlanksAs'),
    referenceTo: childText(root, 'referenceTo'),
    relationshipName: childText(root, 'relationshipName'),
    relationshipOrder: childNumber(root, 'relationshipOrder') ?? 0,
    reparentable: childFlag(root, 'reparentableMasterDetail'),
    deleteConstraint: childText(root, 'deleteConstraint'),
    displayFormat: childText(root, 'displayFormat'),
    startingNumber: childNumber(root, 'startingNumber'),
    valueSet: valueSet === undefined ? undefined : readValueSet(valueSet),
    summaryOperation: childText(root, 'summaryOperation'),
    summarizedField: childText(root, 'summarizedField'),
    summaryForeignKey: childText(root, 'summaryForeignKey'),
    summaryFilters: filters.map(readSummaryFilter),
  };
  return { field, problems };
}

function valueSetProblems(path: string, valueSet: XmlElement): readonly MetadataProblem[] {
  const definition = child(valueSet, 'valueSetDefinition');
  return [
    ...elementProblems(path, valueSet, VALUE_SET_RULES),
    ...(definition === undefined ? [] : elementProblems(path, definition, DEFINITION_RULES)),
    ...(definition === undefined ? [] : children(definition, 'value').flatMap((value) => elementProblems(path, value, VALUE_RULES))),
  ];
}

function readValueSet(element: XmlElement): ValueSetSource {
  const definition = child(element, 'valueSetDefinition');
  const globalName = childText(element, 'valueSetName');
  const own = {
    restricted: childFlag(element, 'restricted'),
    values: definition === undefined ? [] : readPicklistValues(definition, 'value'),
  };
  return globalName === undefined ? own : { ...own, globalName };
}

/** The picklist values of a value set: `value` in a field's file, `customValue` in a global one. */
export function readPicklistValues(parent: XmlElement, elementName: string): readonly PicklistValueSource[] {
  return children(parent, elementName).map((value) => {
    const fullName = decodeName(childText(value, 'fullName') ?? '');
    return {
      fullName,
      label: childText(value, 'label') ?? fullName,
      isDefault: childFlag(value, 'default'),
      isActive: childText(value, 'isActive') !== 'false',
    };
  });
}

/** Metadata files write some characters of a full name as %xx. */
function decodeName(name: string): string {
  return name.replace(/%[0-9A-Fa-f]{2}/gu, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

function readSummaryFilter(element: XmlElement): SummaryFilterSource {
  const filter = {
    field: childText(element, 'field') ?? '',
    operation: childText(element, 'operation') ?? '',
    value: childText(element, 'value') ?? '',
  };
  const valueField = childText(element, 'valueField');
  return valueField === undefined ? filter : { ...filter, valueField };
}

function childNumber(element: XmlElement, name: string): number | undefined {
  const text = childText(element, name);
  return text === undefined || text === '' ? undefined : Number(text);
}
