import type { CustomTab } from '../../metadata/customTab.ts';
import type { SObjectType } from '../../schema/types.ts';

const standardIcons = new Set(['account', 'case', 'contact', 'event', 'group', 'lead', 'opportunity', 'task', 'user']);

/** The icon of an object: its tab's, or the design system's for standard objects. */
export function objectIcon(object: SObjectType, tabs: readonly CustomTab[]): string {
  const icon = tabs.find((tab) => tab.name === object.name)?.icon;
  if (icon !== undefined) return icon;
  const name = object.name.toLowerCase();
  return standardIcons.has(name) ? `standard:${name}` : 'standard:record';
}
