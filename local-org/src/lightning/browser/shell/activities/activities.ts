import { gql, type GraphQLDocument } from '../../lds/graphqlDocument.ts';
import { GraphQLWire, type GraphQLResult } from '../../lds/GraphQLWire.ts';
import { api, LightningElement, wire } from 'lwc';
import { type OpenTask, openTasks } from '../../page/openTasks.ts';
import type { RecordPageModel } from '../../../pages/pageSettings.ts';

const openTasksQuery = gql`
  query OpenTasks($where: Task_Filter) {
    uiapi {
      query {
        Task(where: $where, orderBy: { ActivityDate: { order: ASC } }, first: 20) {
          edges {
            node {
              Id
              Subject {
                value
              }
              Status {
                value
              }
              Priority {
                value
              }
              ActivityDate {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** runtime_sales_activities:activityPanel, in short: the open tasks of the record. */
export default class Activities extends LightningElement {
  @api page: RecordPageModel | undefined;
  @api model: unknown;
  @api width = 'SMALL';

  @wire(GraphQLWire, { query: '$query', variables: '$variables' })
  result: GraphQLResult | undefined;

  get query(): GraphQLDocument | undefined {
    return this.page?.hasActivities === true ? openTasksQuery : undefined;
  }

  /** People are on a task as Who, everything else as What. */
  get variables(): Readonly<Record<string, unknown>> {
    const isPerson = ['Contact', 'Lead'].includes(this.page?.objectApiName ?? '');
    const isAboutRecord = { [isPerson ? 'WhoId' : 'WhatId']: { eq: this.page?.recordId } };
    return { where: { and: [isAboutRecord, { IsClosed: { eq: false } }] } };
  }

  get tasks(): readonly OpenTask[] {
    return openTasks(this.result?.data);
  }

  get error(): string | undefined {
    return this.result?.errors?.[0]?.message;
  }

  get isLoading(): boolean {
    return this.query !== undefined && this.result?.data === undefined && this.error === undefined;
  }

  get isEmpty(): boolean {
    return !this.isLoading && this.error === undefined && this.tasks.length === 0;
  }
}
