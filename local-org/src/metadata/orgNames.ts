import type { PackageSource } from './packageSource.ts';

/** Which components an org has, by type and full name in any case. */
export interface OrgNames {
  readonly has: (type: string, fullName: string) => boolean;
  /** Text of a file by its name without folders, e.g. `Greeter.cls`. */
  readonly textOf: (fileName: string) => string | undefined;
}

/** Looks through the org's metadata. */
export function orgNames(source: PackageSource): OrgNames {
  const names = new Set(
    source.files.map(({ type, name, object }) => {
      const fullName = object === undefined || type === 'CustomObject' ? name : `${object}.${name}`;
      return `${type} ${fullName}`.toLowerCase();
    }),
  );
  let texts: ReadonlyMap<string, Uint8Array> | undefined;
  return {
    has: (type, fullName) => names.has(`${type} ${fullName}`.toLowerCase()),
    textOf: (fileName) => {
      texts ??= new Map([...(source.contents ?? [])].map(([path, content]) => [(path.split('/').at(-1) ?? path).toLowerCase(), content]));
      const content = texts.get(fileName.toLowerCase());
      return content === undefined ? undefined : Buffer.from(content).toString('utf8');
    },
  };
}
