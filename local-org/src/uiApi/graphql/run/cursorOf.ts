import { cursorText } from './cursors.ts';
import type { ConnectionResult } from './results.ts';

/** The cursor of the record at a place of its page. */
export function cursorOf({ nodes, offset, keys }: ConnectionResult, index: number): string {
  const position = offset + index;
  const values = nodes[index]?.values;
  const told = keys?.map(({ name }) => (name === 'Id' ? (nodes[index]?.id ?? null) : (values?.get(name) ?? null)));
  return cursorText(told === undefined ? { position } : { position, keys: told });
}
