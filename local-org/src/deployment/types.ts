import type { XmlElement } from '../metadata/xmlTree.ts';
import type { RequestUser } from '../requestUser.ts';

/**
 * What the Metadata API's doors and the org's deployment say to each other.
 * Components are decomposed: a field is a component of its own, whatever file
 * brought it.
 */

/** A file that belongs to a component beside its metadata: Apex source, the files of an LWC bundle, a static resource. */
export interface ComponentFile {
  /** Path below the package's root with forward slashes, e.g. `lwc/customerPulse/customerPulse.js`. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** Names one component, as package.xml does. */
export interface ComponentName {
  /** Metadata type: `CustomField`, `Flow`, `LightningComponentBundle`. */
  readonly type: string;
  /** `Account.Segment__c`, `RecordResponse`, `Account-Account Layout`. */
  readonly fullName: string;
}

/** One metadata component as it was deployed. */
export interface Component extends ComponentName {
  /** The file of the package that brought it, which results name: `objects/Account.object`, `classes/A.cls`. */
  readonly fileName: string;
  /** Its metadata; lines count in `fileName` (or in its `-meta.xml`). Absent for types that have none. */
  readonly root?: XmlElement;
  readonly files: readonly ComponentFile[];
}

/** A component in the org, with what `listMetadata` tells of it. */
export interface StoredComponent extends Component {
  /** 18 characters. */
  readonly id: string;
  readonly createdById: string;
  readonly lastModifiedById: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly lastModifiedAt: number;
  /** False for what is kept but not executed here, such as Apex. */
  readonly runs: boolean;
}

/** One deployment, read from its archive. */
export interface DeployRequest {
  /** What package.xml names and the archive holds, in the order of the archive. */
  readonly components: readonly Component[];
  /** From destructiveChangesPre.xml; deleted before the rest is deployed. */
  readonly deleteFirst: readonly Deletion[];
  /** From destructiveChanges.xml and destructiveChangesPost.xml. */
  readonly deleteLast: readonly Deletion[];
  readonly checkOnly: boolean;
  readonly rollbackOnError: boolean;
  readonly ignoreWarnings: boolean;
  readonly purgeOnDelete: boolean;
  readonly user: RequestUser;
  /** Aborted when the deployment is canceled: until the swap it may still be given up, by rejecting with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told as components are done, for `checkDeployStatus`. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A component that a destructive change names, and the file that says so. */
export interface Deletion extends ComponentName {
  readonly fileName: string;
}

/** Something wrong with, or worth saying about, one component. */
export interface ComponentProblem {
  readonly kind: 'Error' | 'Warning';
  readonly message: string;
  /** The file in which it is, when the component has several: `lwc/gauge/gauge.html`. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What became of one component of a deployment; the fields of `DeployMessage`. */
export interface ComponentResult extends ComponentName {
  readonly fileName: string;
  /** Absent when the component failed before it had one. */
  readonly id?: string;
  readonly success: boolean;
  readonly created: boolean;
  readonly changed: boolean;
  readonly deleted: boolean;
  /** Empty when all is well; warnings do not fail a component. */
  readonly problems: readonly ComponentProblem[];
}

export interface DeployOutcome {
  /** Whether the org now has (with `checkOnly`: would have) what was asked. */
  readonly status: 'Succeeded' | 'SucceededPartial' | 'Failed';
  readonly components: readonly ComponentResult[];
}

/** The org's metadata: what is there, and how it changes. */
export interface Deployments {
  /** Deployments run one after another; each is wholly visible or not at all to every other request. */
  deploy(request: DeployRequest): Promise<DeployOutcome>;
  /** All components of a type, those of the platform itself (standard objects) included, by full name. */
  list(type: string): readonly StoredComponent[];
  read(name: ComponentName): StoredComponent | undefined;
}
