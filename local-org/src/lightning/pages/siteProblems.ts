import type { OrgNames } from '../../metadata/orgNames.ts';
import { orgNames } from '../../metadata/orgNames.ts';
import type { MetadataFile, PackageSource } from '../../metadata/packageSource.ts';
import { tellerOf, type FileTeller, type Tell } from '../../metadata/tell.ts';
import { child, children } from '../../metadata/xmlTree.ts';
import type { Schema } from '../../schema/types.ts';
import { checkApp, checkOverride, checkTab } from './checks/appChecks.ts';
import { checkedObject, checkField } from './checks/fieldNames.ts';
import { checkLayout } from './checks/layoutChecks.ts';
import { checkListView } from './checks/listViewChecks.ts';
import { checkQuickAction } from './checks/quickActionChecks.ts';

type Check = (file: MetadataFile, schema: Schema, tell: FileTeller, names: OrgNames) => void;

const checks: Readonly<Record<string, Check>> = {
  CompactLayout: checkCompactLayout,
  CustomApplication: (file, schema, tell, names) => checkApp(file, schema, names, tell),
  CustomObject: checkObjectPages,
  CustomTab: (file, schema, tell, names) => checkTab(file, schema, names, tell),
  FlexiPage: checkFlexiPage,
  Layout: checkLayout,
  ListView: checkListView,
  QuickAction: (file, schema, tell, names) => checkQuickAction(file, schema, names, tell),
};

/** What the pages' files name and the org does not have: objects, fields, related lists, pages; and what of them is not shown here. */
export function checkSite(source: PackageSource, schema: Schema, tell: Tell): void {
  const names = orgNames(source);
  for (const file of source.files) checks[file.type]?.(file, schema, tellerOf(file.path, tell), names);
}

function checkCompactLayout({ object: objectName = '', root }: MetadataFile, schema: Schema, tell: FileTeller): void {
  const object = checkedObject(objectName, 'CompactLayout', root, schema, tell);
  if (object === undefined) return;
  for (const field of children(root, 'fields')) checkField(object, field.text.trim(), 'fields', field, tell);
}

function checkObjectPages({ root }: MetadataFile, schema: Schema, tell: FileTeller, names: OrgNames): void {
  for (const override of children(root, 'actionOverrides')) checkOverride(override, schema, names, tell);
}

function checkFlexiPage({ root }: MetadataFile, schema: Schema, tell: FileTeller): void {
  const type = child(root, 'sobjectType');
  const object = type === undefined ? undefined : checkedObject(type.text.trim(), 'sobjectType', type, schema, tell);
  if (object === undefined) return;
  for (const region of children(root, 'flexiPageRegions')) {
    for (const item of children(region, 'itemInstances')) {
      for (const field of children(item, 'fieldInstance').flatMap((instance) => child(instance, 'fieldItem') ?? [])) {
        const [, name = ''] = /^Record\.(\w+)$/u.exec(field.text.trim()) ?? [];
        if (/__c$/iu.test(name) && !object.fields.has(name.toLowerCase())) {
          tell.error(`We couldn't retrieve or load the information on the field: ${field.text.trim()}.`, field);
        }
      }
    }
  }
}
