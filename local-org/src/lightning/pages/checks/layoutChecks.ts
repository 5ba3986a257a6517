import { objectOfLayout } from '../../../metadata/layout.ts';
import type { MetadataFile } from '../../../metadata/packageSource.ts';
import { isMade, type FileTeller } from '../../../metadata/tell.ts';
import { child, children, childText, type XmlElement } from '../../../metadata/xmlTree.ts';
import type { Schema, SObjectType } from '../../../schema/types.ts';
import { columnField } from '../columnField.ts';
import { childOfRelatedList, isTable } from '../relatedLists.ts';
import { checkedObject, checkField } from './fieldNames.ts';

/** What stands on a layout beside fields; the shell has none of it. */
const notShown = ['page', 'component', 'canvas', 'scontrol', 'analyticsCloudComponent', 'reportChartComponent'];

/** What a page layout names and the org does not have, and what of it is not shown here. */
export function checkLayout(file: MetadataFile, schema: Schema, tell: FileTeller): void {
  const object = checkedObject(objectOfLayout(file.name), 'Layout', file.root, schema, tell);
  if (object === undefined) return;
  for (const section of children(file.root, 'layoutSections')) {
    for (const column of children(section, 'layoutColumns')) {
      for (const item of children(column, 'layoutItems')) checkItem(item, object, tell);
    }
  }
  for (const list of children(file.root, 'relatedLists')) checkRelatedList(list, object, schema, tell);
}

function checkItem(item: XmlElement, object: SObjectType, tell: FileTeller): void {
  const field = child(item, 'field');
  if (field !== undefined) checkField(object, field.text.trim(), 'field', field, tell);
  const other = notShown.map((name) => child(item, name)).find((found) => found !== undefined);
  if (other !== undefined) tell.notRun(`local-org shows no <${other.name}> on a layout`, other);
}

function checkRelatedList(list: XmlElement, object: SObjectType, schema: Schema, tell: FileTeller): void {
  const name = childText(list, 'relatedList') ?? '';
  if (!isTable(name)) return;
  const related = childOfRelatedList(object, name, schema);
  if (related === undefined) {
    if (isMade(name)) tell.error(`Cannot find related list:${name}`, list);
    else tell.notRun(`local-org has no related list ${name} of ${object.name}`, list);
    return;
  }
  for (const column of children(list, 'fields')) {
    const field = column.text.trim();
    if (columnField(related, field) !== undefined) continue;
    const [parent = '', ofParent = ''] = field.split('.');
    const isOfParent = schema.object(parent)?.fields.has(ofParent.toLowerCase()) === true;
    if (isOfParent) tell.notRun(`local-org shows no ${field} in a list of ${related.name}`, column);
    else if (isMade(field)) tell.error(`Invalid field:${field} in related list:${name}`, column);
    else tell.notRun(`local-org has no column ${field} of ${related.name}`, column);
  }
}
