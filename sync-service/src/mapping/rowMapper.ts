import { textFields, type Answer, type ExtraValue, type TextField } from '../answer.ts';
import { blankTest } from './blanks.ts';
import { columnFinder, refuseRepeatedColumns, type FindColumn } from './columns.ts';
import { dateReader, defaultDateFormats } from './dates.ts';
import { externalIdLimit, extraLimit, fieldLimits, mostReasons, reasonLimit } from './fieldLimits.ts';
import type { DateRule, ExtraRule, Mapping, RatingRule, ReasonsRule, TextRule, YesNoRule } from './mappingSchema.ts';
import { numberIn, ratingReader } from './rating.ts';
import { shown } from './shown.ts';
import { yesNo } from './yesNo.ts';

/** An answer, or every reason why the row is none. */
export type MappedRow = { readonly answer: Answer } | { readonly problems: readonly string[]; readonly responseId: string };

/** Maps the cells of one row, in the order of the header. */
export type MapRow = (cells: readonly string[]) => MappedRow;

/** Source of answers from a file that names none. */
export const defaultSource = 'csv';

/** Nothing a person wrote, and not allowed in Salesforce's XML: dropped from texts. Tabs and line breaks stay. */
export const controlCharacters = /[^\P{Cc}\t\r\n\u0085]/gu;

type Read<T> = (cells: readonly string[], problems: string[]) => T;

/**
 * Prepares a mapping for the columns of one file.
 * @throws SourceError when the file lacks a column the mapping names
 */
export function rowMapper(mapping: Mapping, header: readonly string[]): MapRow {
  refuseRepeatedColumns(header);
  const find = columnFinder(header);
  const { fields } = mapping;
  const responseId = textReader('response_id', fields.response_id, mapping, find);
  const source = fields.source === undefined ? () => null : textReader('source', fields.source, mapping, find);
  const respondedAt = dateCell('responded_at', fields.responded_at, mapping, find);
  const updatedAt = fields.updated_at && dateCell('updated_at', fields.updated_at, mapping, find);
  const rating = fields.rating && ratingCell(fields.rating, mapping, find);
  const reasons = fields.reasons && reasonsCells(fields.reasons, mapping, find);
  const doNotContact = fields.do_not_contact && yesNoCell('do_not_contact', fields.do_not_contact, mapping, find);
  const extras = Object.entries(mapping.extra ?? {}).map(([name, rule]) => [name, extraCell(name, rule, mapping, find)] as const);
  const texts = textFields.flatMap((field): [TextField, Read<string | null>][] => {
    const rule = fields[field];
    return rule === undefined ? [] : [[field, limited(field, textReader(field, rule, mapping, find))]];
  });

  return (cells) => {
    const problems: string[] = [];
    const id = responseId(cells, problems);
    const from = source(cells, problems) ?? defaultSource;
    checkKey(id, from, problems);
    const answeredAt = respondedAt(cells, problems);
    if (answeredAt === null && !problems.some((problem) => problem.startsWith('responded_at'))) problems.push('responded_at is blank');
    const text: Partial<Record<TextField, string | null>> = {};
    for (const [field, read] of texts) text[field] = read(cells, problems);
    const changedAt = updatedAt?.(cells, problems);
    const rated = rating?.(cells, problems);
    const named = reasons?.(cells, problems);
    const optedOut = doNotContact?.(cells, problems);
    const extra = Object.fromEntries(extras.map(([name, read]) => [name, read(cells, problems)]));
    if (problems.length > 0 || id === null || answeredAt === null) return { problems, responseId: id ?? '' };
    return {
      answer: {
        source: from,
        responseId: id,
        respondedAt: answeredAt,
        ...(changedAt === undefined ? {} : { updatedAt: changedAt }),
        ...(rated === undefined ? {} : { rating: rated }),
        ...(named === undefined ? {} : { reasons: named }),
        ...(typeof optedOut === 'boolean' ? { doNotContact: optedOut } : {}),
        ...(extras.length === 0 ? {} : { extra }),
        text,
      },
    };
  };
}

function checkKey(id: string | null, source: string, problems: string[]): void {
  if (id === null) problems.push('response_id is blank');
  // The key is <source>:<response id>; a colon in the source would let two different answers share one key.
  if (source.includes(':') || source.length > 80) problems.push(`source ${shown(source)} must have at most 80 characters and no colon`);
  if (id !== null && source.length + 1 + id.length > externalIdLimit)
    problems.push(`response_id has ${id.length} characters, too many for a key`);
}

function textReader(field: string, rule: TextRule, mapping: Mapping, find: FindColumn): Read<string | null> {
  const isBlank = blankTest([...(mapping.blanks ?? []), ...(rule.blanks ?? [])]);
  const cell = cellReader(field, rule, find);
  const values = rule.values && new Map(Object.entries(rule.values).map(([from, to]) => [from.trim().toLowerCase(), to]));
  return (cells, problems) => {
    const text = cell(cells).replace(controlCharacters, '').trim();
    if (isBlank(text)) return null;
    if (values === undefined) return text;
    const to = values.get(text.toLowerCase());
    if (to !== undefined) return to;
    if (rule.unlisted === 'keep') return text;
    if (rule.unlisted !== 'blank') problems.push(`${field} ${shown(text)} is not among the values of the mapping`);
    return null;
  };
}

