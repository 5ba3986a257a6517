import { SalesforceError } from '../../errors.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { SelectStatement } from '../../soql/ast.ts';
import type { SObjectType } from '../../schema/types.ts';
import type { CompiledFlow } from '../compiledFlow.ts';
import { FlowRecord, type FlowData } from '../data.ts';
import type { EngineServices } from '../engineServices.ts';
import type { FlowType } from '../flowType.ts';
import type { Interview } from '../interview.ts';
import type { WireValue } from './screenModel.ts';
import { fromWire, UnreadableValue } from './wireValues.ts';

/** A value for an input variable. */
export interface FlowArgument {
  readonly name: string;
  readonly value: WireValue;
}

interface Start {
  readonly services: EngineServices;
  readonly user: RequestUser;
  /** Whether a name that is no input variable is an error. */
  readonly strict: boolean;
}

/** Puts the arguments into the input variables. @throws SalesforceError INVALID_API_INPUT */
export function fillInputs(interview: Interview, flow: CompiledFlow, given: readonly FlowArgument[], start: Start): void {
  for (const { name, value } of given) {
    const input = flow.inputs.get(name.toLowerCase());
    if (input === undefined) {
      if (start.strict) throw invalid(`The flow "${flow.name}" has no input variable "${name}".`);
      continue;
    }
    interview.data[input.slot] = argumentData(name, value, input.type, start);
  }
}

function argumentData(name: string, value: WireValue, type: FlowType, start: Start): FlowData {
  // A quick action hands a record over by its id, also to a variable that holds the record.
  if (type.kind === 'record' && typeof value === 'string') return recordOfId(type.object, value, start);
  try {
    return fromWire(value, type, start.services.flowServices.schema);
  } catch (error) {
    if (!(error instanceof UnreadableValue)) throw error;
    throw invalid(`The value of the input variable "${name}" is not of its type. ${error.message}`);
  }
}

/** The record with the fields that the user may see; nothing when they may not see it. */
function recordOfId(object: SObjectType, id: string, { services, user }: Start): FlowData {
  const visible = user.access?.schema.object(object.name) ?? (user.access === undefined ? object : undefined);
  if (visible === undefined) return null;
  const fields = [...visible.fields.values()].filter((field) => field.compound === undefined && field.type !== 'base64');
  const statement: SelectStatement = {
    kind: 'select',
    select: fields.map((field) => ({ kind: 'field', path: [field.name] })),
    from: object.name,
    where: { kind: 'compare', left: ['Id'], operator: '=', right: { kind: 'string', value: id } },
  };
  const [found] = services.flowServices.queries.run(statement, user).records;
  if (found === undefined) return null;
  const record = new FlowRecord(object, {});
  for (const [name, field] of found.fields) if (field.kind === 'value') record.fields[name] = field.value;
  return record;
}

function invalid(message: string): SalesforceError {
  return new SalesforceError('INVALID_API_INPUT', message);
}
