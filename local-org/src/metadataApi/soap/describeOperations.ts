import { SalesforceError } from '../../errors.ts';
import { children } from '../../metadata/xmlTree.ts';
import { describedTypes } from '../describe/describeMetadata.ts';
import { listMetadata as list } from '../describe/listMetadata.ts';
import { isMetadataType } from '../types/metadataTypes.ts';
import type { MetadataApi, MetadataCall } from './metadataCall.ts';
import { memberText, parameterText } from './parameters.ts';
import { soapMembers, type SoapContent } from './soapXml.ts';

/** Queries in one call: Metadata API Developer Guide, "listMetadata()". */
const mostQueries = 3;

export function listMetadata({ org }: MetadataApi, { body }: MetadataCall): SoapContent {
  const queries = children(body, 'queries');
  if (queries.length > mostQueries)
    throw new SalesforceError('INVALID_OPERATION', `listMetadata takes no more than ${mostQueries} queries at once`);
  return queries.flatMap((query) => {
    const folder = memberText(query, 'folder');
    return list(org, { type: memberText(query, 'type') ?? '', ...(folder === undefined ? {} : { folder }) }).map(soapMembers);
  });
}

export function describeMetadata(): SoapContent {
  return { metadataObjects: describedTypes.map(soapMembers), organizationNamespace: '', partialSaveAllowed: true, testRequired: false };
}

/** What of a type the API can do. Its fields are not told: local-org knows the types' names, not their schemas. */
export function describeValueType(_api: MetadataApi, { body }: MetadataCall): SoapContent {
  const name = parameterText(body, 'type').replace(/^\{.*\}/u, '');
  if (!isMetadataType(name)) throw new SalesforceError('INVALID_TYPE', `Unknown type name '${name}'`);
  return {
    apiCreatable: true,
    apiDeletable: true,
    apiReadable: true,
    apiUpdatable: true,
    valueTypeFields: { isForeignKey: false, isNameField: true, minOccurs: 1, name: 'fullName', soapType: 'string', valueRequired: true },
  };
}
