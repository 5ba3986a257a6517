import type { Layout } from '../../metadata/layout.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import { fillText, type Texts } from '../texts/fillText.ts';
import { fieldModel, findField } from './fieldModel.ts';
import type { DetailSectionModel, FieldModel } from './pageSettings.ts';

/** Sections of the detail panel as the layout orders them. Fields are known to exist: the layout was checked at start. */
export function layoutSections(layout: Layout, object: SObjectType, schema: Schema): readonly DetailSectionModel[] {
  return layout.sections.map((section) => ({
    label: section.label,
    showLabel: section.showLabel,
    columns: section.columns.map((column) =>
      column.map((name): FieldModel | null => {
        const field = name === null ? undefined : findField(object, name);
        return field === undefined ? null : fieldModel(schema, object, field);
      }),
    ),
  }));
}

const systemFields = ['CreatedById', 'LastModifiedById'];

/** What the platform's own layouts of standard objects begin with; the package's fields come first all the same. */
const standardFields: Readonly<Record<string, readonly string[]>> = {
  Account: [
    'ParentId',
    'Type',
    'Industry',
    'Description',
    'Phone',
    'Website',
    'NumberOfEmployees',
    'AnnualRevenue',
    'BillingCity',
    'BillingCountry',
  ],
  Contact: ['AccountId', 'Title', 'Department', 'ReportsToId', 'Phone', 'MobilePhone', 'Email', 'MailingCity', 'MailingCountry'],
  Case: ['AccountId', 'ContactId', 'Subject', 'Description', 'Status', 'Priority', 'Origin', 'ClosedDate'],
  Lead: ['Company', 'Title', 'Email', 'Phone', 'Status', 'LeadSource', 'City', 'Country'],
  Opportunity: ['AccountId', 'Amount', 'CloseDate', 'StageName', 'Probability', 'Type', 'NextStep', 'Description'],
  Task: ['WhoId', 'WhatId', 'ActivityDate', 'Status', 'Priority', 'Description'],
  User: ['Username', 'Email', 'Title', 'IsActive', 'TimeZoneSidKey', 'LocaleSidKey', 'LanguageLocaleKey'],
};

const hiddenFields = new Set([
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'CreatedDate',
  'LastModifiedDate',
  'LastActivityDate',
  'LastViewedDate',
  'LastReferencedDate',
  ...systemFields,
]);

/** Sections of an object without a layout: its name and owner, its fields, and who made and changed the record. */
export function defaultSections(object: SObjectType, schema: Schema, texts: Texts): readonly DetailSectionModel[] {
  const all = [...object.fields.values()].filter((field) => !hiddenFields.has(field.name));
  const custom = all.filter((field) => field.custom).map((field) => field.name);
  const standard = standardFields[object.name] ?? all.filter((field) => !field.custom).map((field) => field.name);
  const names = new Set([object.nameField ?? 'Id', 'OwnerId', ...custom, ...standard]);
  return [
    section(fillText(texts.information, [object.label]), [...names], object, schema),
    section(texts.systemInformation, systemFields, object, schema),
  ];
}

function section(label: string, names: readonly string[], object: SObjectType, schema: Schema): DetailSectionModel {
  const fields = names.map((name) => findField(object, name)).filter((field) => field !== undefined);
  const models = fields.map((field) => fieldModel(schema, object, field));
  const half = Math.ceil(models.length / 2);
  return { label, showLabel: true, columns: [models.slice(0, half), models.slice(half)] };
}
