import { recordId } from '../../salesforce/recordId.ts';
import type { SurveyRequest } from '../org/requestSurvey.ts';
import type { RequestColumns, RequestField } from './columns.ts';

/** A request, or every reason why the row is none. Values are not repeated: they are personal data. */
export type RequestRow = { readonly request: SurveyRequest } | { readonly problems: readonly string[] };

const longestDelayHours = 24 * 365;

/** Understands the cells of a row. @param survey key of the survey for rows that name none */
export function requestRow(cells: readonly string[], columns: RequestColumns, survey: string | undefined): RequestRow {
  const problems: string[] = [];
  const cell = (field: RequestField): string | undefined => {
    const place = columns.get(field);
    const text = place === undefined ? '' : (cells[place] ?? '').trim();
    return text === '' ? undefined : text;
  };
  const id = (field: RequestField, prefix: string, of: string): string | undefined => {
    const text = cell(field);
    const known = recordId(text, prefix);
    if (text !== undefined && known === undefined)
      problems.push(`${field} is no id of ${of} (15 or 18 letters and digits${prefix === '' ? '' : `, from ${prefix}`})`);
    return known;
  };
  const contactId = id('contact_id', '003', 'a contact');
  const leadId = id('lead_id', '00Q', 'a lead');
  const relatedRecordId = id('related_record_id', '', 'a record');
  const email = cell('email');
  if (cell('contact_id') === undefined && cell('lead_id') === undefined && email === undefined)
    problems.push('names nobody: contact_id, lead_id and email are blank');
  const named = cell('survey') ?? survey;
  if (named === undefined) problems.push('names no survey: fill the column survey, or name one for the whole file with --survey');
  const delayHours = delayOf(cell('delay_hours'), problems);
  const language = cell('language');
  if (problems.length > 0 || named === undefined) return { problems };
  return {
    request: {
      ...(contactId === undefined ? {} : { contactId }),
      ...(leadId === undefined ? {} : { leadId }),
      ...(email === undefined ? {} : { email }),
      ...(isSurveyId(named) ? { surveyId: named } : { surveyKey: named }),
      ...(relatedRecordId === undefined ? {} : { relatedRecordId }),
      ...(delayHours === undefined ? {} : { delayHours }),
      ...(language === undefined ? {} : { language: language.slice(0, 10) }),
    },
  };
}

function delayOf(text: string | undefined, problems: string[]): number | undefined {
  if (text === undefined) return undefined;
  const hours = Number(text.replace(',', '.'));
  if (Number.isFinite(hours) && hours >= 0 && hours <= longestDelayHours) return hours;
  problems.push(`delay_hours must be a number of hours from 0 to ${longestDelayHours}`);
  return undefined;
}

/** Keys are words people choose; ids of our objects begin with `a`, and their last three characters check the others. */
function isSurveyId(text: string): boolean {
  return text.length === 18 && recordId(text.slice(0, 15), 'a') === text;
}
