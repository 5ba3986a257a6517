import { fold } from '../storage/fold.ts';
import type { FieldValue } from '../schema/types.ts';
import type { FactPart, GroupNode } from './facts.ts';
import type { CompiledGrouping } from './groupings.ts';
import { BLANK, labelOf, localeOf, type Reader } from './labels.ts';
import { periodLabel, periodValue, type PeriodRules } from './periods.ts';

/** What groups are labelled by. */
export interface GroupWords {
  readonly reader: Reader;
  readonly periods: PeriodRules;
  /** Of records, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** The value and the label of a group. */
export interface GroupTexts {
  readonly value: FieldValue;
  readonly label: string;
  readonly recordId?: string;
}

/** What a group is called. */
export function groupTexts(
  { column, kind, granularity }: CompiledGrouping,
  raw: FactPart,
  { reader, periods, names }: GroupWords,
): GroupTexts {
  if (raw === null) return { value: null, label: BLANK };
  switch (kind) {
    case 'record': {
      const id = String(raw);
      return { value: id, label: names.get(id) ?? BLANK, recordId: id };
    }
    case 'period': {
      const value = periodValue(raw, granularity, periods);
      return { value, label: periodLabel(value, granularity, periods) };
    }
    case 'boolean':
      return { value: raw === 1, label: raw === 1 ? 'true' : 'false' };
    default: {
      const { type, field, scale = field?.scale } = column.value;
      return { value: raw, label: labelOf({ type, scale, picklist: field?.picklist }, raw, reader) };
    }
  }
}

/** Ascending order of a grouping's groups; blank comes first. */
export function groupOrder(grouping: CompiledGrouping, words: GroupWords): (one: GroupNode, other: GroupNode) => number {
  const text = textOrder(words.reader);
  const ranks = ranksOf(grouping);
  const compare = (one: FactPart, other: FactPart): number => {
    const difference = rank(ranks, one) - rank(ranks, other);
    if (difference !== 0) return difference;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    if (grouping.kind === 'period') return String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0;
    return text(groupTexts(grouping, one, words).label, groupTexts(grouping, other, words).label) || (String(one) < String(other) ? -1 : 1);
  };
  return ({ raw: one }, { raw: other }) => {
    if (one === null || other === null) return Number(one !== null) - Number(other !== null);
    return one === other ? 0 : compare(one, other);
  };
}

/** Picklist values and buckets come in the order in which they are declared. */
function ranksOf({ kind, column }: CompiledGrouping): ReadonlyMap<string, number> {
  const { source, value } = column;
  if (kind === 'bucket' && 'values' in source) {
    const labels = [...source.values.map(({ label }) => label), ...(source.otherLabel === undefined ? [] : [source.otherLabel])];
    return new Map(labels.map((label, index) => [label, index]));
  }
  if (kind !== 'picklist') return new Map();
  return new Map((value.field?.picklist?.values ?? []).map((choice, index) => [choice.value, index]));
}

/** What is not declared comes last. */
function rank(ranks: ReadonlyMap<string, number>, value: FactPart): number {
  return typeof value === 'string' ? (ranks.get(value) ?? ranks.size) : 0;
}

/** As SOQL sorts: English by capitals, other languages by their own order. */
function textOrder(reader: Reader): (one: string, other: string) => number {
  const locale = localeOf(reader);
  if (!locale.toLowerCase().startsWith('en')) return new Intl.Collator(locale, { sensitivity: 'accent' }).compare;
  return (one, other) => {
    const [first, second] = [fold(one), fold(other)];
    return first < second ? -1 : first > second ? 1 : 0;
  };
}
