import { pageSettings } from './settings.ts';

/** A GraphQL document whose variables speak of nothing but the page's record: in their values its id stands as `{record}`. */
export interface ForeseenQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** What pages of one kind of record asked while they opened, and when, in milliseconds of the epoch. */
interface Memory {
  readonly fields: readonly string[];
  readonly questions: readonly ForeseenQuestion[];
  readonly at: number;
}

/** Pages change: after a day they are learnt anew. */
const keptFor = 24 * 60 * 60 * 1000;

/** More than this is not the beginning of a page. */
const mostQuestions = 4;

const placeholder = '{record}';

/** The record whose page this is; undefined on other pages. */
export function pageRecord(): { readonly recordId: string; readonly objectApiName: string } | undefined {
  const { page } = pageSettings as Partial<typeof pageSettings>;
  return page?.kind === 'record' ? page : undefined;
}

/** The fields that the last page of such a record asked for; none when that is not known. */
export function foreseenFields(): readonly string[] {
  return remembered().fields;
}

/** The documents that the last page of such a record asked while it opened, with this record's id in their variables. */
export function foreseenQuestions(): readonly ForeseenQuestion[] {
  const recordId = pageRecord()?.recordId;
  return recordId === undefined ? [] : remembered().questions.map((question) => questionAbout(question, recordId));
}

/** Notes names of fields, never values, for the next page of such a record. */
export function rememberFields(fields: readonly string[]): void {
  const known = remembered();
  if (fields.every((field) => known.fields.includes(field))) return;
  remember({ ...known, fields: [...new Set([...known.fields, ...fields])].sort() });
}

/** Notes the documents that this page asked while it opened; those without a placeholder for the record are left out. */
export function rememberQuestions(
  asked: readonly { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }[],
): void {
  const recordId = pageRecord()?.recordId;
  if (recordId === undefined) return;
  const questions = asked.flatMap((question) => foreseenFrom(question, recordId) ?? []).slice(0, mostQuestions);
  const known = remembered();
  if (JSON.stringify(questions) !== JSON.stringify(known.questions)) remember({ ...known, questions });
}

/** What another record's page could ask alike; undefined where the document holds more than names, or is not about the record. */
export function foreseenFrom(
  { query, variables }: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  recordId: string,
): ForeseenQuestion | undefined {
  const values = Object.entries(variables);
  if (values.length === 0 || query.includes(recordId)) return undefined;
  const marked: Record<string, string> = {};
  for (const [name, value] of values) {
    if (typeof value !== 'string' || !value.includes(recordId)) return undefined;
    marked[name] = value.replaceAll(recordId, placeholder);
  }
  return { query, variables: marked };
}

/** The same document about this record. */
export function questionAbout({ query, variables }: ForeseenQuestion, recordId: string): ForeseenQuestion {
  const values = Object.entries(variables).map(([name, value]) => [name, value.replaceAll(placeholder, recordId)] as const);
  return { query, variables: Object.fromEntries(values) };
}

function remembered(): Memory {
  const nothing: Memory = { fields: [], questions: [], at: 0 };
  try {
    const { fields, questions, at } = JSON.parse(localStorage.getItem(key()) ?? '{}') as Partial<Memory>;
    if (!Array.isArray(fields) || !Array.isArray(questions) || typeof at !== 'number') return nothing;
    return Date.now() - at < keptFor ? { fields, questions, at } : nothing;
  } catch {
    return nothing;
  }
}

function remember({ fields, questions }: Omit<Memory, 'at'>): void {
  try {
    localStorage.setItem(key(), JSON.stringify({ fields, questions, at: Date.now() } satisfies Memory));
  } catch {
    // A browser that keeps nothing asks a moment later.
  }
}

function key(): string {
  return `asked:${pageRecord()?.objectApiName ?? ''}`;
}
