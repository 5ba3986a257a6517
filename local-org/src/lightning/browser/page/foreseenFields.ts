import { pageSettings } from './settings.ts';

/** What pages of one kind of record asked of it, and when, in milliseconds of the epoch. */
interface Memory {
  readonly fields: readonly string[];
  readonly at: number;
}

/** Pages change: after a day they are learnt anew. */
const keptFor = 24 * 60 * 60 * 1000;

/** The record whose page this is; undefined on other pages. */
export function pageRecord(): { readonly recordId: string; readonly objectApiName: string } | undefined {
  const { page } = pageSettings as Partial<typeof pageSettings>;
  return page?.kind === 'record' ? page : undefined;
}

/** The fields that the last page of such a record asked for; none when that is not known. */
export function foreseenFields(): readonly string[] {
  const memory = remembered();
  return memory !== undefined && Date.now() - memory.at < keptFor ? memory.fields : [];
}

/** Notes names of fields, never values, for the next page of such a record. */
export function rememberFields(fields: readonly string[]): void {
  const known = foreseenFields();
  if (fields.every((field) => known.includes(field))) return;
  const memory: Memory = { fields: [...new Set([...known, ...fields])].sort(), at: Date.now() };
  try {
    localStorage.setItem(key(), JSON.stringify(memory));
  } catch {
    // A browser that keeps nothing asks a moment later.
  }
}

function remembered(): Memory | undefined {
  try {
    const memory = JSON.parse(localStorage.getItem(key()) ?? 'null') as Partial<Memory> | null;
    return Array.isArray(memory?.fields) && typeof memory.at === 'number' ? { fields: memory.fields, at: memory.at } : undefined;
  } catch {
    return undefined;
  }
}

function key(): string {
  return `asked:${pageRecord()?.objectApiName ?? ''}`;
}
