import type { OrgNames } from '../../../metadata/orgNames.ts';
import type { MetadataFile } from '../../../metadata/packageSource.ts';
import { notFound, type FileTeller } from '../../../metadata/tell.ts';
import { child, children, childText, type XmlElement } from '../../../metadata/xmlTree.ts';
import type { Schema } from '../../../schema/types.ts';
import { checkedObject } from './fieldNames.ts';

/** What a tab opens, by the element that says so. */
const tabTargets = {
  flexiPage: 'FlexiPage',
  lwcComponent: 'LightningComponentBundle',
  auraComponent: 'AuraDefinitionBundle',
  page: 'ApexPage',
};

/** Tabs that the shell opens beside those of objects. */
const shownTargets = ['flexiPage', 'lwcComponent'];

/** What a tab names and the org does not have; tabs of Aura components, Visualforce and web pages are not shown here. */
export function checkTab({ name, root }: MetadataFile, schema: Schema, names: OrgNames, tell: FileTeller): void {
  if (childText(root, 'customObject') === 'true') {
    checkedObject(name, 'CustomTab', root, schema, tell);
    return;
  }
  for (const [element, type] of Object.entries(tabTargets)) {
    const target = child(root, element);
    if (target !== undefined && !names.has(type, target.text.trim())) tell.error(notFound(element, type, target.text.trim()), target);
  }
  if (!shownTargets.some((element) => child(root, element) !== undefined)) {
    tell.notRun('local-org shows only tabs of objects, Lightning pages and Lightning web components', root);
  }
}

/** Settings of an app that change what is around a page; the shell has its own frame. */
const frame: Readonly<Record<string, readonly string[]>> = { navType: ['Standard'], uiType: ['Lightning'] };
const besidePages = ['workspaceConfig', 'consoleConfig', 'subscriberTabs', 'profileActionOverrides'];

/** What an app names and the org does not have. */
export function checkApp({ root }: MetadataFile, schema: Schema, names: OrgNames, tell: FileTeller): void {
  for (const tab of children(root, 'tabs')) {
    const name = tab.text.trim();
    if (!name.startsWith('standard-') && !names.has('CustomTab', name)) tell.error(notFound('tab', 'CustomTab', name), tab);
  }
  const utilityBar = child(root, 'utilityBar');
  if (utilityBar !== undefined) {
    const name = utilityBar.text.trim();
    if (names.has('FlexiPage', name)) tell.notRun('local-org shows no utility bar', utilityBar);
    else tell.error(notFound('utilityBar', 'FlexiPage', name), utilityBar);
  }
  for (const override of children(root, 'actionOverrides')) checkOverride(override, schema, names, tell);
  for (const [element, values] of Object.entries(frame)) {
    const found = child(root, element);
    if (found !== undefined && !values.includes(found.text.trim()))
      tell.notRun(`local-org shows no ${element} ${found.text.trim()}`, found);
  }
  for (const element of besidePages) {
    const found = child(root, element);
    if (found !== undefined) tell.notRun(`local-org shows no <${element}> of an app`, found);
  }
}

/** An override of an app or object: the Lightning page that it opens must be there. */
export function checkOverride(override: XmlElement, schema: Schema, names: OrgNames, tell: FileTeller): void {
  const target = child(override, 'content');
  const object = child(override, 'pageOrSobjectType');
  if (object !== undefined && !object.text.trim().startsWith('standard-')) {
    checkedObject(object.text.trim(), 'pageOrSobjectType', object, schema, tell);
  }
  if (childText(override, 'type') !== 'Flexipage' || target === undefined) return;
  if (!names.has('FlexiPage', target.text.trim())) tell.error(notFound('content', 'FlexiPage', target.text.trim()), target);
}
