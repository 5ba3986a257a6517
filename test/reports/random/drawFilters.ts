import type { Random } from '../world/random.ts';
import { isDay, isId, isLongText, isNumber, type DrawnColumn, type DrawnType } from './drawnType.ts';
import { element, some } from './xml.ts';

const DAYS = [
  ...['TODAY', 'YESTERDAY', 'LAST_N_DAYS:30', 'N_DAYS_AGO:3', 'NEXT_N_DAYS:7', 'THIS_WEEK', 'LAST_WEEK', 'LAST_N_WEEKS:2', 'THIS_MONTH'],
  ...['LAST_MONTH', 'LAST_N_MONTHS:3', 'THIS_QUARTER', 'LAST_QUARTER', 'LAST_N_QUARTERS:2', 'LAST_FISCAL_QUARTER', 'THIS_YEAR'],
  ...['LAST_YEAR', 'LAST_N_YEARS:2', 'THIS_FISCAL_YEAR', '2026-01-31', '1/31/2026', '2026-03-29', '10/25/2025'],
];
const INTERVALS = [
  ...['INTERVAL_CURY', 'INTERVAL_PREVY', 'INTERVAL_CURRENTQ', 'INTERVAL_PREVQ', 'INTERVAL_CURPREVQ', 'INTERVAL_LASTMONTH'],
  ...['INTERVAL_THISMONTH', 'INTERVAL_LASTTHISMONTH', 'INTERVAL_LAST90', 'INTERVAL_LAST30', 'INTERVAL_LASTWEEK', 'INTERVAL_CUSTOM'],
];
const ORDERED = ['equals', 'notEqual', 'lessThan', 'greaterThan', 'lessOrEqual', 'greaterOrEqual'];
const LOGIC: Readonly<Record<number, readonly string[]>> = {
  2: ['1 OR 2', '1 AND 2', 'NOT 1 OR 2', '1 AND NOT 2'],
  3: ['1 OR 2 AND 3', '(1 OR 2) AND 3', '1 AND (2 OR NOT 3)', 'NOT (1 AND 2) OR 3', '1 OR 2 OR 3'],
};

/** Related records by which records of an object can be chosen, and lines about them. */
const RELATED: Readonly<Record<string, readonly (readonly [object: string, lookup: string, lines: readonly (readonly string[])[]])[]>> = {
  Account: [
    [
      'PulseResponse__c',
      'Account__c',
      [
        ['Rating__c', 'lessOrEqual', '6'],
        ['RespondedAt__c', 'equals', 'LAST_N_DAYS:90'],
      ],
    ],
    ['PulseInvitation__c', 'Account__c', [['Status__c', 'notEqual', 'Suppressed']]],
  ],
  Contact: [['PulseResponse__c', 'Contact__c', [['Channel__c', 'equals', 'Web,Email']]]],
  PulseResponse__c: [
    [
      'PulseFollowUp__c',
      'Response__c',
      [
        ['Status__c', 'notEqual', 'Open'],
        ['DueAt__c', 'lessThan', 'TODAY'],
      ],
    ],
    [
      'PulseReason__c',
      'Response__c',
      [
        ['Reason__c', 'contains', 'pri'],
        ['Overruled__c', 'equals', 'False'],
      ],
    ],
  ],
};

/** The elements that leave rows out: filter, cross filters, time frame and scope. */
export function drawFilters(random: Random, type: DrawnType): string {
  return [drawFilter(random, type), drawCrossFilter(random, type), drawTimeFrame(random, type), drawScope(random, type)].join('');
}

function drawFilter(random: Random, { columns }: DrawnType): string {
  const lines = some(
    random,
    columns.filter((column) => !isId(column)),
    random.whole(0, 3),
  ).map((column) => line(column, ...condition(random, column)));
  if (lines.length === 0) return '';
  const logic = LOGIC[lines.length];
  const joined = logic !== undefined && random.chance(0.6) ? element('booleanFilter', random.pick(logic)) : '';
  return `<filter>${joined}${lines.join('')}</filter>`;
}

const line = ({ token }: Pick<DrawnColumn, 'token'>, operator: string, value: string): string =>
  `<criteriaItems>${element('column', token)}${element('operator', operator)}${element('value', value)}</criteriaItems>`;

function condition(random: Random, column: DrawnColumn): readonly [operator: string, value: string] {
  if (column.type === 'boolean') return [random.pick(['equals', 'notEqual']), random.pick(['True', 'False', '1', '0'])];
  if (isLongText(column)) return ['contains', 'a'];
  const operator = random.pick(ORDERED);
  const isList = operator === 'equals' || operator === 'notEqual';
  if (isList && random.chance(0.12)) return [operator, ''];
  if (isDay(column)) return [operator, random.pick(DAYS)];
  if (isNumber(column)) {
    const value = random.pick(['0', '1', '7', '8.5', ...column.values]);
    return [operator, isList && random.chance(0.3) ? `${value},9` : value];
  }
  return textCondition(random, column);
}

function textCondition(random: Random, { type, values }: DrawnColumn): readonly [operator: string, value: string] {
  const isPicklist = type === 'picklist';
  const chosen = values.length === 0 ? ['nothing'] : some(random, values, random.whole(1, 3));
  if (!isPicklist && random.chance(0.2)) return [random.pick(['lessThan', 'greaterOrEqual']), `"${chosen[0] ?? ''}"`];
  if (random.chance(0.5)) return [random.pick(['equals', 'notEqual']), chosen.map((value) => `"${value}"`).join(',')];
  return [random.pick(['contains', 'notContain', 'startsWith']), chosen.map((value) => `"${value.slice(0, 4)}"`).join(',')];
}

function drawCrossFilter(random: Random, { baseObject }: DrawnType): string {
  const related = RELATED[baseObject];
  if (related === undefined || !random.chance(0.3)) return '';
  const [object, lookup, lines] = random.pick(related);
  const kept = lines.filter(() => random.chance(0.6)).map(([token = '', operator = '', value = '']) => line({ token }, operator, value));
  return `<crossFilters>${kept.join('')}${element('operation', random.pick(['with', 'without']))}${element('primaryTableColumn', `${baseObject}$Id`)}${element('relatedTable', object)}${element('relatedTableJoinColumn', lookup)}</crossFilters>`;
}

function drawTimeFrame(random: Random, { columns }: DrawnType): string {
  const days = columns.filter(isDay);
  if (days.length === 0 || !random.chance(0.4)) return '';
  const interval = random.pick(INTERVALS);
  const custom = interval === 'INTERVAL_CUSTOM';
  const end = custom && random.chance(0.5) ? element('endDate', '2026-03-29') : '';
  const start = custom && random.chance(0.5) ? element('startDate', '2025-10-26') : '';
  return `<timeFrameFilter>${element('dateColumn', random.pick(days).token)}${end}${element('interval', interval)}${start}</timeFrameFilter>`;
}

const drawScope = (random: Random, { baseObject }: DrawnType): string =>
  element('scope', ['Account', 'Contact', 'PulseFollowUp__c'].includes(baseObject) && random.chance(0.25) ? 'user' : 'organization');
