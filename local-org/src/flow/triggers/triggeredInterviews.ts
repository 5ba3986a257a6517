import type { TriggerBatch, TriggerRow } from '../../save/types.ts';
import type { CompiledFlow } from '../compiledFlow.ts';
import { FlowRecord } from '../data.ts';
import { triggerError } from '../faults.ts';
import { Interview, priorSlot, recordSlot } from '../interview.ts';

/** An interview and the record that starts it. */
export interface Triggered {
  readonly interview: Interview;
  readonly row: TriggerRow;
}

/** An interview for a record of a save, not yet at any element. */
export function triggeredBy(
  row: TriggerRow,
  record: FlowRecord,
  flow: CompiledFlow,
  batch: TriggerBatch,
  context: Interview['context'],
): Triggered {
  const interview = new Interview(flow, context, row.id);
  interview.data[recordSlot] = record;
  interview.data[priorSlot] = row.prior === undefined ? null : new FlowRecord(batch.object, row.prior);
  interview.begin(undefined);
  return { interview, row };
}

/** Refuses the record of an interview that failed or met a Custom Error. */
export function refuseRecord({ interview, row }: Triggered): void {
  const { failure, customErrors } = interview;
  if (failure !== undefined) row.fail(triggerError(startedFlow(interview).label, failure.message));
  for (const { message, field } of customErrors) {
    row.fail({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields: field === undefined ? [] : [field] });
  }
}

/** The flow that the trigger started, also when a subflow failed. */
function startedFlow(interview: Interview): CompiledFlow {
  return interview.frames[0]?.flow ?? interview.flow;
}
