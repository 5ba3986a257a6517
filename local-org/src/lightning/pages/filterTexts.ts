import type { ListView, ListViewFilter } from '../../metadata/listView.ts';
import type { Field, SObjectType } from '../../schema/types.ts';
import { labelOf } from '../../uiApi/values/displayValue.ts';
import type { Texts } from '../texts/fillText.ts';
import { filterSentence, type SaidOperator } from '../texts/filterSentence.ts';
import { columnField } from './columnField.ts';
import { fieldModel } from './fieldModel.ts';
import type { Schema } from '../../schema/types.ts';

/** What a list view shows of its object, in words: one sentence for each filter. */
export function filterTexts(view: ListView, object: SObjectType, schema: Schema, texts: Texts): readonly string[] {
  const mine = view.mineOnly ? [texts.mineOnly] : [];
  const filters = view.filters.map((filter) => {
    const field = columnField(object, filter.field);
    return field === undefined ? filter.field : filterText(filter, field, fieldModel(schema, object, field).label, texts);
  });
  return [...mine, ...filters];
}

function filterText({ operation, value = '' }: ListViewFilter, field: Field, label: string, texts: Texts): string {
  const values = value === '' ? [] : value.split(',').map((item) => valueText(field, item.trim(), texts));
  return filterSentence(texts, { label, operator: operation satisfies SaidOperator, values });
}

function valueText(field: Field, value: string, texts: Texts): string {
  if (field.type === 'boolean') return value === '1' || value.toLowerCase() === 'true' ? texts.yes : texts.no;
  return field.picklist === undefined ? value : labelOf(field, value);
}
