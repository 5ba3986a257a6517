import { developerNameOf } from '../../../metadata/reports/analyticsMetadata.ts';
import type { Tell } from '../../../metadata/tell.ts';

/** Something with a unique name in the org: a report, a dashboard, a folder. */
export interface Named {
  readonly fullName: string;
  readonly file: string;
  readonly line: number;
}

/** Object Reference, "DeveloperName": letters, digits and single underscores, a letter first and no underscore last. */
const DEVELOPER_NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/u;
const LONGEST_UNIQUE_NAME = 80;
const LONGEST_DESCRIPTION = 255;

/** Tells names that are malformed, or that stand in two folders. */
export function checkUniqueNames(type: string, items: Iterable<Named>, tell: Tell): void {
  const seen = new Map<string, Named>();
  for (const item of items) {
    const name = developerNameOf(item.fullName);
    const twin = seen.get(name.toLowerCase());
    if (!DEVELOPER_NAME.test(name) || name.length > LONGEST_UNIQUE_NAME) {
      tell({ file: item.file, line: item.line, message: malformed(type, name) });
    } else if (twin !== undefined) {
      tell({ file: item.file, line: item.line, message: `The ${type} unique name ${name} is in use already: ${twin.fullName}` });
    }
    seen.set(name.toLowerCase(), twin ?? item);
  }
}

function malformed(type: string, name: string): string {
  return (
    `The ${type} unique name ${name} can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, ` +
    'not include spaces, not end with an underscore, and not contain two consecutive underscores.'
  );
}

/** Tells a text that is longer than the platform keeps. */
export function checkLength(
  place: { readonly file: string; readonly line: number },
  element: string,
  text: string | undefined,
  most: number,
  tell: Tell,
): void {
  const length = text === undefined ? 0 : Array.from(text).length;
  if (length <= most) return;
  tell({
    file: place.file,
    line: place.line,
    element,
    message: `Value too long for field: <${element}> has ${length} characters, at most ${most}`,
  });
}

export function checkDescription(item: Named & { readonly description?: string }, tell: Tell): void {
  checkLength(item, 'description', item.description, LONGEST_DESCRIPTION, tell);
}
