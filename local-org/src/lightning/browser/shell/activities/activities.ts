import { api, LightningElement, wire } from 'lwc';
import type { RecordPageModel } from '../../../pages/pageSettings.ts';
import type { WireResult } from '../../lds/DataWire.ts';
import type { OpenTask } from '../../page/openTasks.ts';
import { OpenTasksWire } from '../../page/OpenTasksWire.ts';
import { readError } from '../../page/readError.ts';
import { texts } from '../../page/texts.ts';

/** runtime_sales_activities:activityPanel, in short: the open tasks of the record. */
export default class Activities extends LightningElement {
  @api page: RecordPageModel | undefined;
  @api model: unknown;
  @api width = 'SMALL';

  texts = texts;

  @wire(OpenTasksWire, { recordId: '$recordId', objectApiName: '$objectApiName' })
  result: WireResult<readonly OpenTask[]> = { data: undefined, error: undefined };

  /** Absent where tasks cannot be about the record: nothing is asked then. */
  get recordId(): string | undefined {
    return this.page?.hasActivities === true ? this.page.recordId : undefined;
  }

  get objectApiName(): string {
    return this.page?.objectApiName ?? '';
  }

  get tasks(): readonly OpenTask[] {
    return this.result.data ?? [];
  }

  get error(): string | undefined {
    return this.result.error === undefined ? undefined : readError(this.result.error);
  }

  get isLoading(): boolean {
    return this.recordId !== undefined && this.result.data === undefined && this.error === undefined;
  }

  get isEmpty(): boolean {
    return !this.isLoading && this.error === undefined && this.tasks.length === 0;
  }
}
