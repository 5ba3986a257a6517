import type { MetadataProblem } from '../errors.ts';
import { elementProblems, refusedFlag, type ElementRule } from './elementRules.ts';
import type { MetadataFile } from './packageSource.ts';
import { child, childFlag, childText, type XmlElement } from './xmlTree.ts';

/** The name field of a custom object. */
export interface NameFieldSource {
  readonly label: string;
  readonly type: string;
  readonly displayFormat: string | undefined;
  readonly startingNumber: number;
  readonly trackHistory: boolean;
}

/** A CustomObject file; for a standard object, what the package says about it. */
export interface CustomObjectSource {
  readonly file: string;
  readonly name: string;
  readonly label: string | undefined;
  readonly pluralLabel: string | undefined;
  readonly description: string | undefined;
  readonly sharingModel: string | undefined;
  readonly nameField: NameFieldSource | undefined;
  /** Tasks and events may be about its records. */
  readonly enableActivities: boolean;
}

const OBJECT_RULES: Readonly<Record<string, ElementRule>> = {
  fullName: 'used',
  label: 'used',
  pluralLabel: 'used',
  description: 'used',
  sharingModel: 'used',
  nameField: 'used',
  deploymentStatus: 'kept',
  actionOverrides: 'kept',
  allowInChatterGroups: 'kept',
  compactLayoutAssignment: 'kept',
  customHelp: 'kept',
  customHelpPage: 'kept',
  enableActivities: 'used',
  enableBulkApi: 'kept',
  enableEnhancedLookup: 'kept',
  enableFeeds: 'kept',
  enableHistory: 'kept',
  enableLicensing: refusedFlag('licensing by object'),
  enableReports: 'kept',
  enableSearch: 'kept',
  enableSharing: 'kept',
  enableStreamingApi: 'kept',
  externalSharingModel: 'kept',
  gender: 'kept',
  startsWith: 'kept',
  profileSearchLayouts: 'kept',
  recordTypeTrackFeedHistory: 'kept',
  recordTypeTrackHistory: 'kept',
  searchLayouts: 'kept',
  visibility: { refused: 'only public objects are run here', unless: ['Public'] },
  enableDivisions: refusedFlag('a divided organisation'),
  enableDataTranslation: refusedFlag('data translation'),
  household: refusedFlag('households'),
  eventType: { refused: 'platform events are not run here' },
  publishBehavior: { refused: 'platform events are not run here' },
  customSettingsType: { refused: 'custom settings are not run here' },
  customSettingsVisibility: { refused: 'custom settings are not run here' },
  externalDataSource: { refused: 'external objects are not run here' },
  externalName: { refused: 'external objects are not run here' },
  externalRepository: { refused: 'external objects are not run here' },
};

const NAME_FIELD_RULES: Readonly<Record<string, ElementRule>> = {
  label: 'used',
  type: 'used',
  displayFormat: 'used',
  startingNumber: 'used',
  trackHistory: 'used',
  trackFeedHistory: 'kept',
};

/** Reads a `CustomObject` file; problems are what it says that local-org does not know or does not run. */
export function readCustomObject(file: MetadataFile): {
  readonly object: CustomObjectSource;
  readonly problems: readonly MetadataProblem[];
} {
  const { root, path } = file;
  const nameField = child(root, 'nameField');
  const object: CustomObjectSource = {
    file: path,
    name: childText(root, 'fullName') ?? file.object ?? file.name,
    label: childText(root, 'label'),
    pluralLabel: childText(root, 'pluralLabel'),
    description: childText(root, 'description'),
    sharingModel: childText(root, 'sharingModel'),
    nameField: nameField === undefined ? undefined : readNameField(nameField),
    enableActivities: childFlag(root, 'enableActivities'),
  };
  const problems = [
    ...elementProblems(path, root, OBJECT_RULES),
    ...(nameField === undefined ? [] : elementProblems(path, nameField, NAME_FIELD_RULES)),
  ];
  return { object, problems };
}

function readNameField(element: XmlElement): NameFieldSource {
  return {
    label: childText(element, 'label') ?? 'Name',
    type: childText(element, 'type') ?? 'Text',
    displayFormat: childText(element, 'displayFormat'),
    startingNumber: Number(childText(element, 'startingNumber') ?? '1'),
    trackHistory: childText(element, 'trackHistory') === 'true',
  };
}
