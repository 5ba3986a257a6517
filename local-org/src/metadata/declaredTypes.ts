import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** An element that a metadata type may hold. */
export interface DeclaredElement {
  /** The name of a declared type, or `string`, `number`, `boolean`, `Date`, ... */
  readonly type: string;
  readonly list: boolean;
}

/** The metadata types as Salesforce's own WSDL declares them. */
export interface DeclaredTypes {
  /** The elements of a type, inherited ones included; undefined when there is no such type. */
  elements(typeName: string): ReadonlyMap<string, DeclaredElement> | undefined;
  /** The words of an enumeration; undefined when the type is none. */
  words(typeName: string): ReadonlySet<string> | undefined;
}

let read: DeclaredTypes | undefined;

/** Reads the declarations of `@salesforce/types`, once. They are written by a program, always in one form. */
export function declaredTypes(): DeclaredTypes {
  read ??= readDeclarations(
    readFileSync(
      createRequire(import.meta.url)
        .resolve('@salesforce/types/metadata')
        .replace(/\.js$/u, '.d.ts'),
      'utf8',
    ),
  );
  return read;
}

function readDeclarations(text: string): DeclaredTypes {
  const objects = new Map<string, ReadonlyMap<string, DeclaredElement>>();
  const enumerations = new Map<string, ReadonlySet<string>>();
  const bases = new Map<string, string>();
  for (const [, name = '', base, members, words] of text.matchAll(/^export type (\w+) = (?:(?:(\w+) & )?\{\n([^}]*)\}|('[^;]*'));$/gmu)) {
    if (words === undefined) objects.set(name, readMembers(members ?? ''));
    else enumerations.set(name, new Set(Array.from(words.matchAll(/'([^']*)'/gu), ([, word = '']) => word)));
    if (base !== undefined) bases.set(name, base);
  }
  const elements = (name: string): ReadonlyMap<string, DeclaredElement> | undefined => {
    const own = objects.get(name);
    const base = bases.get(name);
    return own === undefined || base === undefined ? own : new Map([...(elements(base) ?? []), ...own]);
  };
  return { elements: remembered(elements), words: (name) => enumerations.get(name) };
}

function readMembers(text: string): ReadonlyMap<string, DeclaredElement> {
  const members = text.matchAll(/^ {4}(\w+)\??: (\w+)(\[\])?;$/gmu);
  return new Map(Array.from(members, ([, name = '', type = '', list]) => [name, { type, list: list !== undefined }]));
}

function remembered<Result>(find: (name: string) => Result): (name: string) => Result {
  const known = new Map<string, Result>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const result = find(name);
    known.set(name, result);
    return result;
  };
}
