import { readLookupFilter, type LookupFilterSource } from './lookupFilter.ts';
import type { MetadataFile } from './packageSource.ts';
import { readValueSet, type ValueSetSource } from './picklistValues.ts';
import { child, childFlag, children, childText, type XmlElement } from './xmlTree.ts';

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
  readonly visibleLines: number | undefined;
  readonly required: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly caseSensitive: boolean;
  readonly trackHistory: boolean;
  readonly trackFeedHistory: boolean;
  readonly defaultValue: string | undefined;
  readonly formula: string | undefined;
  readonly formulaTreatBlanksAs: string | undefined;
  readonly referenceTo: string | undefined;
  readonly relationshipName: string | undefined;
  readonly relationshipLabel: string | undefined;
  readonly relationshipOrder: number;
  readonly reparentable: boolean;
  readonly writeRequiresMasterRead: boolean;
  readonly deleteConstraint: string | undefined;
  readonly lookupFilter: LookupFilterSource | undefined;
  readonly metadataRelationshipControllingField: string | undefined;
  readonly displayFormat: string | undefined;
  readonly startingNumber: number | undefined;
  readonly displayLocationInDecimal: boolean;
  readonly maskChar: string | undefined;
  readonly maskType: string | undefined;
  readonly encryptionScheme: string | undefined;
  readonly valueSet: ValueSetSource | undefined;
  readonly summaryOperation: string | undefined;
  readonly summarizedField: string | undefined;
  readonly summaryForeignKey: string | undefined;
  readonly summaryFilters: readonly SummaryFilterSource[];
  readonly complianceGroup: string | undefined;
  readonly securityClassification: string | undefined;
  readonly businessStatus: string | undefined;
}

/** Reads a `CustomField` file, which fits its type's declaration. */
export function readCustomField(file: MetadataFile): CustomFieldSource {
  const { root, path } = file;
  const valueSet = child(root, 'valueSet');
  const lookupFilter = child(root, 'lookupFilter');
  const text = (name: string): string | undefined => childText(root, name);
  const number = (name: string): number | undefined => childNumber(root, name);
  const flag = (name: string): boolean => childFlag(root, name);
  return {
    file: path,
    object: file.object ?? '',
    name: text('fullName')?.split('.').at(-1) ?? file.name,
    root,
    type: text('type'),
    label: text('label'),
    description: text('description'),
    inlineHelpText: text('inlineHelpText'),
    length: number('length'),
    precision: number('precision'),
    scale: number('scale'),
    visibleLines: number('visibleLines'),
    required: flag('required'),
    unique: flag('unique'),
    externalId: flag('externalId'),
    caseSensitive: flag('caseSensitive'),
    trackHistory: flag('trackHistory'),
    trackFeedHistory: flag('trackFeedHistory'),
    defaultValue: text('defaultValue'),
    formula: text('formula'),
    formulaTreatBlanksAs: text('formulaTreatBlanksAs'),
    referenceTo: text('referenceTo'),
    relationshipName: text('relationshipName'),
    relationshipLabel: text('relationshipLabel'),
    relationshipOrder: number('relationshipOrder') ?? 0,
    reparentable: flag('reparentableMasterDetail'),
    writeRequiresMasterRead: flag('writeRequiresMasterRead'),
    deleteConstraint: text('deleteConstraint'),
    lookupFilter: lookupFilter === undefined ? undefined : readLookupFilter(lookupFilter),
    metadataRelationshipControllingField: text('metadataRelationshipControllingField'),
    displayFormat: text('displayFormat'),
    startingNumber: number('startingNumber'),
    displayLocationInDecimal: flag('displayLocationInDecimal'),
    maskChar: text('maskChar'),
    maskType: text('maskType'),
    encryptionScheme: text('encryptionScheme'),
    valueSet: valueSet === undefined ? undefined : readValueSet(valueSet),
    summaryOperation: text('summaryOperation'),
    summarizedField: text('summarizedField'),
    summaryForeignKey: text('summaryForeignKey'),
    summaryFilters: children(root, 'summaryFilterItems').map(readSummaryFilter),
    complianceGroup: text('complianceGroup'),
    securityClassification: text('securityClassification'),
    businessStatus: text('businessStatus'),
  };
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
