import type { Random } from '../world/random.ts';
import { drawFilters } from './drawFilters.ts';
import { isDay, isId, isLongText, isNumber, type DrawnColumn, type DrawnType } from './drawnType.ts';
import { element, some } from './xml.ts';

const GRAINS = ['Day', 'Week', 'Month', 'Quarter', 'Year', 'FiscalQuarter', 'FiscalYear', 'MonthInYear', 'DayInMonth'];
const SUMMARIES = ['Sum', 'Average', 'Maximum', 'Minimum', 'Unique'];
const BUCKET = 'BucketField_1';

/** A column of the drawn report, and how it is summed up. */
interface Shown {
  readonly column: DrawnColumn;
  readonly summaries: readonly string[];
}

/** A report file that somebody might have built: any columns, groupings, figures, buckets and filters that its type offers. */
export function drawReport(random: Random, type: DrawnType, name: string): string {
  const format = random.pick(['Tabular', 'Summary', 'Summary', 'Matrix', 'Matrix']);
  const bucket = random.chance(0.35) ? drawBucket(random, type) : '';
  const groups = drawGroups(random, type, format, bucket !== '');
  const grouped = new Set([...groups.down, ...groups.across].map(({ token }) => token));
  const shown = some(
    random,
    type.columns.filter(({ token }) => !grouped.has(token)),
    random.whole(1, 6),
  ).map((column) => ({
    column,
    summaries: isNumber(column) ? some(random, SUMMARIES, random.whole(0, 3)) : [],
  }));
  const grouping = (side: string) => (group: Group) => drawGrouping(random, side, group, shown);
  const parts = [
    ...drawFormulas(random, type, format),
    bucket,
    ...shown.map(({ column, summaries }) => columnXml(column, summaries)),
    drawFilters(random, type),
    element('format', format),
    ...groups.across.map(grouping('groupingsAcross')),
    ...groups.down.map(grouping('groupingsDown')),
    element('name', name),
    element('reportType', type.name),
    element('showDetails', String(random.chance(0.5))),
    ...(random.chance(0.4) ? sortXml(random, shown) : []),
  ];
  return `<Report xmlns="http://soap.sforce.com/2006/04/metadata">${parts.join('')}</Report>`;
}

const columnXml = ({ token }: DrawnColumn, summaries: readonly string[]): string =>
  `<columns>${summaries.map((summary) => element('aggregateTypes', summary)).join('')}${element('field', token)}</columns>`;

const sortXml = (random: Random, shown: readonly Shown[]): readonly string[] => [
  element('sortColumn', random.pick(shown).column.token),
  element('sortOrder', random.pick(['Asc', 'Desc'])),
];

type Group = Pick<DrawnColumn, 'token' | 'type'>;

function drawGroups(
  random: Random,
  { columns }: DrawnType,
  format: string,
  hasBucket: boolean,
): { readonly down: readonly Group[]; readonly across: readonly Group[] } {
  const chosen: readonly Group[] = some(
    random,
    columns.filter((column) => !isId(column) && !isLongText(column)),
    4,
  );
  const first: readonly Group[] = hasBucket ? [{ token: BUCKET, type: 'string' }] : [];
  if (format === 'Tabular') return { down: [], across: [] };
  if (format === 'Summary') return { down: [...first, ...chosen].slice(0, random.whole(1, 3)), across: [] };
  return { down: [...first, ...chosen.slice(0, 2)].slice(0, random.whole(1, 2)), across: chosen.slice(2, random.whole(3, 4)) };
}

/** Sorted by itself, by the number of rows or by a figure that the report shows. */
function drawGrouping(random: Random, side: string, group: Group, shown: readonly Shown[]): string {
  const grain = isDay({ ...group, wireName: '', isLookup: false }) ? random.pick(GRAINS) : 'Day';
  const figures = [
    ['RowCount', 'RowCount'],
    ...shown.flatMap(({ column, summaries }) => summaries.map((summary) => [summary, column.token])),
  ];
  const [aggregateType = '', sortByName = ''] = random.pick(figures);
  const byFigure = random.chance(0.25);
  const sort = byFigure
    ? [element('aggregateType', aggregateType), element('sortByName', sortByName), element('sortType', 'Aggregate')]
    : [];
  const order = element('sortOrder', random.pick(['Asc', 'Desc']));
  return `<${side}>${element('dateGranularity', grain)}${element('field', group.token)}${order}${sort.join('')}</${side}>`;
}

