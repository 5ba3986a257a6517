import { PlainDataWire } from '../lds/DataWire.ts';
import { askTogether } from './graphqlBatch.ts';
import { type OpenTask, openTasks } from './openTasks.ts';

export interface OpenTasksConfig {
  recordId?: string | undefined;
  objectApiName?: string | undefined;
}

/** Tasks that the panel shows. */
const most = 20;

/** Wire: the open tasks of a record, read together with its related lists. */
export class OpenTasksWire extends PlainDataWire<OpenTasksConfig, readonly OpenTask[]> {
  protected override isComplete({ recordId }: OpenTasksConfig): boolean {
    return recordId !== undefined;
  }

  /** People are on a task as Who, everything else as What. */
  protected override async read({ recordId, objectApiName = '' }: OpenTasksConfig): Promise<readonly OpenTask[]> {
    const field = ['Contact', 'Lead'].includes(objectApiName) ? 'WhoId' : 'WhatId';
    const where = `{ and: [{ ${field}: { eq: ${JSON.stringify(recordId)} } }, { IsClosed: { eq: false } }] }`;
    const values = ['Subject', 'Status', 'Priority', 'ActivityDate'].map((name) => `${name} { value displayValue }`).join(' ');
    const order = 'orderBy: { ActivityDate: { order: ASC, nulls: LAST } }';
    return openTasks(
      await askTogether(`Task(where: ${where}, ${order}, first: ${String(most)}) { totalCount edges { node { Id ${values} } } }`),
    );
  }
}
