import type { FlowData } from './data.ts';
import type { FlowType } from './flowType.ts';
import type { Interview } from './interview.ts';
import { FlowProblem } from './problems.ts';
import type { FlowWorld } from './scope.ts';

/** A global variable that lives in a slot: a record, or what the flow itself may set. */
export interface GlobalVariable {
  /** As its slot is named: `$User`, `$Setup.Limits__c`. */
  readonly name: string;
  readonly type: FlowType;
  readonly assignable: boolean;
  /** Its content when an interview begins. */
  readonly fill?: (interview: Interview) => FlowData;
}

const recordsOfTheRunningUser: Readonly<Record<string, { readonly object: string; readonly fill: (interview: Interview) => FlowData }>> = {
  $user: { object: 'User', fill: ({ context }) => context.globals.user() },
  $organization: { object: 'Organization', fill: ({ context }) => context.globals.organization() },
  $profile: { object: 'Profile', fill: ({ context }) => context.globals.profile() },
  $userrole: { object: 'UserRole', fill: ({ context }) => context.globals.role() },
};

/**
 * The global variable that a path begins with; undefined when it is of another kind.
 * @param name lower-cased first segment
 * @throws FlowProblem when it leads to nothing in the org
 */
export function globalRecord(name: string, rest: readonly string[], world: FlowWorld): GlobalVariable | undefined {
  const known = recordsOfTheRunningUser[name];
  if (known !== undefined) return { name, type: recordOf(known.object, world), assignable: false, fill: known.fill };
  if (name === '$setup') return setting(rest, world);
  if (name === '$custommetadata') return customMetadata(rest, world);
  if (name === '$flow' && rest[0]?.toLowerCase() === 'currentrecord') {
    return { name: '$Flow.CurrentRecord', type: { kind: 'value', type: 'string' }, assignable: true };
  }
  return undefined;
}

function setting([name = '']: readonly string[], world: FlowWorld): GlobalVariable {
  const type = recordOf(name, world);
  if (!type.object.fields.has('setupownerid')) throw new FlowProblem(`"${name}" isn't a hierarchy custom setting.`);
  return { name: `$Setup.${name}`, type, assignable: false, fill: ({ context }) => context.globals.setting(type.object) };
}

function customMetadata([typeName = '', record = '']: readonly string[], world: FlowWorld): GlobalVariable {
  const type = recordOf(typeName, world);
  if (world.setup?.customMetadata.has(`${typeName}.${record}`.toLowerCase()) !== true) {
    throw new FlowProblem(`The custom metadata record "${typeName}.${record}" doesn't exist.`);
  }
  const fill = ({ context }: Interview): FlowData => context.globals.customMetadata(type.object, record);
  return { name: `$CustomMetadata.${typeName}.${record}`, type, assignable: false, fill };
}

function recordOf(name: string, { schema }: FlowWorld): FlowType & { kind: 'record' } {
  const object = schema.object(name);
  if (object === undefined) throw new FlowProblem(`The object "${name}" doesn't exist.`);
  return { kind: 'record', object };
}