function drawBucket(random: Random, { columns }: DrawnType): string {
  const numbers = columns.filter(isNumber);
  if (numbers.length > 0 && random.chance(0.5)) {
    const [low, high] = [random.whole(0, 3), random.whole(4, 8)];
    const ranges = [
      ['Low', '', low],
      ['Middle', low, high],
      ['High', high, ''],
    ];
    const values = ranges.map(
      ([label, from, to]) =>
        `<values><sourceValues>${from === '' ? '' : element('from', String(from))}${to === '' ? '' : element('to', String(to))}</sourceValues>${element('value', String(label))}</values>`,
    );
    return bucketXml('number', random.pick(numbers).token, random.pick(['n', 'z']), false, values);
  }
  const texts = columns.filter(({ type, isLookup, values }) => (isLookup || type === 'string' || type === 'picklist') && values.length > 1);
  if (texts.length === 0) return '';
  const { type, token, values: all } = random.pick(texts);
  const [one = [], two = []] = Object.values(Object.groupBy(some(random, all, 4), (_, place) => place % 2));
  const values = [['One', one] as const, ['Two', two] as const].map(
    ([label, list]) =>
      `<values>${list.map((value) => `<sourceValues>${element('sourceValue', value)}</sourceValues>`).join('')}${element('value', label)}</values>`,
  );
  return bucketXml(type === 'picklist' ? 'picklist' : 'text', token, 'n', random.chance(0.5), values);
}

function bucketXml(kind: string, column: string, blanks: string, other: boolean, values: readonly string[]): string {
  const parts = [
    element('bucketType', kind),
    element('developerName', BUCKET),
    element('masterLabel', 'Bucket'),
    element('nullTreatment', blanks),
    ...(other ? [element('otherBucketLabel', 'Others')] : []),
    element('sourceColumnName', column),
    element('useOther', String(other)),
    ...values,
  ];
  return `<buckets>${parts.join('')}</buckets>`;
}

/** Summary formulas over sums and distinct counts, which are never blank: what a blank makes of a formula is said nowhere. */
function drawFormulas(random: Random, { columns }: DrawnType, format: string): readonly string[] {
  const numbers = columns.filter(isNumber);
  if (format === 'Tabular' || numbers.length === 0) return [];
  const summed = (): string => `${random.pick(numbers).formulaName}:${random.pick(['SUM', 'SUM', 'UNIQUE'])}`;
  const whole = format === 'Matrix' ? 'ROW_GRAND_SUMMARY, COLUMN_GRAND_SUMMARY' : 'GRAND_SUMMARY';
  return Array.from({ length: random.whole(0, 3) }, (_, place) => {
    const [one, other] = [summed(), summed()];
    const formula = random.pick([
      `IF(${other} > 0, ${one} / ${other}, NULL)`,
      `${one} / ${other}`,
      `IF(RowCount > 3, ${one}, 0) - ${other} * 2`,
      `ABS(${one} - ${other})`,
      `MAX(${one}, ${other})`,
      `RowCount / PARENTGROUPVAL(RowCount, ${whole})`,
      `${one} - PARENTGROUPVAL(${one}, ${whole})`,
      `IF(AND(${other} > 0, RowCount > 1), ${one}, ${other})`,
    ]);
    const parts = [
      element('calculatedFormula', formula),
      element('datatype', random.pick(['number', 'number', 'percent'])),
      element('developerName', `FORMULA${String(place + 1)}`),
      element('isActive', 'true'),
      element('masterLabel', `Formula ${String(place + 1)}`),
      element('scale', String(random.whole(0, 3))),
    ];
    return `<aggregates>${parts.join('')}</aggregates>`;
  });
}
