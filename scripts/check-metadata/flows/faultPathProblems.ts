import type { Problem } from '../problem';
import { childText, type XmlFile } from '../xmlFile';

const CAN_FAIL: ReadonlySet<string> = new Set(['actionCalls', 'recordCreates', 'recordDeletes', 'recordLookups', 'recordUpdates']);

/**
 * Queries and changes without a fault path. The scanner has a rule for it too, but walks from the start element's own connector
 * and so never enters a flow that only has an asynchronous path.
 */
export function faultPathProblems(file: XmlFile): readonly Problem[] {
  if (file.root.name !== 'Flow') return [];
  return file.root.children
    .filter((element) => CAN_FAIL.has(element.name) && !element.children.some((child) => child.name === 'faultConnector'))
    .map((element) => ({
      file: file.path,
      line: element.line,
      message: `${childText(element, 'name') ?? element.name} has no fault path`,
    }));
}
