import type { XmlElement } from '../../metadata/xmlTree.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { DeployJobs } from '../deploy/deployJobs.ts';
import type { RetrieveJobs } from '../retrieve/retrieveJobs.ts';

/** What the operations of the Metadata API work on. */
export interface MetadataApi {
  readonly org: Org;
  readonly deployJobs: DeployJobs;
  readonly retrieveJobs: RetrieveJobs;
}

/** A call of the SOAP API by somebody who is logged in. */
export interface MetadataCall {
  /** The operation's element; prefixes are taken off. */
  readonly body: XmlElement;
  readonly user: RequestUser;
  /** Of the address, `66.0`. */
  readonly version: string;
}
