/** Where a call goes: what is left of its address below `/services/data/vXX.0/`. */
export interface ApiTarget {
  readonly version: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

const oldest = 50;
const newest = 66;

/** API versions that are answered, oldest first: `50.0` to `66.0`. */
export const apiVersions: readonly string[] = Array.from({ length: newest - oldest + 1 }, (_unused, place) => `${oldest + place}.0`);

export const newestVersion = `${newest}.0`;

/** Reads the address of a call; undefined when it is not one of a version that we answer, or is not decodable. */
export function apiTarget(url: string): ApiTarget | undefined {
  const [, version, rest = '', query = ''] = /^\/+services\/+data\/+v(\d+\.\d)(\/[^?]*)?(?:\?(.*))?$/su.exec(url) ?? [];
  if (version === undefined || !apiVersions.includes(version)) return undefined;
  try {
    const path = rest.split('/').slice(1).map(decodeURIComponent);
    return { version: `v${version}`, path, query: new URLSearchParams(query) };
  } catch {
    return undefined;
  }
}
