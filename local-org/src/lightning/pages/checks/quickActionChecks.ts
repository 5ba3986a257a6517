import { isMade, notFound, type FileTeller } from '../../../metadata/tell.ts';
import type { OrgNames } from '../../../metadata/orgNames.ts';
import type { MetadataFile } from '../../../metadata/packageSource.ts';
import { child, childText } from '../../../metadata/xmlTree.ts';
import type { Schema } from '../../../schema/types.ts';

/** What a quick action names and the org does not have. */
export function checkQuickAction({ name, root }: MetadataFile, schema: Schema, names: OrgNames, tell: FileTeller): void {
  const object = name.includes('.') ? name.split('.')[0] : undefined;
  if (object !== undefined && schema.object(object) === undefined) {
    if (isMade(object)) tell.error(notFound('fullName', 'CustomObject', object), root);
    else tell.notRun(`local-org has no object ${object}`, root);
  }
  const type = childText(root, 'type');
  if (type === undefined) tell.error('Required field is missing: type', root);
  if (childText(root, 'optionsCreateFeedItem') === undefined) tell.error('Required field is missing: optionsCreateFeedItem', root);
  if (childText(root, 'label') === undefined && childText(root, 'standardLabel') === undefined)
    tell.error('Required field is missing: label', root);
  if (type === 'Flow') checkTarget('flowDefinition', 'FlowDefinition', 'Flow');
  if (type === 'LightningWebComponent') {
    checkTarget('lightningWebComponent', 'LightningComponentBundle', 'LightningComponentBundle');
    const subtype = childText(root, 'actionSubtype');
    if (subtype !== 'ScreenAction' && subtype !== 'Action')
      tell.error(`'${subtype ?? ''}' is not a valid value for the enum 'ActionSubtype'`, child(root, 'actionSubtype') ?? root);
  }

  function checkTarget(element: string, called: string, kind: string): void {
    const found = child(root, element);
    const target = found?.text.trim().replace(/^c[:_]+/u, '') ?? '';
    if (found === undefined || target === '') tell.error(`Required field is missing: ${element}`, root);
    else if (!names.has(kind, target)) tell.error(notFound(element, called, target), found);
  }
}
