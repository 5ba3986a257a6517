import type { FlexiPage } from '../../metadata/flexiPage.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import { regionModels } from './componentModels.ts';
import { defaultSections, layoutSections } from './detailSections.ts';
import { fieldModel, findField } from './fieldModel.ts';
import { objectIcon } from './objectIcon.ts';
import type { FieldModel, RecordPageModel } from './pageSettings.ts';
import { recordActions } from './recordActions.ts';
import { defaultRelatedLists, layoutRelatedList } from './relatedLists.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/**
 * The page of a record: what of the package decides how it looks. Values are read by the page itself.
 * @param canStart whether a screen flow of that name can be started
 */
export function recordPageModel(
  object: SObjectType,
  recordId: string,
  schema: Schema,
  site: SiteMetadata,
  canStart: (flow: string) => boolean = () => false,
): RecordPageModel {
  const withActivities = hasActivities(object, schema);
  const page = pageOf(object, site) ?? defaultPage(withActivities);
  const layout = site.layouts.find((candidate) => candidate.objectName === object.name);
  const lists = layout?.relatedLists.map((list) => layoutRelatedList(list, object, schema, site));
  return {
    kind: 'record',
    recordId,
    objectApiName: object.name,
    objectLabel: object.label,
    icon: objectIcon(object, site.tabs),
    nameField: nameField(object, schema),
    highlights: highlights(object, schema, site),
    sections: layout === undefined ? defaultSections(object, schema) : layoutSections(layout, object, schema),
    relatedLists: lists?.filter((list) => list !== undefined) ?? defaultRelatedLists(object, schema, site),
    hasActivities: withActivities,
    template: page.template,
    regions: regionModels(page, site),
    actions: recordActions(site, { objectName: object.name, page, layout, canStart }),
  };
}

/**
 * The Lightning page of an object's records: the app's override, the object's own,
 * else the only record page of the package for it; undefined when there is none. (In a real org
 * an admin has to activate a page that nothing in the package assigns.)
 */
function pageOf(object: SObjectType, site: SiteMetadata): FlexiPage | undefined {
  const overrides = site.applications.flatMap((app) => app.pages).filter((page) => page.objectName === object.name);
  const name = overrides[0]?.flexiPage ?? site.pageOfObject.get(object.name);
  const candidates = site.flexiPages.filter((page) =>
    name === undefined ? page.type === 'RecordPage' && page.objectName === object.name : page.name === name,
  );
  return candidates[0];
}

/** The platform's own page where nobody made one: highlights, details and related lists; activities beside them where the object has any. */
function defaultPage(withActivities: boolean): FlexiPage {
  const tabs = [tab('Standard.Tab.detail', 'force:detailPanel'), tab('Standard.Tab.relatedLists', 'force:relatedListContainer')];
  const main = { name: 'main', components: [{ name: 'flexipage:tabset', properties: {}, children: tabs }] };
  const header = { name: 'header', components: [standard('force:highlightsPanel')] };
  const sidebar = { name: 'sidebar', components: [standard('runtime_sales_activities:activityPanel')] };
  return {
    name: 'default',
    label: 'Record page',
    type: 'RecordPage',
    template: withActivities ? 'flexipage:recordHomeTemplateDesktop' : 'flexipage:recordHomeSingleColTemplateDesktop',
    regions: withActivities ? [header, main, sidebar] : [header, main],
  };
}

type PageComponent = FlexiPage['regions'][number]['components'][number];

function standard(name: string): PageComponent {
  return { name, properties: {}, children: [] };
}

function tab(title: string, component: string): PageComponent {
  return { name: 'flexipage:tab', properties: { title }, children: [standard(component)] };
}

function nameField(object: SObjectType, schema: Schema): FieldModel {
  const field = findField(object, object.nameField ?? 'Id');
  return field === undefined ? { name: 'Id', label: 'Record ID', type: 'id' } : fieldModel(schema, object, field);
}

const standardHighlights: Readonly<Record<string, readonly string[]>> = {
  Account: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
  Contact: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
  Case: ['Priority', 'Status', 'CaseNumber'],
  Lead: ['Title', 'Company', 'Phone', 'Email'],
  Opportunity: ['AccountId', 'CloseDate', 'Amount', 'StageName', 'OwnerId'],
  Task: ['Status', 'ActivityDate', 'Priority', 'WhoId', 'WhatId', 'OwnerId'],
};

function highlights(object: SObjectType, schema: Schema, site: SiteMetadata): readonly FieldModel[] {
  const names = site.compactLayouts.get(object.name) ?? standardHighlights[object.name] ?? ['OwnerId', 'CreatedDate'];
  return names
    .filter((name) => name !== object.nameField)
    .map((name) => findField(object, name))
    .filter((field) => field !== undefined)
    .map((field) => fieldModel(schema, object, field));
}

function hasActivities(object: SObjectType, schema: Schema): boolean {
  const task = schema.object('Task');
  if (task === undefined) return false;
  return ['whatid', 'whoid'].some((name) => task.fields.get(name)?.reference?.targets.includes(object.name) === true);
}
