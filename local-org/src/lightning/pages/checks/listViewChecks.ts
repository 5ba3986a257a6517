import { whyNotShown } from '../../../metadata/listView.ts';
import type { MetadataFile } from '../../../metadata/packageSource.ts';
import { isMade, type FileTeller } from '../../../metadata/tell.ts';
import { child, children } from '../../../metadata/xmlTree.ts';
import type { Schema } from '../../../schema/types.ts';
import { columnField } from '../columnField.ts';
import { checkedObject } from './fieldNames.ts';
import { filterLogicProblem } from '../filterLogic.ts';

/** What a list view names and its object does not have, and why it is not shown here. */
export function checkListView(file: MetadataFile, schema: Schema, tell: FileTeller): void {
  const { root } = file;
  const object = checkedObject(file.object ?? '', 'ListView', root, schema, tell);
  if (object === undefined) return;
  const filters = children(root, 'filters');
  const columns = [...children(root, 'columns'), ...filters.flatMap((filter) => child(filter, 'field') ?? [])];
  for (const column of columns) {
    const name = column.text.trim();
    if (columnField(object, name) !== undefined) continue;
    // Custom metadata types and settings have columns of their own.
    const isOwn = object.name.endsWith('__mdt') || name.startsWith('SETUP_');
    if (isMade(name) || (object.custom && !isOwn)) tell.error(`Could not resolve list view column: ${name}`, column);
    else tell.notRun(`local-org has no column ${name} of ${object.name}`, column);
  }
  const scope = child(root, 'filterScope');
  if (scope?.text.trim() === 'Mine' && !object.hasOwner) tell.error(`Invalid filter scope: records of ${object.name} have no owner`, scope);
  const logic = child(root, 'booleanFilter');
  const problem = logic === undefined ? undefined : filterLogicProblem(logic.text.trim(), filters.length);
  if (problem !== undefined) tell.error(problem, logic);
  const reason = whyNotShown(root);
  if (reason !== undefined) tell.notRun(`local-org does not show list views with ${reason}`, root);
}
