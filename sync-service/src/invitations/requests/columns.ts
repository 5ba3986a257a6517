import { SourceError } from '../../errors.ts';
import { refuseRepeatedColumns, shownColumns } from '../../mapping/columns.ts';

/** What a row of a request file can say. */
export const requestFields = ['contact_id', 'lead_id', 'email', 'survey', 'related_record_id', 'delay_hours', 'language'] as const;

export type RequestField = (typeof requestFields)[number];

/** Names that exports of Salesforce and other tools use, without regard to case, blanks and dashes. */
const names: Readonly<Record<RequestField, readonly string[]>> = {
  contact_id: ['contactid', 'contact', 'contact18id', 'contactid18', 'contact18digitid', 'whoid'],
  lead_id: ['leadid', 'lead', 'leadid18'],
  email: ['email', 'emailaddress', 'contactemail', 'mail', 'address'],
  survey: ['survey', 'surveykey', 'surveyid'],
  related_record_id: [
    'relatedrecordid',
    'recordid',
    'relatedrecord',
    'caseid',
    'opportunityid',
    'assetid',
    'contractid',
    'orderid',
    'whatid',
  ],
  delay_hours: ['delayhours', 'delay'],
  language: ['language', 'locale', 'lang'],
};

/** Where in a row each field stands; those that the file does not have are missing. */
export type RequestColumns = ReadonlyMap<RequestField, number>;

/**
 * Finds the columns of a request file by their names.
 * @param named column names that the user gave for fields; they go before ours
 * @throws SourceError when a named column is missing, when two columns mean one field, or when no column says who is to be asked
 */
export function findColumns(
  header: readonly string[],
  named: Partial<Record<RequestField, string>> = {},
): { readonly columns: RequestColumns; readonly unused: readonly string[] } {
  refuseRepeatedColumns(header);
  const columns = new Map<RequestField, number>();
  for (const field of requestFields) {
    const place = named[field] === undefined ? usualPlace(header, field) : namedPlace(header, named[field], field);
    if (place !== undefined) columns.set(field, place);
  }
  if (!columns.has('contact_id') && !columns.has('lead_id') && !columns.has('email')) {
    throw new SourceError(
      `No column says who is to be asked. There must be one called contact_id, lead_id or email (Contact ID, Lead ID, Email are understood, too); the columns are: ${shownColumns(header)}. Name it otherwise with --column contact_id="...".`,
    );
  }
  const used = new Set(columns.values());
  return { columns, unused: header.filter((name, place) => name.trim() !== '' && !used.has(place)) };
}

function usualPlace(header: readonly string[], field: RequestField): number | undefined {
  const places = names[field].map((name) => header.findIndex((column) => bare(column) === name)).filter((place) => place >= 0);
  const [first, second] = places;
  if (first !== undefined && second !== undefined) {
    throw new SourceError(
      `The columns "${shownColumns([header[first] ?? ''])}" and "${shownColumns([header[second] ?? ''])}" could both be the field ${field}. Say which with --column ${field}="...".`,
    );
  }
  return first;
}

function namedPlace(header: readonly string[], column: string, field: RequestField): number {
  const place = header.findIndex((name) => name.trim().toLowerCase() === column.trim().toLowerCase());
  if (place < 0) throw new SourceError(`The file has no column "${column}" (for ${field}). Its columns are: ${shownColumns(header)}.`);
  return place;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
