import type { SObjectType } from '../../schema/types.ts';
import { eTagOf } from '../../uiApi/records/recordRepresentation.ts';
import { MASTER_RECORD_TYPE_ID } from '../../storage/metadataRecords/recordTypeId.ts';
import { defaultSections, layoutSections } from '../pages/detailSections.ts';
import { findField } from '../pages/fieldModel.ts';
import type { DetailSectionModel, FieldModel } from '../pages/pageSettings.ts';
import { standardHighlights } from '../pages/standardFields.ts';
import type { UiContext } from './uiContext.ts';

export const layoutTypes = ['Full', 'Compact'] as const;
export const modes = ['View', 'Edit', 'Create'] as const;
export type LayoutType = (typeof layoutTypes)[number];
export type Mode = (typeof modes)[number];

/** UI API's Record Layout: the fields of an object's page as the user sees them, in sections, rows and items. */
export function layoutRepresentation(context: UiContext, object: SObjectType, type: LayoutType, mode: Mode): Record<string, unknown> {
  const id = `${object.keyPrefix}${type}${mode}`;
  const sections = sectionsOf(context, object, type).map((section, index) => sectionRepresentation(section, object, mode, `${id}${index}`));
  const content = { layoutType: type, mode, objectApiName: object.name, recordTypeId: MASTER_RECORD_TYPE_ID, saveOptions: [], sections };
  return { ...content, eTag: eTagOf(content), id: null };
}

/** The fields that a layout shows. */
export function layoutFields(context: UiContext, object: SObjectType, type: LayoutType): readonly FieldModel[] {
  return sectionsOf(context, object, type).flatMap(({ columns }) => columns.flat().filter((field) => field !== null));
}

function sectionsOf(context: UiContext, object: SObjectType, type: LayoutType): readonly DetailSectionModel[] {
  const { schema, site, texts } = context;
  if (type === 'Compact') return [compactSection(context, object)];
  const layout = site.layouts.find((candidate) => candidate.objectName === object.name);
  return layout === undefined ? defaultSections(object, schema, texts) : layoutSections(layout, object, schema);
}

function compactSection({ schema, site }: UiContext, object: SObjectType): DetailSectionModel {
  const names = [object.nameField ?? 'Id', ...(site.compactLayouts.get(object.name) ?? standardHighlights[object.name] ?? [])];
  const layout = { name: '', objectName: object.name, relatedLists: [] };
  const section = { label: '', showLabel: false, columns: [[...new Set(names)]] };
  const [shown] = layoutSections({ ...layout, sections: [section] }, object, schema);
  return shown ?? { label: '', showLabel: false, columns: [] };
}

/** A layout's columns are told row by row. */
function sectionRepresentation({ label, showLabel, columns }: DetailSectionModel, object: SObjectType, mode: Mode, id: string): object {
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const layoutRows = Array.from({ length: rows }, (_, row) => ({
    layoutItems: columns.map((column) => itemRepresentation(column[row] ?? null, object, mode)),
  }));
  return {
    collapsible: false,
    columns: columns.length,
    heading: label,
    id,
    layoutRows,
    rows,
    tabOrder: 'LeftRight',
    useHeading: showLabel,
  };
}

function itemRepresentation(model: FieldModel | null, object: SObjectType, mode: Mode): object {
  const field = model === null ? undefined : findField(object, model.name);
  if (model === null || field === undefined) {
    const empty = { apiName: null, componentType: 'EmptySpace', label: null };
    return { ...itemBase, label: '', layoutComponents: [empty] };
  }
  // The parts of an address or a person's name are written, the whole is shown.
  const parts = [...object.fields.values()].filter(({ compoundFieldName }) => compoundFieldName === field.name);
  const shown = mode === 'View' || parts.length === 0 ? [field] : parts;
  return {
    ...itemBase,
    editableForNew: (parts.length === 0 ? [field] : parts).some(({ createable }) => createable),
    editableForUpdate: (parts.length === 0 ? [field] : parts).some(({ updateable }) => updateable),
    label: model.label,
    layoutComponents: shown.map(({ name, label }) => ({ apiName: name, componentType: 'Field', label })),
    lookupIdApiName: field.reference === undefined ? null : 'Id',
    required: field.required && field.type !== 'boolean',
  };
}

const itemBase = { editableForNew: false, editableForUpdate: false, lookupIdApiName: null, required: false, sortable: false };
