/** A task as the list of open tasks shows it. */
export interface OpenTask {
  readonly id: string;
  readonly subject: string;
  readonly url: string;
  readonly dueDate: string | null;
  /** Status and priority in words. */
  readonly note: string;
}

interface Value {
  readonly value?: string | null;
}

interface TaskAnswer {
  readonly uiapi?: {
    readonly query?: {
      readonly Task?: {
        readonly edges?: readonly {
          readonly node: {
            readonly Id: string;
            readonly Subject?: Value;
            readonly Status?: Value;
            readonly Priority?: Value;
            readonly ActivityDate?: Value;
          };
        }[];
      };
    };
  };
}

/** The tasks in a GraphQL answer; none while there is no answer. */
export function openTasks(data: unknown): readonly OpenTask[] {
  const edges = (data as TaskAnswer | undefined)?.uiapi?.query?.Task?.edges ?? [];
  return edges.map(({ node }) => ({
    id: node.Id,
    subject: node.Subject?.value ?? 'Task',
    url: `/lightning/r/Task/${node.Id}/view`,
    dueDate: node.ActivityDate?.value ?? null,
    note: [node.Status?.value, node.Priority?.value].filter((word) => word !== undefined && word !== null).join(', '),
  }));
}
