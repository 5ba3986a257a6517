import { gql, type GraphQLDocument } from '../../lds/graphqlDocument.ts';
import { GraphQLWire, type GraphQLResult } from '../../lds/GraphQLWire.ts';
import { api, LightningElement, wire } from 'lwc';
import { type OpenTask, openTasks } from '../../page/openTasks.ts';
import type { RecordPageModel } from '../../../pages/pageSettings.ts';

const byRelated = gql`
  query OpenTasks($recordId: ID) {
    uiapi {
      query {
        Task(
          where: { and: [{ WhatId: { eq: $recordId } }, { IsClosed: { eq: false } }] }
          orderBy: { ActivityDate: { order: ASC } }
          first: 20
        ) {
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

const byPerson = gql`
  query OpenTasks($recordId: ID) {
    uiapi {
      query {
        Task(
          where: { and: [{ WhoId: { eq: $recordId } }, { IsClosed: { eq: false } }] }
          orderBy: { ActivityDate: { order: ASC } }
          first: 20
        ) {
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

  /** People are on a task as Who, everything else as What. */
  get query(): GraphQLDocument | undefined {
    if (this.page?.hasActivities !== true) return undefined;
    return ['Contact', 'Lead'].includes(this.page.objectApiName) ? byPerson : byRelated;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return { recordId: this.page?.recordId };
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