function cellReader(
  field: string,
  rule: { column?: string | undefined; constant?: string | undefined },
  find: FindColumn,
): (cells: readonly string[]) => string {
  const { column, constant } = rule;
  if (column === undefined) return () => constant ?? '';
  const place = find(column, field);
  return (cells) => cells[place] ?? '';
}

function limited(field: TextField, read: Read<string | null>): Read<string | null> {
  const most = fieldLimits[field];
  return (cells, problems) => {
    const text = read(cells, problems);
    if (text !== null && text.length > most) problems.push(`${field} has ${text.length} characters; at most ${most} fit`);
    if (field === 'program' && text !== null && text !== 'Relational' && text !== 'Transactional') {
      problems.push(`program ${shown(text)} is neither Relational nor Transactional`);
    }
    return text;
  };
}

function dateCell(field: string, rule: DateRule, mapping: Mapping, find: FindColumn): Read<string | null> {
  const formats = rule.dateFormats ?? mapping.dateFormats ?? defaultDateFormats;
  const expectedBy = rule.expectedBy ?? mapping.expectedBy;
  const read = dateReader(formats, {
    zone: rule.timeZone ?? mapping.timeZone ?? 'UTC',
    ...(expectedBy === undefined ? {} : { expectedBy }),
  });
  const isBlank = blankTest([...(mapping.blanks ?? []), ...(rule.blanks ?? [])]);
  const place = find(rule.column, field);
  return (cells, problems) => {
    const text = (cells[place] ?? '').trim();
    if (isBlank(text)) return null;
    const date = read(text);
    if (date === undefined) problems.push(`${field} ${shown(text)} is in none of the date formats (${formats.join(', ')})`);
    return date ?? null;
  };
}

function ratingCell(rule: RatingRule, mapping: Mapping, find: FindColumn): Read<number | null> {
  const cell = cellReader('rating', rule, find);
  const isBlank = blankTest([...(mapping.blanks ?? []), ...(rule.blanks ?? [])]);
  const read = ratingReader(rule);
  return (cells, problems) => {
    const text = cell(cells);
    if (isBlank(text)) return null;
    const result = read(text);
    if ('rating' in result) return result.rating;
    problems.push(result.problem);
    return null;
  };
}

function reasonsCells(rule: ReasonsRule, mapping: Mapping, find: FindColumn): Read<readonly string[]> {
  const places = (rule.columns ?? (rule.column === undefined ? [] : [rule.column])).map((column) => find(column, 'reasons'));
  const isBlank = blankTest([...(mapping.blanks ?? []), ...(rule.blanks ?? [])]);
  const separator = rule.separator ?? ';';
  return (cells, problems) => {
    const parts = places
      .flatMap((place) => (cells[place] ?? '').split(separator))
      .map((reason) => reason.replace(controlCharacters, '').trim());
    const reasons = [...new Set(parts.filter((reason) => !isBlank(reason)))];
    const tooLong = reasons.find((reason) => reason.length > reasonLimit);
    if (tooLong !== undefined) problems.push(`a reason has ${tooLong.length} characters; at most ${reasonLimit} fit`);
    if (reasons.length > mostReasons) problems.push(`it has ${reasons.length} reasons; at most ${mostReasons} fit`);
    return reasons;
  };
}

function yesNoCell(field: string, rule: YesNoRule, mapping: Mapping, find: FindColumn): Read<boolean | null> {
  const cell = cellReader(field, rule, find);
  const isBlank = blankTest([...(mapping.blanks ?? []), ...(rule.blanks ?? [])]);
  const values = rule.values && new Map(Object.entries(rule.values).map(([from, to]) => [from.trim().toLowerCase(), to]));
  return (cells, problems) => {
    const text = cell(cells).trim();
    if (isBlank(text)) return null;
    const read = values === undefined ? yesNo(text) : values.get(text.toLowerCase());
    if (read !== undefined) return read;
    problems.push(`${field} ${shown(text)} is ${values === undefined ? 'neither yes nor no' : 'not among the values of the mapping'}`);
    return null;
  };
}

function extraCell(name: string, rule: ExtraRule, mapping: Mapping, find: FindColumn): Read<ExtraValue> {
  const field = `extra.${name}`;
  const cell = cellReader(field, rule, find);
  const isBlank = blankTest([...(mapping.blanks ?? []), ...(rule.blanks ?? [])]);
  return (cells, problems) => {
    const text = cell(cells).replace(controlCharacters, '').trim();
    if (isBlank(text)) return null;
    if (text.length > extraLimit) problems.push(`${field} has ${text.length} characters; at most ${extraLimit} fit`);
    if (rule.type === undefined || rule.type === 'text') return text;
    const value = rule.type === 'number' ? numberIn(text) : yesNo(text);
    if (value === undefined) problems.push(`${field} ${shown(text)} is ${rule.type === 'number' ? 'not a number' : 'neither yes nor no'}`);
    return value ?? null;
  };
}
