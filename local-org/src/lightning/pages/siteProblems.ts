import type { MetadataProblem } from '../../errors.ts';
import type { Schema } from '../../schema/types.ts';
import { columnField } from './columnField.ts';
import { findField } from './fieldModel.ts';
import { layoutRelatedList } from './relatedLists.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** What the pages' files name and the org does not have: objects, fields, related lists, pages. */
export function siteProblems(site: SiteMetadata, schema: Schema): readonly MetadataProblem[] {
  return [
    ...layoutProblems(site, schema),
    ...compactLayoutProblems(site, schema),
    ...listViewProblems(site, schema),
    ...tabProblems(site, schema),
    ...appProblems(site, schema),
    ...pageProblems(site, schema),
  ];
}

function layoutProblems(site: SiteMetadata, schema: Schema): readonly MetadataProblem[] {
  return site.layouts.flatMap((layout) => {
    const file = `layouts/${layout.name}.layout-meta.xml`;
    const object = schema.object(layout.objectName);
    if (object === undefined) return [{ file, message: `there is no object ${layout.objectName}` }];
    const fields = layout.sections
      .flatMap((section) => section.columns.flat())
      .filter((name) => name !== null && findField(object, name) === undefined)
      .map((name) => ({ file, element: 'layoutItems', message: `there is no field ${object.name}.${name ?? ''}` }));
    const lists = layout.relatedLists.flatMap((list) => {
      const { problem } = layoutRelatedList(list, object, schema, site);
      return problem === undefined ? [] : [{ file, element: `relatedLists ${list.name}`, message: problem }];
    });
    return [...fields, ...lists];
  });
}

function compactLayoutProblems(site: SiteMetadata, schema: Schema): readonly MetadataProblem[] {
  return [...site.compactLayouts].flatMap(([objectName, fields]) => {
    const object = schema.object(objectName);
    const missing = object === undefined ? [] : fields.filter((name) => findField(object, name) === undefined);
    return missing.map((name) => ({
      file: `objects/${objectName}/compactLayouts`,
      element: 'fields',
      message: `there is no field ${objectName}.${name}`,
    }));
  });
}

function listViewProblems(site: SiteMetadata, schema: Schema): readonly MetadataProblem[] {
  return site.listViews.flatMap((view) => {
    const file = `objects/${view.objectName}/listViews/${view.name}.listView-meta.xml`;
    const object = schema.object(view.objectName);
    if (object === undefined) return [{ file, message: `there is no object ${view.objectName}` }];
    if (view.mineOnly && !object.hasOwner)
      return [{ file, element: 'filterScope', message: `records of ${object.name} have no owner of their own` }];
    return [...view.columns, ...view.filters.map((filter) => filter.field)]
      .filter((column) => columnField(object, column) === undefined)
      .map((column) => ({ file, element: 'columns', message: `there is no column ${column} of ${object.name}` }));
  });
}

function tabProblems(site: SiteMetadata, schema: Schema): readonly MetadataProblem[] {
  return site.tabs
    .filter((tab) => schema.object(tab.name) === undefined)
    .map((tab) => ({ file: `tabs/${tab.name}.tab-meta.xml`, message: `there is no object ${tab.name}` }));
}

/** Tabs of the platform's own pages; those the shell lacks are left out of the navigation bar. */
function appProblems(site: SiteMetadata, schema: Schema): readonly MetadataProblem[] {
  return site.applications.flatMap((app) => {
    const file = `applications/${app.name}.app-meta.xml`;
    const tabs = app.tabs
      .filter((tab) => !tab.startsWith('standard-') && !site.tabs.some((known) => known.name === tab))
      .map((tab) => ({ file, element: 'tabs', message: `there is no tab ${tab}` }));
    const pages = app.pages.flatMap((page) => {
      const known = schema.object(page.objectName) !== undefined && site.flexiPages.some(({ name }) => name === page.flexiPage);
      return known ? [] : [{ file, element: 'actionOverrides', message: `there is no page ${page.flexiPage} for ${page.objectName}` }];
    });
    return [...tabs, ...pages];
  });
}

function pageProblems(site: SiteMetadata, schema: Schema): readonly MetadataProblem[] {
  const ofPages = site.flexiPages.flatMap((page) =>
    page.objectName !== undefined && schema.object(page.objectName) === undefined
      ? [{ file: `flexipages/${page.name}.flexipage-meta.xml`, element: 'sobjectType', message: `there is no object ${page.objectName}` }]
      : [],
  );
  const ofObjects = [...site.pageOfObject].flatMap(([objectName, page]) =>
    site.flexiPages.some(({ name }) => name === page)
      ? []
      : [{ file: `objects/${objectName}/${objectName}.object-meta.xml`, element: 'actionOverrides', message: `there is no page ${page}` }],
  );
  return [...ofPages, ...ofObjects];
}
