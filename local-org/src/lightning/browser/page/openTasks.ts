import type { Connection } from './graphqlBatch.ts';
import { texts } from './texts.ts';

/** A task as the list of open tasks shows it. */
export interface OpenTask {
  readonly id: string;
  readonly subject: string;
  readonly url: string;
  readonly dueDate: string | null;
  /** Status and priority in words. */
  readonly note: string;
}

/** The tasks in a GraphQL answer. */
export function openTasks({ edges = [] }: Connection): readonly OpenTask[] {
  return edges.map(({ node }) => ({
    id: node.Id,
    subject: textAt(node['Subject']) ?? texts.taskWithoutSubject,
    url: `/lightning/r/Task/${node.Id}/view`,
    dueDate: textAt(node['ActivityDate'], 'value') ?? null,
    note: [textAt(node['Status']), textAt(node['Priority'])].filter((word) => word !== undefined).join(' · '),
  }));
}

/** What people read of a value, or the value itself. */
function textAt(field: unknown, part?: 'value'): string | undefined {
  if (typeof field !== 'object' || field === null) return undefined;
  const { value, displayValue } = field as { readonly value?: unknown; readonly displayValue?: unknown };
  const text = part === undefined ? (displayValue ?? value) : value;
  return typeof text === 'string' ? text : undefined;
}
