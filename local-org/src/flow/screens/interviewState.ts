import type { FieldValues, Schema } from '../../schema/types.ts';
import type { CompiledFlow } from '../compiledFlow.ts';
import { FlowRecord, isCollection, isRecord, type FlowData } from '../data.ts';
import { Interview, type InterviewContext } from '../interview.ts';

/** A value of a flow as JSON that becomes the same again. */
type KeptData = string | number | boolean | null | KeptRecord | { readonly list: readonly KeptData[] };

interface KeptRecord {
  readonly object: string;
  readonly fields: FieldValues;
  /** Fields that the flow has set. */
  readonly assigned: readonly string[];
}

interface KeptFrame {
  readonly flow: string;
  readonly element: string;
  readonly data: readonly KeptData[];
}

/** Where a screen stands that was shown: the way back leads there. */
export interface VisitedScreen {
  readonly flow: string;
  readonly element: string;
  /** The flows that called the screen's flow, as they were; none for a screen of the flow itself. */
  readonly frames: readonly KeptFrame[];
  /** Of a called flow: it may have ended by the time somebody goes back. */
  readonly data: readonly KeptData[];
}

/** An interview between two screens, as it is kept. */
export interface KeptInterview {
  readonly guid: string;
  readonly recordId: string | null;
  readonly flow: string;
  readonly element: string;
  readonly data: readonly KeptData[];
  readonly frames: readonly KeptFrame[];
  readonly visited: readonly string[];
  readonly remarks: readonly (readonly [number, string])[];
  readonly faultMessage: string | null;
  readonly history: readonly VisitedScreen[];
}

/** What is needed to bring interviews back. */
export interface RestoreWorld {
  readonly schema: Schema;
  readonly flow: (name: string) => CompiledFlow | undefined;
}

/** The interview, waiting at a screen, as JSON. */
export function keepInterview(interview: Interview, history: readonly VisitedScreen[]): KeptInterview {
  const { guid, recordId, flow, data, visited, remarks, faultMessage } = interview;
  return {
    guid,
    recordId,
    flow: flow.name,
    element: interview.waitsAt?.name ?? '',
    data: data.map(kept),
    frames: framesOf(interview),
    visited,
    remarks: [...remarks],
    faultMessage,
    history,
  };
}

/** The screen at which the interview waits. */
export function visitOf(interview: Interview): VisitedScreen {
  const { flow, frames, data, waitsAt } = interview;
  return {
    flow: flow.name,
    element: waitsAt?.name ?? '',
    frames: framesOf(interview),
    data: frames.length === 0 ? [] : data.map(kept),
  };
}

/** The interview as it was; undefined when one of its flows or elements is gone. */
export function restoreInterview(
  from: KeptInterview,
  root: CompiledFlow,
  context: InterviewContext,
  world: RestoreWorld,
): Interview | undefined {
  const interview = new Interview(root, context, from.recordId);
  interview.guid = from.guid;
  interview.visited = [...from.visited];
  for (const [visit, remark] of from.remarks) interview.remarks.set(visit, remark);
  interview.faultMessage = from.faultMessage;
  return standAt(interview, from, world) ? interview : undefined;
}

/** Goes back to a screen: variables keep what they hold now, but for called flows that have ended since. */
export function goBackTo(interview: Interview, visit: VisitedScreen, world: RestoreWorld): boolean {
  while (interview.frames.length > visit.frames.length) leaveFrame(interview);
  const isSamePlace =
    interview.flow.name === visit.flow &&
    interview.frames.every((frame, depth) => {
      const other = visit.frames[depth];
      return other?.flow === frame.flow.name && other.element === frame.element.name;
    });
  if (isSamePlace && interview.frames.length === visit.frames.length) return waitAt(interview, visit.element);
  while (interview.frames.length > 0) leaveFrame(interview);
  const own = interview.data;
  if (!standAt(interview, visit, world)) return false;
  const [outermost] = interview.frames;
  if (outermost === undefined) interview.data = own;
  else interview.frames[0] = { ...outermost, data: own };
  return true;
}

function leaveFrame(interview: Interview): void {
  const frame = interview.frames.pop();
  if (frame === undefined) return;
  interview.flow = frame.flow;
  interview.data = frame.data;
}

function standAt(interview: Interview, from: Omit<VisitedScreen, 'history'>, world: RestoreWorld): boolean {
  const flow = world.flow(from.flow);
  if (flow === undefined) return false;
  interview.frames = [];
  for (const frame of from.frames) {
    const caller = world.flow(frame.flow);
    const element = caller?.elements.get(frame.element);
    if (caller === undefined || element === undefined) return false;
    interview.frames.push({ flow: caller, element, data: frame.data.map((data) => restored(data, world.schema)) });
  }
  interview.flow = flow;
  interview.data = from.data.map((data) => restored(data, world.schema));
  return waitAt(interview, from.element);
}

function waitAt(interview: Interview, name: string): boolean {
  const element = interview.flow.elements.get(name);
  interview.next = element;
  interview.waitsAt = element;
  return element?.screen !== undefined;
}

function framesOf({ frames }: Interview): readonly KeptFrame[] {
  return frames.map(({ flow, element, data }) => ({ flow: flow.name, element: element.name, data: data.map(kept) }));
}

function kept(data: FlowData | undefined): KeptData {
  if (data === undefined) return null;
  if (isCollection(data)) return { list: data.map(kept) };
  if (isRecord(data)) return { object: data.object.name, fields: data.fields, assigned: [...data.assigned] };
  return data;
}

function restored(data: KeptData, schema: Schema): FlowData {
  if (data === null || typeof data !== 'object') return data;
  if ('list' in data) return data.list.map((item) => restored(item, schema));
  const object = schema.object(data.object);
  if (object === undefined) return null;
  const record = new FlowRecord(object, { ...data.fields });
  for (const name of data.assigned) record.assign(name, data.fields[name] ?? null);
  return record;
}
