import { partitionCount, type Scope } from './ports/answers.ts';

/** The partition a key belongs to: 0 to 63, evenly spread (FNV-1a with a final mix). Never changes: it is stored. */
export function partitionOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % partitionCount;
}

/** True when a scope leaves nothing out. */
export function isEverything(scope: Scope): boolean {
  return scope === 'all' || scope.size >= partitionCount;
}

/** The scope as the JSON parameter of `dialect.integers`. */
export function scopeJson(scope: Scope): string {
  return JSON.stringify(scope === 'all' ? Array.from({ length: partitionCount }, (_none, partition) => partition) : [...scope]);
}
