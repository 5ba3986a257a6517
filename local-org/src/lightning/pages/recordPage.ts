import type { CustomApplication } from '../../metadata/customApplication.ts';
import type { FlexiPage } from '../../metadata/flexiPage.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import type { Texts } from '../texts/fillText.ts';
import { regionModels } from './componentModels.ts';
import { defaultSections, layoutSections } from './detailSections.ts';
import { fieldModel, findField } from './fieldModel.ts';
import { objectIcon } from './objectIcon.ts';
import { mayOf } from './objectMay.ts';
import type { FieldModel, RecordPageModel, RelatedListModel } from './pageSettings.ts';
import { recordActions } from './recordActions.ts';
import { defaultRelatedLists, layoutRelatedList } from './relatedLists.ts';
import type { SiteMetadata } from './siteMetadata.ts';
import { standardHighlights } from './standardFields.ts';
import type { ViewerFacts } from './visibility.ts';

/** What decides how the page of a record looks. */
export interface RecordPageContext {
  /** As the user sees it. */
  readonly schema: Schema;
  readonly site: SiteMetadata;
  readonly texts: Texts;
  /** The app that is open: its pages come before those of other apps. */
  readonly app?: CustomApplication | undefined;
  /** Whether a screen flow of that name can be started by this user. */
  readonly canStart?: (flow: string) => boolean;
  /** What is known of the user for conditions under which components are shown. */
  readonly facts?: ViewerFacts;
}

/** The page of a record: what of the package decides how it looks. Values are read by the page itself. */
export function recordPageModel(
  object: SObjectType,
  record: { readonly id: string; readonly name: string },
  context: RecordPageContext,
): RecordPageModel {
  const { schema, site, texts, app, canStart = () => false, facts } = context;
  const withActivities = hasActivities(object, schema);
  const page = pageOf(object, site, app, 'pages') ?? defaultPage(withActivities);
  const small = pageOf(object, site, app, 'smallPages');
  const layout = site.layouts.find((candidate) => candidate.objectName === object.name);
  return {
    kind: 'record',
    recordId: record.id,
    recordName: record.name,
    objectApiName: object.name,
    objectLabel: object.label,
    icon: objectIcon(object, site.tabs),
    nameField: nameField(object, schema),
    highlights: highlights(object, schema, site),
    sections: layout === undefined ? defaultSections(object, schema, texts) : layoutSections(layout, object, schema),
    relatedLists: relatedListsOf(object, schema, site),
    hasActivities: withActivities,
    template: page.template,
    regions: regionModels(page, { site, texts, facts }),
    ...(small === undefined ? {} : { small: { template: small.template, regions: regionModels(small, { site, texts, facts }) } }),
    may: mayOf(object),
    actions: recordActions(site, { objectName: object.name, page, layout, canStart }),
  };
}

/** The related lists of an object's page: its layout's, else one for each kind of child. */
export function relatedListsOf(object: SObjectType, schema: Schema, site: SiteMetadata): readonly RelatedListModel[] {
  const layout = site.layouts.find((candidate) => candidate.objectName === object.name);
  if (layout === undefined) return defaultRelatedLists(object, schema, site);
  return layout.relatedLists.map((list) => layoutRelatedList(list, object, schema, site)).filter((list) => list !== undefined);
}

/**
 * The Lightning page of an object's records: the app's override, the object's own,
 * else the only record page of the package for it; undefined when there is none. (In a real org
 * an admin has to activate a page that nothing in the package assigns.)
 */
function pageOf(
  object: SObjectType,
  site: SiteMetadata,
  app: CustomApplication | undefined,
  device: 'pages' | 'smallPages',
): FlexiPage | undefined {
  const apps = app === undefined ? site.applications : [app, ...site.applications];
  const override = apps.flatMap((candidate) => candidate[device]).find((page) => page.objectName === object.name);
  if (device === 'smallPages') return site.flexiPages.find(({ name }) => name === override?.flexiPage);
  const name = override?.flexiPage ?? site.pageOfObject.get(object.name);
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
